package org.peerage.commitments.weekly;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.readers.Readers;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writing two lines about what one has promised, and saying as its witness that they were read.
@Component
public class WeeklyLines implements NoticeKinds {

    private static final NoticeKind CAME = NoticeKind.of("commitments.notice.lines");

    private final WeeklyStore store;
    private final WeeklyReminders reminders;
    private final Circles circles;
    private final Rooms rooms;
    private final Readers readers;
    private final Notices notices;
    private final InstantSource clock;

    WeeklyLines(
            WeeklyStore store,
            WeeklyReminders reminders,
            Circles circles,
            Rooms rooms,
            Readers readers,
            Notices notices,
            InstantSource clock) {
        this.store = store;
        this.reminders = reminders;
        this.circles = circles;
        this.rooms = rooms;
        this.readers = readers;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(CAME);
    }

    /// What was written about each commitment, as far as whoever acts is one of the two.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Map<UUID, List<Standing.Week>> in(Circle circle) {
        var lines = store.in(circle.id());
        var words = rooms.texts(
                circle.openRoom(), lines.stream().map(WeeklyStore.Line::record).toList());
        var weeks = new HashMap<UUID, List<Standing.Week>>();
        lines.forEach(line -> weeks.computeIfAbsent(line.commitment(), _ -> new ArrayList<>())
                .add(new Standing.Week(line.week(), line.record(), line.read(), words.get(line.record()))));
        return weeks;
    }

    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public boolean reminded(Circle circle) {
        return !store.off(circle.id());
    }

    @Transactional
    GroupId write(UUID commitment, SealedInput sealed) {
        var promise = store.find(commitment)
                .filter(found -> found.open() && found.owner().equals(Acting.me()))
                .orElseThrow(NotFound::new);
        var circle = circles.own(promise.group());
        var words = sealed.only(WeeklyTexts.WEEK);
        readers.mustBe(circle.openRoom(), words, Set.of(promise.owner(), promise.witness()));
        if (rooms.put(circle.openRoom(), List.of(words))) {
            var now = clock.instant();
            var week = Weeks.of(now, circle.zone());
            if (!store.add(promise, week, words.id(), now)) {
                throw new RoomRefused("not-now");
            }
            notices.tell(
                    Notice.of(
                            CAME,
                            commitment,
                            circle.id().value(),
                            WeeklyReminders.list(circle.id()),
                            circle.nameOf(Acting.me()),
                            circle.name(),
                            promise.due(),
                            week),
                    List.of(promise.witness()));
            if (store.unwritten(promise.group(), week) == 0) {
                reminders.written();
            }
        }
        return promise.group();
    }

    @Transactional
    GroupId read(UUID commitment) {
        var promise = store.find(commitment)
                .filter(found -> found.witness().equals(Acting.me()))
                .orElseThrow(NotFound::new);
        circles.own(promise.group());
        store.read(commitment, clock.instant());
        notices.withdraw(CAME, commitment);
        return promise.group();
    }

    @Transactional
    void remind(GroupId group, boolean yes) {
        reminders.turn(circles.own(group), !yes);
    }
}
