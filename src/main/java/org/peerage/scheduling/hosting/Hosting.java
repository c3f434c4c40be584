package org.peerage.scheduling.hosting;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.scheduling.GroupDate;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Turns to host: handed out in order, passed on, offered and taken. Whoever hosts hears of it, and once more a
/// fortnight ahead.
@Component
class Hosting implements NoticeKinds {

    private static final NoticeKind TURN = NoticeKind.of("scheduling.notice.host");
    private static final NoticeKind SOON = NoticeKind.of("scheduling.notice.host.soon");
    private static final NoticeKind OFFERED = NoticeKind.of("scheduling.notice.host.offered");
    private static final NoticeKind TAKEN = NoticeKind.of("scheduling.notice.host.taken");

    /// So long before, its host is reminded.
    static final Duration AHEAD = Duration.ofDays(14);

    private final HostStore store;
    private final Dates dates;
    private final Circles circles;
    private final Notices notices;
    private final InstantSource clock;

    Hosting(HostStore store, Dates dates, Circles circles, Notices notices, InstantSource clock) {
        this.store = store;
        this.dates = dates;
        this.circles = circles;
        this.notices = notices;
        this.clock = clock;
    }

    static String address(GroupId group) {
        return group.address() + "/hosts";
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(TURN, SOON, OFFERED, TAKEN);
    }

    @Transactional(readOnly = true)
    HostPage page(Circle circle) {
        var turns = store.of(circle.id());
        var lines = dates.ahead(circle.id()).stream()
                .map(date -> new HostPage.Line(date, Optional.ofNullable(turns.get(date.id()))))
                .toList();
        var mine = lines.stream().filter(HostPage.Line::isMine).findFirst();
        return new HostPage(
                circle,
                lines,
                mine,
                mine.map(line -> store.done(line.date().id())).orElseGet(Set::of));
    }

    @Transactional(readOnly = true)
    HostPage page(GroupId group) {
        return page(circles.of(group).filter(Circle::mine).orElseThrow(NotFound::new));
    }

    /// Dates that have no host get one.
    @Transactional
    void handOut(GroupId group) {
        var circle = circles.chaired(group);
        HostRota.fill(dates.ahead(group), people(circle), store.of(group))
                .forEach((date, host) -> give(date, circle, host));
    }

    /// The chair says who hosts.
    @Transactional
    GroupId assign(DateId id, PersonId host) {
        var date = dates.ahead(id).orElseThrow(NotFound::new);
        var circle = circles.chaired(date.group());
        if (!circle.seats(host)) {
            throw new NotFound();
        }
        give(date, circle, host);
        return circle.id();
    }

    /// Whoever cannot host this time is left out: the next in the order takes it, and they take the turn of the next.
    @Transactional
    GroupId skip(DateId id) {
        var date = dates.ahead(id).orElseThrow(NotFound::new);
        var circle = circles.chaired(date.group());
        var turns = store.of(circle.id());
        Optional.ofNullable(turns.get(id))
                .ifPresent(turn -> nextTurn(turn, turns.values())
                        .map(HostStore.Turn::host)
                        .or(() -> HostRota.next(turn.host(), people(circle), turns.values()))
                        .ifPresent(next -> exchange(date, circle, turn.host(), next, turns)));
        return circle.id();
    }

    private static Optional<HostStore.Turn> nextTurn(HostStore.Turn skipped, Collection<HostStore.Turn> turns) {
        return turns.stream()
                .filter(turn -> turn.startsAt().isAfter(skipped.startsAt()))
                .filter(turn -> !turn.host().equals(skipped.host()))
                .min(Comparator.comparing(HostStore.Turn::startsAt));
    }

    /// Asks the others to take my turn.
    @Transactional
    GroupId offer(DateId id) {
        var date = dates.ahead(id).orElseThrow(NotFound::new);
        var circle = circles.own(date.group());
        if (store.offer(id, clock.instant())) {
            notices.tell(
                    notice(OFFERED, date, circle, circle.nameOf(Acting.me())),
                    people(circle).stream()
                            .filter(person -> !person.equals(Acting.me()))
                            .toList());
        }
        return circle.id();
    }

    /// What is offered, or nobody's yet, is mine. Whoever offered it gets my next turn for it, if I have one.
    @Transactional
    GroupId take(DateId id) {
        var date = dates.ahead(id).orElseThrow(NotFound::new);
        var circle = circles.own(date.group());
        var me = Acting.me();
        var turns = store.of(circle.id());
        var turn = turns.get(id);
        if (turn == null) {
            give(date, circle, me);
        } else if (turn.offered() && !turn.host().equals(me)) {
            exchange(date, circle, turn.host(), me, turns);
            notices.tell(notice(TAKEN, date, circle, circle.nameOf(me)), List.of(turn.host()));
        }
        return circle.id();
    }

    private void exchange(
            GroupDate date, Circle circle, PersonId before, PersonId now, Map<DateId, HostStore.Turn> turns) {
        var theirs = dates.ahead(circle.id()).stream()
                .filter(other -> !other.id().equals(date.id()))
                .filter(other -> Optional.ofNullable(turns.get(other.id()))
                        .filter(turn -> turn.host().equals(now) && !turn.offered())
                        .isPresent())
                .findFirst();
        give(date, circle, now);
        theirs.filter(_ -> circle.seats(before)).ifPresent(other -> give(other, circle, before));
    }

    private void give(GroupDate date, Circle circle, PersonId host) {
        store.give(date, host, clock.instant());
        notices.withdraw(TURN, date.id().value());
        notices.withdraw(SOON, date.id().value());
        notices.withdraw(OFFERED, date.id().value());
        if (!host.equals(Acting.me())) {
            notices.tell(notice(TURN, date, circle), List.of(host));
        }
        var day = date.time().startsAt().minus(AHEAD);
        if (day.isAfter(clock.instant())) {
            notices.tell(notice(SOON, date, circle).from(day), List.of(host));
        }
    }

    /// By the host of this date, or the chair.
    @Transactional
    GroupId check(DateId id, String item, boolean done) {
        var date = dates.ahead(id).orElseThrow(NotFound::new);
        var circle = circles.own(date.group());
        var host = Optional.ofNullable(store.of(circle.id()).get(id)).map(HostStore.Turn::host);
        if (!Checklist.has(item)
                || !(circle.chaired() || host.filter(Acting.me()::equals).isPresent())) {
            throw new NotFound();
        }
        if (done) {
            store.check(date, item, clock.instant());
        } else {
            store.uncheck(id, item);
        }
        return circle.id();
    }

    private static List<PersonId> people(Circle circle) {
        return circle.seated().stream().map(Circle.Sitter::id).toList();
    }

    private static Notice notice(NoticeKind kind, GroupDate date, Circle circle, String... more) {
        var facts = Stream.concat(Stream.<Object>of(circle.name(), date.time().moment()), Stream.of(more))
                .toArray();
        return Notice.of(kind, date.id().value(), circle.id().value(), address(circle.id()), facts)
                .until(date.time().startsAt());
    }
}
