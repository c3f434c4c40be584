package org.peerage.scheduling;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.groups.Guests;
import org.peerage.groups.NextStep;
import org.peerage.mail.CalendarPart;
import org.peerage.tenancy.Acting;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages about dates read, and what a member does with a date: answer it, fetch it, ask for the letters.
@Component
class DateBook {

    private final DateStore dates;
    private final Circles circles;
    private final Groups groups;
    private final AnswerStore answers;
    private final Invitations invitations;
    private final List<GroupDate.Remarks> remarks;
    private final List<GroupDate.Holding> holding;
    private final Guests guests;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    DateBook(
            DateStore dates,
            Circles circles,
            Groups groups,
            AnswerStore answers,
            Invitations invitations,
            List<GroupDate.Remarks> remarks,
            List<GroupDate.Holding> holding,
            Guests guests,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.dates = dates;
        this.circles = circles;
        this.groups = groups;
        this.answers = answers;
        this.invitations = invitations;
        this.remarks = List.copyOf(remarks);
        this.holding = List.copyOf(holding);
        this.guests = guests;
        this.events = events;
        this.clock = clock;
    }

    sealed interface Answering permits Answered, TooLate {}

    record Answered(GroupId group) implements Answering {}

    record TooLate(GroupId group) implements Answering {}

    @Transactional(readOnly = true)
    DatesPage page(GroupId group) {
        var circle = circles.of(group).orElseThrow(NotFound::new);
        var all = dates.of(group);
        var counts = answers.counts(all);
        var mine = answers.mine(all);
        var letters = circle.arranged() ? answers.letters(all) : Map.<String, AnswerStore.Letters>of();
        var said = remarks.stream().map(one -> one.remarks(circle)).toList();
        var terms = groups.terms(group);
        var now = clock.instant();
        var held = holding.stream().flatMap(one -> one.held(circle).stream()).collect(Collectors.toSet());
        var lines = all.stream()
                .map(date -> new DatesPage.Line(
                        date,
                        counts.getOrDefault(date.id(), AnswerStore.Count.NONE),
                        mine.get(date.id()),
                        letters.getOrDefault(DateLetter.thread(date.id()), AnswerStore.Letters.NONE),
                        Stream.concat(
                                        circle.arranged() && date.ahead(now)
                                                ? terms
                                                        .flatMap(by ->
                                                                date.venue().lacks(by))
                                                        .stream()
                                                : Stream.empty(),
                                        said.stream().flatMap(one -> one.getOrDefault(date.id(), List.of()).stream()))
                                .toList()))
                .toList();
        return new DatesPage(
                circle,
                circle.seated().size(),
                lines.stream().filter(line -> !isPast(line.date(), held, now)).toList(),
                lines.stream()
                        .filter(line -> isPast(line.date(), held, now))
                        .toList()
                        .reversed(),
                DateForm.empty(circle.zone(), groups.meetingMinutes(group)),
                Map.of(),
                lines.stream().anyMatch(line -> line.date().ahead(now)) ? next(circle) : Optional.empty());
    }

    /// Where whoever acts goes on once there is a date; nothing where they have to wait.
    private Optional<NextStep> next(Circle circle) {
        return guests.next(circle).filter(step -> step.to().isPresent());
    }

    /// Its hours are over, or the group has met earlier.
    private static boolean isPast(GroupDate date, Set<Instant> held, Instant now) {
        return date.over(now) || (!date.cancelled() && held.contains(date.time().startsAt()));
    }

    /// For whoever may move or cancel it; to everybody else the page is not there.
    @Transactional(readOnly = true)
    DatePage arranging(DateId id) {
        var date = dates.find(id).orElseThrow(NotFound::new);
        var circle = circles.arranged(date.group());
        return new DatePage(circle, date, DateForm.of(date), Map.of(), false);
    }

    /// What whoever acts is asked about a date that is still to come.
    @Transactional(readOnly = true)
    Optional<Message> asked(DateId id) {
        return dates.find(id)
                .filter(date -> date.ahead(clock.instant()))
                .flatMap(date -> circles.of(date.group())
                        .filter(Circle::mine)
                        .map(circle -> Message.of(
                                "scheduling.coming.asked",
                                circle.name(),
                                date.time().moment())));
    }

    @Transactional
    Answering answer(DateId id, boolean coming) {
        var date = dates.find(id).orElseThrow(NotFound::new);
        if (!circles.of(date.group()).map(Circle::mine).orElse(false)) {
            throw new NotFound();
        }
        if (!date.ahead(clock.instant())) {
            return new TooLate(date.group());
        }
        answers.answer(date, coming, clock.instant());
        events.publishEvent(new DateAnswered(id, date.group()));
        return new Answered(date.group());
    }

    @Transactional(readOnly = true)
    CalendarPart file(DateId id, Locale language) {
        var date = dates.find(id).orElseThrow(NotFound::new);
        var circle = circles.of(date.group()).orElseThrow(NotFound::new);
        return invitations.file(date, circle, Acting.me(), language);
    }

    @Transactional
    void askForLetters(GroupId group) {
        if (!circles.of(group).map(Circle::mine).orElse(false)) {
            throw new NotFound();
        }
        invitations.catchUp(group, Acting.me());
    }
}
