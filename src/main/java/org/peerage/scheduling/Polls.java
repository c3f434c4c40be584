package org.peerage.scheduling;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.CharterSigned;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asks a group when it can meet. Everybody seated is told at once, and once more two days before the deadline unless
/// they have answered everything by then.
@Component
public class Polls {

    static final NoticeKind ASKED =
            NoticeKind.of("scheduling.notice.poll").mailed(DateNotices.LETTERS).letting(PollByLink.KEY);
    static final NoticeKind REMINDED = NoticeKind.of("scheduling.notice.reminder")
            .mailed(DateNotices.LETTERS)
            .letting(PollByLink.KEY);

    /// Finds out who has answered, so that nobody else is reminded and no convener learns who it was.
    private static final String ACTOR = "scheduling.polls";

    private static final Duration BEFORE = Duration.ofDays(2);

    private final PollStore polls;
    private final Dates dates;
    private final Circles circles;
    private final Groups groups;
    private final Notices notices;
    private final Scope scope;
    private final InstantSource clock;

    Polls(
            PollStore polls,
            Dates dates,
            Circles circles,
            Groups groups,
            Notices notices,
            Scope scope,
            InstantSource clock) {
        this.polls = polls;
        this.dates = dates;
        this.circles = circles;
        this.groups = groups;
        this.notices = notices;
        this.scope = scope;
        this.clock = clock;
    }

    /// Of the page on which a group is asked.
    public static String page(GroupId group) {
        return group.address() + "/poll";
    }

    @Transactional(readOnly = true)
    PollPage of(GroupId group) {
        var circle = circles.of(group).orElseThrow(NotFound::new);
        var poll = polls.openOf(group);
        return new PollPage(
                circle,
                poll,
                poll.map(polls::mine).orElse(Map.of()),
                poll.filter(_ -> circle.arranged())
                        .map(open -> silent(open, circle).size())
                        .orElse(0),
                clock.instant(),
                poll.map(PollPage.Form::of)
                        .orElseGet(() -> PollPage.Form.empty(circle.zone(), groups.meetingMinutes(group))),
                Map.of());
    }

    /// A new question, or another wording of the one that is open: `id` is the one that the form was drawn for. What an
    /// edit leaves as it was keeps its answers.
    @Transactional
    void ask(UUID id, GroupId group, PollPage.Asked asked) {
        ask(id, group, asked, null);
    }

    /// For a date that too few can make: what is chosen moves it. Nothing where the group is asked about dates already.
    @Transactional
    public void askInstead(UUID id, GroupDate date, List<MeetingTime> times, LocalDate closesOn) {
        ask(id, date.group(), new PollPage.Asked(date.time().zone(), closesOn, times), date.id());
    }

    /// Whether a group is asked about dates.
    @Transactional(readOnly = true)
    public boolean isAsking(GroupId group) {
        return polls.openOf(group).isPresent();
    }

    private void ask(UUID id, GroupId group, PollPage.Asked asked, @Nullable DateId instead) {
        var circle = circles.arranged(group);
        var now = clock.instant();
        if (!polls.add(id, group, asked.zone(), asked.closesOn(), instead, now)) {
            var open = polls.openOf(group).filter(poll -> poll.id().equals(id));
            if (open.isEmpty()) {
                return;
            }
            polls.change(id, asked.zone(), asked.closesOn());
            polls.withdrawAll(id);
        }
        asked.times().forEach(time -> polls.offer(Ids.next(), id, group, time));
        var poll = polls.find(id).orElseThrow();
        tell(poll, circle, silent(poll, circle));
    }

    /// Said again it is told again, for it is of another moment.
    private void tell(Poll poll, Circle circle, List<PersonId> people) {
        notices.tell(notice(ASKED, poll, circle).from(clock.instant()), people, namesFor(circle));
        var day = poll.closesAt().minus(BEFORE);
        if (day.isAfter(clock.instant())) {
            notices.tell(notice(REMINDED, poll, circle).from(day), people);
        }
    }

    /// Once more, to those who have not answered everything.
    @Transactional
    GroupId remind(UUID id) {
        var poll = polls.find(id).orElseThrow(NotFound::new);
        var circle = circles.arranged(poll.group());
        var now = clock.instant();
        if (poll.answerable(now)) {
            notices.tell(notice(REMINDED, poll, circle).from(now), silent(poll, circle), namesFor(circle));
        }
        return poll.group();
    }

