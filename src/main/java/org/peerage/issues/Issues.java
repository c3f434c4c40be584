package org.peerage.issues;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.meetings.AgendaProposal;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.meetings.Occasion;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedPut;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Preparing an issue and working on it: each act stores its sealed words and its state together, and tells the
/// meeting's followers.
@Component
public class Issues {

    static final String STATED = "issue";
    static final String REAL = "issue-real";
    static final String NOTE = "issue-note";
    static final String NO_ACTION = "issue-no-action";
    static final Set<String> KINDS = Set.of("problem", "decision", "opportunity", "plan-review", "setback");

    private final IssueStore store;
    private final Protocols protocols;
    private final Rooms rooms;
    private final Meetings meetings;
    private final ObjectProvider<IssueOutcomes> outcomes;
    private final InstantSource clock;

    Issues(
            IssueStore store,
            Protocols protocols,
            Rooms rooms,
            Meetings meetings,
            ObjectProvider<IssueOutcomes> outcomes,
            InstantSource clock) {
        this.store = store;
        this.protocols = protocols;
        this.rooms = rooms;
        this.meetings = meetings;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /// What became of an act on an issue.
    sealed interface Outcome {

        record Done() implements Outcome {}

        /// Nothing has changed; the message key says why.
        record Refused(String key) implements Outcome {}
    }

    /// Shares a prepared issue with the group, or changes one that has not been worked on.
    @Transactional
    public IssueId prepare(
            GroupId group, RoomId room, @Nullable IssueId before, String kind, int minutes, List<SealedPut> puts) {
        var text = only(puts, STATED);
        if (before == null && text.rev() != 1) {
            throw new RoomRefused("wrong-revision");
        }
        if (!rooms.put(room, puts)) {
            return store.stating(text.id()).orElseThrow(() -> new RoomRefused("wrong-revision"));
        }
        if (before == null) {
            var issue = new Issue(
                    new IssueId(Ids.next()),
                    group,
                    room,
                    Acting.me(),
                    kind,
                    protocols.forKind(kind).key(),
                    minutes,
                    Issue.State.PREPARED,
                    text.id(),
                    Optional.empty(),
                    Optional.empty());
            store.add(issue, clock.instant());
            return issue.id();
        }
        if (!latest(before).stated().equals(text.id())) {
            throw new RoomRefused("wrong-revision");
        }
        store.change(before, kind, minutes);
        return before;
    }

    @Transactional
    Outcome begin(ItemId item, Issue issue, MeetingId meeting) {
        var now = clock.instant();
        store.begin(item, issue, meeting, now, ends(protocols.of(issue.protocol()), 0, now));
        meetings.announce(meeting, "issue-step", issue.id().value());
        return new Outcome.Done();
    }

    /// Goes one step on or back, from the step that the caller saw.
    @Transactional
    Outcome move(ItemId item, Issue issue, MeetingId meeting, int from, int to) {
        var protocol = protocols.of(issue.protocol());
        if (to < 0 || to >= protocol.steps().size() || Math.abs(to - from) != 1) {
            return new Outcome.Refused("issues.refused.step");
        }
        var holding = to > from
                ? protocol.holding(from, issue.real().isPresent(), hasOutcome(issue))
                : Optional.<Protocol.Gate>empty();
        if (holding.isPresent()) {
            return new Outcome.Refused(key(holding.get()));
        }
        var now = clock.instant();
        if (!store.move(item, from, to, now, ends(protocol, to, now))) {
            // Pressed twice, or by two people: the group is where they wanted it.
            return store.standing(item)
                            .filter(standing -> standing.step() == to)
                            .isPresent()
                    ? new Outcome.Done()
                    : new Outcome.Refused("issues.refused.moved");
        }
        meetings.announce(meeting, "issue-step", issue.id().value());
        return new Outcome.Done();
    }

    @Transactional
    public void note(Issue issue, MeetingId meeting, int step, List<SealedPut> puts) {
        var text = only(puts, NOTE);
        if (text.rev() != 1) {
            throw new RoomRefused("wrong-revision");
        }
        if (rooms.put(issue.room(), puts)) {
            store.addNote(issue, Acting.me(), step, text.id(), clock.instant());
            meetings.announce(meeting, "issue-note", issue.id().value());
        }
    }

    @Transactional
    public void nameReal(Issue issue, MeetingId meeting, List<SealedPut> puts) {
        var text = only(puts, REAL);
        if (rooms.put(issue.room(), puts)) {
            unlessAnother(latest(issue.id()).real(), text);
            store.nameReal(issue.id(), text.id());
            meetings.announce(meeting, "issue-real", issue.id().value());
        }
    }

    @Transactional
    public void noAction(Issue issue, MeetingId meeting, List<SealedPut> puts) {
        var text = only(puts, NO_ACTION);
        if (rooms.put(issue.room(), puts)) {
            unlessAnother(latest(issue.id()).noAction(), text);
            store.nameNoAction(issue.id(), text.id());
            meetings.announce(meeting, "issue-no-action", issue.id().value());
        }
    }

    /// Ends the work on an issue and hands the notes to the presenter.
    @Transactional
    Outcome close(Issue issue, MeetingId meeting, @Nullable Integer value) {
        if (!hasOutcome(issue)) {
            return new Outcome.Refused(key(Protocol.Gate.OUTCOME));
        }
        if (issue.open()) {
            store.close(issue.id(), value, clock.instant());
            meetings.announce(meeting, "issue-closed", issue.id().value());
        }
        return new Outcome.Done();
    }

    boolean hasOutcome(Issue issue) {
        return issue.noAction().isPresent()
                || outcomes.orderedStream().anyMatch(known -> known.hasCommitment(issue.id()));
    }

    static String key(Protocol.Gate gate) {
        return switch (gate) {
            case REAL_ISSUE -> "issues.gate.realIssue";
            case OUTCOME -> "issues.gate.outcome";
        };
    }

    private static Instant ends(Protocol protocol, int step, Instant now) {
        return now.plus(Duration.ofMinutes(protocol.step(step).usual()));
    }

    /// The issue as it stands once this transaction has its turn in the room.
    private Issue latest(IssueId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /// Two windows may each write this for the first time: the second must not make the first one's words vanish.
    private static void unlessAnother(Optional<UUID> known, SealedPut text) {
        if (known.filter(record -> !record.equals(text.id())).isPresent()) {
            throw new RoomRefused("wrong-revision");
        }
    }

    /// A form of this module carries one text of one kind, written by whoever acts.
    private static SealedPut only(List<SealedPut> puts, String kind) {
        if (puts.size() != 1 || !puts.getFirst().kind().equals(kind)) {
            throw new RoomRefused("unexpected-kind");
        }
        return puts.getFirst();
    }

    @Transactional(readOnly = true)
    public List<AgendaProposal> proposals(Occasion at) {
        return store.open(at.group()).stream()
                .<AgendaProposal>map(issue -> new AgendaProposal.Brought(
                        issue.id().value(), issue.presenter(), issue.protocol(), issue.minutes()))
                .toList();
    }

    /// An item with an issue on it is left when the issue is closed.
    @Transactional(readOnly = true)
    public Optional<Message> holds(ItemId item) {
        return store.standing(item)
                .flatMap(standing -> store.onItem(item))
                .flatMap(store::find)
                .filter(Issue::open)
                .map(issue -> Message.of(hasOutcome(issue) ? "issues.gate.close" : key(Protocol.Gate.OUTCOME)));
    }
}
