package org.peerage.housekeeping;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.live.LiveTopics;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.meetings.Occasion;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedActs;
import org.peerage.rooms.SealedInput;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeping a line of a meeting, and finding again what one has left.
@Component
class Housekeeping {

    private final HousekeepingStore store;
    private final Meetings meetings;
    private final Circles circles;
    private final Rooms rooms;
    private final SealedActs acts;
    private final LiveTopics topics;
    private final InstantSource clock;

    Housekeeping(
            HousekeepingStore store,
            Meetings meetings,
            Circles circles,
            Rooms rooms,
            SealedActs acts,
            LiveTopics topics,
            InstantSource clock) {
        this.store = store;
        this.meetings = meetings;
        this.circles = circles;
        this.rooms = rooms;
        this.acts = acts;
        this.topics = topics;
        this.clock = clock;
    }

    /// Keeps one line while the meeting goes on, or after one on paper, and draws the stage with it.
    HousekeepingPage keep(ItemId item, Sort sort, SealedInput sealed) {
        return acts.inOrder(() -> meetings.topic(item), sealed.puts(), () -> {
            var at = at(item);
            var circle = circles.own(at.group());
            var words = sealed.only(sort.kind());
            if (!at.isWritten()) {
                throw new RoomRefused("not-now");
            }
            if (!words.about().equals(at.meeting().value())) {
                throw new RoomRefused("text-missing");
            }
            if (rooms.put(circle.openRoom(), List.of(words))) {
                store.add(circle, at.meeting(), words.id(), sort, clock.instant());
                topics.changed(at.meeting().topic(), "housekeeping", words.id());
            }
            return page(at, circle);
        });
    }

    private ItemView at(ItemId item) {
        return meetings.item(item)
                .filter(view -> view.kind().equals(HousekeepingItem.KIND))
                .orElseThrow(NotFound::new);
    }

    /// In the transaction of the page that shows it; empty to whoever has no room.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    Optional<HousekeepingPage> stage(ItemView item) {
        return circles.withRoom(item.group()).filter(Circle::mine).map(circle -> page(item, circle));
    }

    private HousekeepingPage page(ItemView item, Circle circle) {
        var said = store.in(item.meeting());
        Map<Sort, UUID> records = item.isWritten()
                ? Arrays.stream(Sort.values())
                        .collect(Collectors.toMap(
                                Function.identity(),
                                sort -> Ids.steady(
                                        sort.key(),
                                        item.meeting(),
                                        Acting.me(),
                                        said.stream()
                                                .filter(one -> one.sort() == sort
                                                        && one.by().equals(Acting.me()))
                                                .count())))
                : Map.of();
        return new HousekeepingPage(
                circle,
                item,
                lines(circle, said),
                records,
                meetings.next(item.group(), clock.instant())
                        .map(Occasion::startsAt)
                        .orElse(null));
    }

    /// What a meeting has left, for those in the room.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    List<HousekeepingPage.Line> kept(Circle circle, MeetingId meeting) {
        return circle.room().isEmpty() ? List.of() : lines(circle, store.in(meeting));
    }

    private List<HousekeepingPage.Line> lines(Circle circle, List<HousekeepingStore.Said> said) {
        var texts = rooms.texts(
                circle.openRoom(), said.stream().map(HousekeepingStore.Said::id).toList());
        return said.stream()
                .flatMap(one -> Optional.ofNullable(texts.get(one.id())).stream()
                        .map(words -> new HousekeepingPage.Line(
                                one.sort(),
                                one.by(),
                                circle.nameOf(one.by()),
                                circle.id().member(one.by()),
                                words)))
                .toList();
    }

    /// What somebody in the room needs and offers, as they have said it in meetings; only to others in the room.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    List<HousekeepingPage.Given> by(Circle circle, PersonId person) {
        if (!circle.mine() || circle.room().isEmpty()) {
            return List.of();
        }
        var said = store.by(circle, person);
        var texts = rooms.texts(
                circle.openRoom(),
                said.stream().map(HousekeepingStore.Given::id).toList());
        return said.stream()
                .flatMap(one -> Optional.ofNullable(texts.get(one.id())).stream()
                        .map(words -> new HousekeepingPage.Given(
                                one.sort(),
                                one.meeting(),
                                one.at().atZone(circle.zone()).toLocalDate(),
                                words)))
                .toList();
    }
}
