package org.peerage.commitments;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.live.LiveTopics;
import org.peerage.live.Topic;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedActs;
import org.peerage.rooms.SealedPut;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.readers.Readers;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Making commitments and saying how they went. The sealed words are stored in the room in the same transaction.
@Component
public class Commitments {

    private final CommitmentStore store;
    private final MeetingItemStore items;
    private final Circles circles;
    private final Rooms rooms;
    private final Readers readers;
    private final LiveTopics topics;
    private final SealedActs acts;
    private final PromiseNotices notices;
    private final Seeds seeds;
    private final InstantSource clock;

    Commitments(
            CommitmentStore store,
            MeetingItemStore items,
            Circles circles,
            Rooms rooms,
            Readers readers,
            LiveTopics topics,
            SealedActs acts,
            PromiseNotices notices,
            Seeds seeds,
            InstantSource clock) {
        this.store = store;
        this.items = items;
        this.circles = circles;
        this.rooms = rooms;
        this.readers = readers;
        this.topics = topics;
        this.acts = acts;
        this.notices = notices;
        this.seeds = seeds;
        this.clock = clock;
    }

    /// Where a commitment was made, if in a meeting or on an issue, which goal of its owner it serves, and the
    /// text that it began with.
    public record Origin(
            @Nullable UUID meeting,
            @Nullable UUID issue,
            @Nullable UUID goal,
            @Nullable UUID seed) {

        public static final Origin NONE = new Origin(null, null, null, null);

        Origin serving(Purpose purpose) {
            return new Origin(meeting, issue, purpose.goal(), purpose.seed());
        }
    }

    /// @param goal which it serves, of whoever commits; null for none
    /// @param seed the text that it began with; null for none
    record Purpose(@Nullable UUID goal, @Nullable UUID seed) {}

    /// By the acting person, before a witness of their choice; `words` is one sealed record of kind `commitment`, part
    /// `text`, whose id becomes the commitment's. False when it was not accepted.
    public boolean commit(GroupId group, PersonId witness, LocalDate dueOn, Origin origin, SealedPut words) {
        return acts.inOrder(
                        () -> followed(group),
                        List.of(words),
                        () -> make(group, witness, dueOn, origin, List.of(words)))
                instanceof Answer.Accepted;
    }

    /// By its owner, with or without one sealed line on what changed (kind `commitment-outcome`, part `text`).
    @Transactional
    public boolean done(CommitmentId id, List<SealedPut> words) {
        return done(id, own(id).terms().version(), words) instanceof Answer.Accepted;
    }

    /// By its owner, from the day it fell due; `words` of kind `commitment-missed`, parts `hindrance` and `help`.
    @Transactional
    public boolean didNotHappen(CommitmentId id, List<SealedPut> words) {
        return didNotHappen(id, own(id).terms().version(), words) instanceof Answer.Accepted;
    }

    /// By its owner, before the day it falls due; `words` of kind `commitment-moved`, part `text`.
    @Transactional
    public boolean renegotiate(CommitmentId id, LocalDate to, List<SealedPut> words) {
        return renegotiate(id, own(id).terms().version(), to, words) instanceof Answer.Accepted;
    }

    /// At this item of the group's meeting, if at one: where a commitment comes from is said by the item and not by the
    /// form. Out of an issue its presenter commits.
    Answer makeAt(
            @Nullable UUID item,
            GroupId group,
            PersonId witness,
            LocalDate dueOn,
            Purpose purpose,
            List<SealedPut> words) {
        return acts.inOrder(
                () -> followed(group),
                words,
                () -> make(group, witness, dueOn, originAt(item, group).serving(purpose), words));
    }

    private Origin originAt(@Nullable UUID item, GroupId group) {
        return item == null
                ? Origin.NONE
                : items.find(item)
                        .filter(place -> place.group().equals(group))
                        .filter(place ->
                                place.issue() == null || Acting.me().value().equals(place.presenter()))
                        .map(place -> new Origin(place.meeting(), place.issue(), null, null))
                        .orElseThrow(NotFound::new);
    }

