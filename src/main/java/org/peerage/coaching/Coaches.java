package org.peerage.coaching;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.issues.IssueId;
import org.peerage.issues.IssueOutcomes;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.Meetings;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.SealedPut;
import org.peerage.rooms.readers.Readers;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Asking for a coach, saying yes or no, and what goes from one to the other.
@Component
class Coaches implements IssueOutcomes {

    private final CoachStore store;
    private final CoachNotices notices;
    private final Circles circles;
    private final Meetings meetings;
    private final Rooms rooms;
    private final Readers readers;
    private final InstantSource clock;

    Coaches(
            CoachStore store,
            CoachNotices notices,
            Circles circles,
            Meetings meetings,
            Rooms rooms,
            Readers readers,
            InstantSource clock) {
        this.store = store;
        this.notices = notices;
        this.circles = circles;
        this.meetings = meetings;
        this.rooms = rooms;
        this.readers = readers;
        this.clock = clock;
    }

    /// In the live meeting: what the presenter has given to the room beforehand, and nothing between the two.
    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Optional<Panel> panel(ItemId item) {
        return meetings.item(item)
                .flatMap(at -> Optional.ofNullable(at.subject())
                        .flatMap(store::issue)
                        .flatMap(issue -> circles.withRoom(at.group())
                                .filter(Circle::mine)
                                .map(circle -> lines(circle, issue).stream()
                                        .filter(line -> !line.coach())
                                        .limit(1)
                                        .toList())
                                .filter(lines -> !lines.isEmpty())
                                .map(lines -> new Panel(
                                        "coaching/answers", Map.of("issue", issue.issue(), "lines", lines)))));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Optional<Panel> kept(Circle circle, IssueId id) {
        return store.issue(id.value())
                .map(issue -> page(circle, issue))
                .filter(page -> page.issue().ahead() || !page.lines().isEmpty())
                .map(page -> new Panel("coaching/coach", Map.of("page", page)));
    }

    private CoachPage page(Circle circle, Presented issue) {
        var lines = lines(circle, issue);
        return new CoachPage(
                circle,
                issue,
                store.of(issue.issue()).orElse(null),
                circle.people().stream()
                        .filter(sitter -> sitter.inRoom() && !sitter.id().equals(issue.presenter()))
                        .toList(),
                lines,
                Ids.steady("coaching", issue.issue(), Acting.me(), lines.size()));
    }

    private List<CoachPage.Line> lines(Circle circle, Presented issue) {
        var given = store.texts(issue.issue());
        var texts = rooms.texts(
                circle.openRoom(), given.stream().map(CoachStore.Given::id).toList());
        return given.stream()
                .flatMap(one -> Optional.ofNullable(texts.get(one.id())).stream()
                        .map(text ->
                                new CoachPage.Line(circle.nameOf(one.by()), one.reader() != null, one.answers(), text)))
                .toList();
    }

    /// By the presenter or the chair, as long as the group has not begun with it; another may be asked at any time.
    @Transactional
    void ask(GroupId group, UUID id, @Nullable PersonId coach) {
        var circle = circles.own(group);
        var issue = ahead(circle, id);
        if (!isArranged(circle, issue)) {
            throw new NotFound();
        }
        var asked = Optional.ofNullable(coach)
                .filter(person -> !person.equals(issue.presenter()))
                .flatMap(circle::sitter)
                .filter(Circle.Sitter::inRoom)
                .map(Circle.Sitter::id)
                .orElseThrow(NotFound::new);
        var stands = store.of(id).filter(Coaching::stands).map(Coaching::coach);
        if (stands.filter(asked::equals).isPresent()) {
            return;
        }
        store.ask(issue, asked, clock.instant());
        if (asked.equals(Acting.me())) {
            store.say(id, Coaching.State.ACCEPTED, clock.instant());
            notices.said(circle, issue, new Coaching(asked, issue.presenter(), Coaching.State.ACCEPTED), true);
        } else {
            notices.asked(circle, issue, asked);
        }
    }

    @Transactional
    void say(GroupId group, UUID id, boolean accepts) {
        var circle = circles.own(group);
        var issue = ahead(circle, id);
        var coaching = store.of(id)
                .filter(one -> one.coach().equals(Acting.me()) && one.stands())
                .orElseThrow(NotFound::new);
        if (coaching.isAccepted() && accepts) {
            return;
        }
        store.say(id, accepts ? Coaching.State.ACCEPTED : Coaching.State.DECLINED, clock.instant());
        notices.said(circle, issue, coaching, accepts);
    }

    /// Nobody is asked any more, or coaches any more.
    @Transactional
    void end(GroupId group, UUID id) {
        var circle = circles.own(group);
        var issue = ahead(circle, id);
        if (!isArranged(circle, issue)) {
            throw new NotFound();
        }
        store.of(id).filter(Coaching::stands).ifPresent(_ -> {
            store.say(id, Coaching.State.ENDED, clock.instant());
            notices.gone(issue);
        });
    }

    /// The presenter's answers, for the room or for the coach.
    @Transactional
    void answers(GroupId group, UUID id, SealedInput sealed) {
        var circle = circles.own(group);
        var issue = ahead(circle, id);
        if (!issue.presenter().equals(Acting.me())) {
            throw new NotFound();
        }
        var between = sealed.puts().stream().anyMatch(put -> put.envelope().isPresent());
        var words = sealed.only(between ? CoachTexts.COACH : CoachTexts.ROOM);
        if (!between && !words.about().equals(id)) {
            throw new RoomRefused("text-missing");
        }
        give(circle, issue, words, between ? other(circle, issue, words) : null, true);
    }

    /// From the one to the other.
    @Transactional
    void word(GroupId group, UUID id, SealedInput sealed) {
        var circle = circles.own(group);
        var issue = ahead(circle, id);
        var coaches = store.of(id)
                .filter(one -> one.isAccepted() && one.coach().equals(Acting.me()))
                .isPresent();
        if (!coaches && !issue.presenter().equals(Acting.me())) {
            throw new NotFound();
        }
        var words = sealed.only(CoachTexts.WORD);
        give(circle, issue, words, other(circle, issue, words), false);
    }

    /// Whom it is for beside its writer: the two are its readers by the room's ledger, and nobody else.
    private PersonId other(Circle circle, Presented issue, SealedPut words) {
        var coach = store.of(issue.issue())
                .filter(Coaching::isAccepted)
                .map(Coaching::coach)
                .orElseThrow(() -> new RoomRefused("no-reader"));
        readers.mustBe(circle.openRoom(), words, Set.of(issue.presenter(), coach));
        return coach.equals(Acting.me()) ? issue.presenter() : coach;
    }

    private void give(Circle circle, Presented issue, SealedPut words, @Nullable PersonId reader, boolean answers) {
        if (rooms.put(circle.openRoom(), List.of(words))) {
            store.give(issue, new CoachStore.Given(words.id(), Acting.me(), reader, answers), clock.instant());
            if (reader != null) {
                notices.words(circle, issue, reader);
            }
        }
    }

    private static boolean isArranged(Circle circle, Presented issue) {
        return circle.chaired() || issue.presenter().equals(Acting.me());
    }

    private Presented ahead(Circle circle, UUID id) {
        return store.issue(id)
                .filter(issue -> issue.group().equals(circle.id()) && issue.ahead())
                .orElseThrow(NotFound::new);
    }
}
