package org.peerage.learnings;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.commitments.CommitmentSeeds;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedActs;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.SealedPut;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writing down what one has learned, and finding it again.
@Component
class Learnings implements CommitmentSeeds {

    private static final String MODULE = "learnings";

    private final LearningStore store;
    private final Askings askings;
    private final Meetings meetings;
    private final Circles circles;
    private final Rooms rooms;
    private final SealedActs acts;
    private final InstantSource clock;

    Learnings(
            LearningStore store,
            Askings askings,
            Meetings meetings,
            Circles circles,
            Rooms rooms,
            SealedActs acts,
            InstantSource clock) {
        this.store = store;
        this.askings = askings;
        this.meetings = meetings;
        this.circles = circles;
        this.rooms = rooms;
        this.acts = acts;
        this.clock = clock;
    }

    /// At one item of a meeting, for whoever looks.
    record Beside(UUID item, LearningForm form, List<LearningsPage.Line> mine) {}

    @Transactional(readOnly = true)
    LearningsPage page(GroupId group) {
        var circle = circles.own(group);
        var all = store.in(group);
        var lines = lines(circle, all);
        var mine = all.stream().filter(one -> one.isOf(Acting.me())).count();
        return new LearningsPage(
                circle,
                new LearningForm(
                        circle,
                        circle.id().address() + "/learnings",
                        "#learnings",
                        Ids.steady(MODULE, Acting.me(), group, mine),
                        Ids.steady(MODULE, Acting.me(), group, mine),
                        goals(circle)),
                askings.agreed(circle),
                askings.open(circle),
                askings.told(circle),
                lines.stream().filter(line -> line.learning().isOf(Acting.me())).toList(),
                lines.stream()
                        .filter(line -> !line.learning().isOf(Acting.me()))
                        .toList());
    }

    /// In the transaction of the page that shows the item; nothing to whoever has no room.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    Optional<Beside> beside(ItemView item) {
        return circles.withRoom(item.group()).filter(Circle::mine).map(circle -> beside(circle, item));
    }

    private Beside beside(Circle circle, ItemView item) {
        var mine = store.mineAt(item.item().value());
        return new Beside(
                item.item().value(),
                new LearningForm(
                        circle,
                        "/learnings/items/" + item.item(),
                        "#learned-" + item.item(),
                        Ids.steady(MODULE, Acting.me(), item.item(), mine.size()),
                        item.meeting().value(),
                        goals(circle)),
                lines(circle, mine));
    }

    /// @param from whom it was learned, or null
    /// @param goal of whoever writes, or null
    record Where(@Nullable UUID from, @Nullable UUID goal) {}

    /// Writes one down at the end of an item, while the meeting goes on or after one on paper.
    Beside write(ItemId item, Where where, SealedInput sealed) {
        return acts.inOrder(() -> meetings.topic(item), sealed.puts(), () -> {
            var at = meetings.item(item).orElseThrow(NotFound::new);
            var circle = circles.own(at.group());
            if (!at.isWritten()) {
                throw new RoomRefused("not-now");
            }
            put(circle, at.meeting().value(), item.value(), where, sealed);
            return beside(circle, at);
        });
    }

    /// Writes one down between two meetings.
    void write(GroupId group, Where where, SealedInput sealed) {
        acts.inOrder(Optional::empty, sealed.puts(), () -> {
            put(circles.own(group), null, null, where, sealed);
            return true;
        });
    }

    private void put(Circle circle, @Nullable UUID meeting, @Nullable UUID item, Where where, SealedInput sealed) {
        var kept = sealed.puts().stream().anyMatch(put -> put.envelope().isPresent());
        var words = sealed.only(kept ? LearningTexts.KEPT : LearningTexts.TOLD);
        var from = where.from() == null ? null : new PersonId(where.from());
        if (from != null && (from.equals(Acting.me()) || !circle.seats(from))) {
            throw new NotFound();
        }
        if (where.goal() != null && !store.goals(circle.id()).contains(where.goal())) {
            throw new RoomRefused("not-now");
        }
        var learning = new Learning(
                words.id(), circle.id(), Acting.me(), meeting, item, from, where.goal(), kept, clock.instant(), false);
        // What a text for its writer alone is about, the envelope says to them alone.
        if (kept ? !alone(words) : !words.about().equals(learning.about())) {
            throw new RoomRefused("text-missing");
        }
        if (rooms.put(circle.openRoom(), List.of(words))) {
            store.add(circle, learning);
        }
    }

    private static boolean alone(SealedPut words) {
        return words.readers().equals(List.of(words.author()));
    }

    /// What was told in a meeting, for those in the room.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    List<LearningsPage.Line> told(Circle circle, MeetingId meeting) {
        return circle.room().isEmpty() ? List.of() : lines(circle, store.told(meeting));
    }

    /// What a member has learned, as far as whoever looks may read it.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    List<LearningsPage.Line> of(Circle circle, PersonId member) {
        return lines(
                circle,
                store.in(circle.id()).stream().filter(one -> one.isOf(member)).toList());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Optional<Seed> seed(Circle circle, UUID id) {
        return store.find(id)
                .filter(one -> one.isOf(Acting.me()) && one.group().equals(circle.id()))
                .flatMap(one -> Optional.ofNullable(
                                rooms.texts(circle.openRoom(), List.of(id)).get(id))
                        .map(text -> new Seed(id, text, one.kind(), one.about(), one.goal())));
    }

    /// Of the goals, those that whoever acts may choose among.
    private List<SealedView> goals(Circle circle) {
        var goals = store.goals(circle.id());
        var texts = rooms.texts(circle.openRoom(), goals);
        return goals.stream()
                .flatMap(goal -> Optional.ofNullable(texts.get(goal)).stream())
                .toList();
    }

    private List<LearningsPage.Line> lines(Circle circle, List<Learning> all) {
        Set<UUID> ids = new HashSet<>();
        all.forEach(
                one -> Stream.of(one.id(), one.goal()).filter(Objects::nonNull).forEach(ids::add));
        var texts = rooms.texts(circle.openRoom(), ids);
        return all.stream().map(one -> line(circle, one, texts)).toList();
    }

    private static LearningsPage.Line line(Circle circle, Learning one, Map<UUID, SealedView> texts) {
        var from = one.from();
        var goal = one.goal();
        return new LearningsPage.Line(
                circle,
                one,
                circle.nameOf(one.by()),
                from == null ? "" : circle.nameOf(from),
                texts.get(one.id()),
                goal == null ? null : texts.get(goal));
    }
}