    private Answer make(GroupId group, PersonId witness, LocalDate dueOn, Origin origin, List<SealedPut> words) {
        var circle = circles.withRoom(group).orElseThrow(NotFound::new);
        var me = Acting.me();
        var now = clock.instant();
        var today = circle.day(now);
        if (words.size() != 1 || !isNew(words.getFirst(), circle, CommitmentTexts.COMMITMENT)) {
            return new Answer.Refused("commitments.refused.not-sealed");
        }
        if (!dueOn.isAfter(today) || dueOn.isAfter(today.plusYears(5))) {
            return new Answer.Refused("commitments.refused.due");
        }
        if (witness.equals(me) || !circle.seats(witness)) {
            return new Answer.Refused("commitments.refused.witness");
        }
        if (origin.goal() != null && !store.goals(group).contains(origin.goal())) {
            return new Answer.Refused("commitments.refused.goal");
        }
        if (origin.seed() != null && seeds.find(circle, origin.seed()).isEmpty()) {
            throw new NotFound();
        }
        var terms = new CommitmentTerms(
                new CommitmentId(words.getFirst().id()),
                group,
                circle.openRoom(),
                me,
                witness,
                today,
                dueOn,
                origin.meeting(),
                origin.issue(),
                origin.goal(),
                origin.seed(),
                List.of(),
                1);
        if (rooms.put(circle.openRoom(), words)) {
            store.add(terms, now);
            notices.made(circle, terms);
            tell(group);
        }
        return new Answer.Accepted(group);
    }

    Answer done(CommitmentId id, int version, List<SealedPut> words) {
        return inOrder(id, words, commitment -> done(commitment, version, words));
    }

    private Answer done(Commitment commitment, int version, List<SealedPut> words) {
        return switch (commitment) {
            case Commitment.Done(var terms, var _, var said) -> again(terms, said, words);
            case Commitment.Missed _ -> changedMeanwhile();
            case Commitment.Open open -> {
                var circle = circles.withRoom(open.terms().group()).orElseThrow(NotFound::new);
                if (!fits(words, circle, CommitmentTexts.OUTCOME)) {
                    yield new Answer.Refused("commitments.refused.not-sealed");
                }
                var done = open.done(idOf(words), clock.instant());
                yield open.terms().version() == version && store.close(open.terms(), "done", done.at(), done.words())
                        ? closed(circle, done.terms(), words)
                        : changedMeanwhile();
            }
        };
    }

    Answer didNotHappen(CommitmentId id, int version, List<SealedPut> words) {
        return inOrder(id, words, commitment -> didNotHappen(commitment, version, words));
    }

    private Answer didNotHappen(Commitment commitment, int version, List<SealedPut> words) {
        return switch (commitment) {
            case Commitment.Missed(var terms, var _, var said) -> again(terms, said, words);
            case Commitment.Done _ -> changedMeanwhile();
            case Commitment.Open open -> {
                var circle = circles.withRoom(open.terms().group()).orElseThrow(NotFound::new);
                var now = clock.instant();
                if (!fits(words, circle, CommitmentTexts.MISSED)) {
                    yield new Answer.Refused("commitments.refused.not-sealed");
                }
                var two = Set.of(open.terms().owner(), open.terms().witness());
                words.forEach(one -> readers.mustBe(circle.openRoom(), one, two));
                yield switch (open.didNotHappen(circle.day(now), now, idOf(words))) {
                    case Commitment.Missing.NotDueYet _ -> new Answer.Refused("commitments.refused.not-due-yet");
                    case Commitment.Missing.Told(var missed) ->
                        open.terms().version() == version
                                        && store.close(missed.terms(), "missed", missed.at(), missed.words())
                                ? closed(circle, missed.terms(), words)
                                : changedMeanwhile();
                };
            }
        };
    }

    Answer renegotiate(CommitmentId id, int version, LocalDate to, List<SealedPut> words) {
        return inOrder(id, words, commitment -> renegotiate(commitment, version, to, words));
    }