    /// Too late too where an option is not offered any more.
    @Transactional
    DateBook.Answering answer(UUID id, Map<UUID, Poll.Word> words) {
        var poll = polls.find(id).orElseThrow(NotFound::new);
        var circle = circles.of(poll.group()).filter(Circle::mine).orElseThrow(NotFound::new);
        var now = clock.instant();
        if (!poll.answerable(now)
                || words.keySet().stream()
                        .anyMatch(option -> poll.option(option).isEmpty())) {
            return new DateBook.TooLate(poll.group());
        }
        words.forEach((option, word) -> polls.answer(option, circle.id(), word, now));
        if (poll.complete(polls.mine(poll))) {
            notices.withdraw(ASKED, id, Acting.me());
            notices.withdraw(REMINDED, id, Acting.me());
        }
        return new DateBook.Answered(poll.group());
    }

    /// The first date that whoever acts has no word about.
    record Unanswered(UUID option, Message question) {}

    @Transactional(readOnly = true)
    Optional<Unanswered> unanswered(UUID id) {
        return polls.find(id).filter(poll -> poll.answerable(clock.instant())).flatMap(poll -> {
            var mine = polls.mine(poll);
            return circles.of(poll.group())
                    .filter(Circle::mine)
                    .flatMap(circle -> poll.options().stream()
                            .filter(option -> !mine.containsKey(option.id()))
                            .findFirst()
                            .map(option -> new Unanswered(
                                    option.id(),
                                    Message.of(
                                            "scheduling.poll.link.asked",
                                            circle.name(),
                                            new Message.Moment(option.startsAt(), poll.zone())))));
        });
    }

    /// The group meets then, and everybody is invited. Pressed twice it is one date: it bears the id of the option.
    @Transactional
    GroupId settle(UUID id, UUID chosen) {
        var poll = polls.find(id).orElseThrow(NotFound::new);
        circles.arranged(poll.group());
        var option = poll.option(chosen).orElseThrow(NotFound::new);
        if (option.startsAt().isAfter(clock.instant()) && polls.end(id)) {
            meet(poll, option);
            withdraw(id);
        }
        return poll.group();
    }

    private void meet(Poll poll, Poll.Option option) {
        var before = Optional.ofNullable(poll.instead()).flatMap(dates::ahead);
        if (before.isPresent()) {
            var date = before.get();
            dates.move(date.id(), date.sequence(), poll.time(option), date.venue());
        } else {
            dates.set(new DateId(option.id()), poll.group(), List.of(poll.time(option)), new GroupDate.Venue("", ""));
        }
    }

    @Transactional
    GroupId end(UUID id) {
        var poll = polls.find(id).orElseThrow(NotFound::new);
        circles.arranged(poll.group());
        if (polls.end(id)) {
            withdraw(id);
        }
        return poll.group();
    }

    /// Somebody who joined late is asked too.
    @EventListener
    @Transactional
    void signed(CharterSigned signed) {
        polls.openOf(signed.group())
                .filter(poll -> poll.answerable(clock.instant()))
                .ifPresent(poll -> circles.of(signed.group())
                        .filter(circle -> circle.seats(signed.person()))
                        .ifPresent(circle -> tell(poll, circle, List.of(signed.person()))));
    }

    private void withdraw(UUID id) {
        notices.withdraw(ASKED, id);
        notices.withdraw(REMINDED, id);
    }

    private static Notice notice(NoticeKind kind, Poll poll, Circle circle) {
        return Notice.of(kind, poll.id(), circle.id().value(), page(circle.id()), circle.name(), poll.closesOn())
                .until(poll.closesAt());
    }

    private List<PersonId> silent(Poll poll, Circle circle) {
        var heard = scope.actingAs(new Actor.Program(ACTOR), () -> polls.heard(poll));
        return circle.seated().stream()
                .map(Circle.Sitter::id)
                .filter(person -> !heard.contains(person))
                .toList();
    }

    /// What is passed on by hand says who has not answered, which is for the group alone.
    private static Function<PersonId, String> namesFor(Circle circle) {
        return circle.mine() ? circle::nameOf : person -> "";
    }
}