    private Answer renegotiate(Commitment commitment, int version, LocalDate to, List<SealedPut> words) {
        if (!(commitment instanceof Commitment.Open open)) {
            return changedMeanwhile();
        }
        var history = open.terms().history();
        if (!words.isEmpty()
                && !history.isEmpty()
                && words.getFirst().id().equals(history.getLast().words())) {
            return new Answer.Accepted(open.terms().group());
        }
        var circle = circles.withRoom(open.terms().group()).orElseThrow(NotFound::new);
        var now = clock.instant();
        if (!fits(words, circle, CommitmentTexts.MOVED)) {
            return new Answer.Refused("commitments.refused.not-sealed");
        }
        return switch (open.renegotiate(to, circle.day(now), now, idOf(words))) {
            case Commitment.Moving.TooLate _ -> new Answer.Refused("commitments.refused.too-late");
            case Commitment.Moving.NotLater _ -> new Answer.Refused("commitments.refused.not-later");
            case Commitment.Moving.Moved(var moved) ->
                open.terms().version() == version && store.move(moved.terms())
                        ? moved(circle, moved.terms(), words)
                        : changedMeanwhile();
        };
    }

    /// The witness says: I heard. Of a commitment that is still open there is nothing to hear yet.
    @Transactional
    Answer hear(CommitmentId id) {
        var commitment = store.find(id)
                .filter(found -> found.terms().witness().equals(Acting.me()))
                .orElseThrow(NotFound::new);
        if (commitment instanceof Commitment.Open) {
            return new Answer.Refused("commitments.refused.still-open");
        }
        store.hear(commitment.terms(), clock.instant());
        return new Answer.Accepted(commitment.terms().group());
    }

    /// The witness says before the day that they stand by whoever promised: once.
    @Transactional
    Answer encourage(CommitmentId id) {
        var commitment = store.find(id)
                .filter(found -> found.terms().witness().equals(Acting.me()))
                .orElseThrow(NotFound::new);
        var terms = commitment.terms();
        var circle = circles.withRoom(terms.group()).orElseThrow(NotFound::new);
        if (!(commitment instanceof Commitment.Open) || terms.dueOn().isBefore(circle.day(clock.instant()))) {
            return new Answer.Refused("commitments.refused.too-late-to-encourage");
        }
        store.encourage(terms, clock.instant());
        notices.encouraged(circle, terms);
        return new Answer.Accepted(terms.group());
    }

    private Commitment own(CommitmentId id) {
        return store.find(id)
                .filter(found -> found.terms().owner().equals(Acting.me()))
                .orElseThrow(NotFound::new);
    }

    private Answer inOrder(CommitmentId id, List<SealedPut> words, Function<Commitment, Answer> act) {
        return acts.inOrder(() -> followed(own(id).terms().group()), words, () -> act.apply(own(id)));
    }

    private Answer closed(Circle circle, CommitmentTerms terms, List<SealedPut> words) {
        notices.closed(terms);
        return accepted(circle, words);
    }

    private Answer moved(Circle circle, CommitmentTerms terms, List<SealedPut> words) {
        notices.moved(circle, terms);
        return accepted(circle, words);
    }

    /// The rows have changed just now, which happens once; the words are stored with them.
    private Answer accepted(Circle circle, List<SealedPut> words) {
        if (!words.isEmpty()) {
            rooms.put(circle.openRoom(), words);
        }
        tell(circle.id());
        return new Answer.Accepted(circle.id());
    }

    /// The meeting that shows commitments just now.
    private Optional<Topic> followed(GroupId group) {
        return store.liveMeeting(group).map(MeetingId::topic);
    }

    private void tell(GroupId group) {
        followed(group).ifPresent(meeting -> topics.changed(meeting, "commitment", null));
    }

    /// Told before. The same request twice is answered as before; other words from another window are not dropped
    /// without a word.
    private static Answer again(CommitmentTerms terms, @Nullable UUID said, List<SealedPut> words) {
        return words.isEmpty() || words.getFirst().id().equals(said)
                ? new Answer.Accepted(terms.group())
                : changedMeanwhile();
    }

    private static Answer changedMeanwhile() {
        return new Answer.Refused("commitments.refused.changed");
    }

    /// Words may be left out; if there are any, they are one new record of the kind that belongs here.
    private static boolean fits(List<SealedPut> words, Circle circle, TextKind kind) {
        return words.isEmpty() || (words.size() == 1 && isNew(words.getFirst(), circle, kind));
    }

    private static boolean isNew(SealedPut put, Circle circle, TextKind kind) {
        return kind.fits(put) && put.room().equals(circle.openRoom());
    }

    private static @Nullable UUID idOf(List<SealedPut> words) {
        return words.isEmpty() ? null : words.getFirst().id();
    }
}
