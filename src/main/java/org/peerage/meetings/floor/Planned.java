package org.peerage.meetings.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.tenancy.PersonId;

/// A meeting that is still to come.
record Planned(
        MeetingId id,
        GroupId group,
        Instant startsAt,
        Duration length,
        long version,
        @Nullable PersonId deputy,
        List<Item> items,
        List<Attendee> attendees) {

    /// The door opens for those who like to be early.
    static final Duration DOORS = Duration.ofHours(1);

    /// A meeting begun by mistake three weeks ahead could not be taken back.
    static final Duration EARLIEST = Duration.ofHours(24);

    /// Nobody remembers a meeting that lasted longer as one.
    private static final Duration LONGEST = Duration.ofDays(3);

    /// Why it cannot be entered as held on paper, or empty.
    Optional<Refusal> refuses(HeldOnPaper held, Decision.By by, long expected, Instant now) {
        if (!by.chair() && !by.person().equals(deputy)) {
            return Optional.of(Refusal.NOT_CHAIR);
        }
        if (expected != version) {
            return Optional.of(Refusal.STALE);
        }
        if (now.isBefore(startsAt.plus(length))) {
            return Optional.of(Refusal.NOT_PASSED);
        }
        if (!held.from().isBefore(held.to())
                || held.to().isAfter(now)
                || held.to().isAfter(held.from().plus(LONGEST))
                || held.from().isBefore(startsAt.minus(EARLIEST))
                || held.from().isAfter(startsAt.plus(EARLIEST))) {
            return Optional.of(Refusal.TIMES);
        }
        return held.there().isEmpty() && attendees.isEmpty() ? Optional.of(Refusal.NOBODY_THERE) : Optional.empty();
    }

    /// The agenda afterwards: what was reached has had the minutes that were planned for it, since nobody measured.
    List<Item> afterwards(HeldOnPaper held) {
        return items.stream()
                .map(item -> held.reached().contains(item.position())
                        ? item.with(
                                Item.State.DONE,
                                new Countdown.Stopped(Duration.ofMinutes(item.minutes()), Duration.ZERO))
                        : item.with(Item.State.UNCOVERED, null))
                .toList();
    }

    /// Those who came, beside those who had said so themselves.
    List<Attendee> joined(HeldOnPaper held) {
        var joined = new ArrayList<Attendee>();
        for (var person : held.there()) {
            if (attendees.stream().noneMatch(a -> a.person().equals(person))) {
                joined.add(Attendee.arrived(
                        person,
                        attendees.stream().mapToInt(Attendee::number).max().orElse(0) + joined.size() + 1,
                        held.from(),
                        held.late().contains(person)));
            }
        }
        return List.copyOf(joined);
    }

    Decision decide(Act act, Decision.By by, long expected, Instant now) {
        return switch (act) {
            case Act.Start() -> start(by, expected, now);
            case Act.Arrive(var who) -> arrive(who, by, now);
            case Act.TakeOver _, Act.Leading _, Act.Marking _ -> new Decision.Refused(Refusal.NOT_LIVE);
        };
    }

    private Decision start(Decision.By by, long expected, Instant now) {
        if (!by.chair() && !by.person().equals(deputy)) {
            return new Decision.Refused(Refusal.NOT_CHAIR);
        }
        if (expected != version) {
            return new Decision.Refused(Refusal.STALE);
        }
        if (now.isBefore(startsAt.minus(EARLIEST))) {
            return new Decision.Refused(Refusal.TOO_EARLY);
        }
        var opened = new ArrayList<>(items);
        opened.set(0, opened.getFirst().open(now, opened.getFirst().minutes()));
        var present = new ArrayList<>(attendees);
        if (attendees.stream().noneMatch(a -> a.person().equals(by.person()))) {
            present.add(Attendee.arrived(by.person(), attendees.size() + 1, now, false));
        }
        return new Decision.Moved(new Live(
                id,
                group,
                startsAt,
                length,
                version + 1,
                by.person(),
                now,
                deputy,
                now,
                List.copyOf(opened),
                List.of(),
                List.copyOf(present),
                null));
    }

    private Decision arrive(PersonId who, Decision.By by, Instant now) {
        if (!who.equals(by.person()) && !by.chair()) {
            return new Decision.Refused(Refusal.NOT_LEADING);
        }
        if (now.isBefore(startsAt.minus(DOORS))) {
            return new Decision.Refused(Refusal.TOO_EARLY);
        }
        if (attendees.stream().anyMatch(a -> a.person().equals(who))) {
            return new Decision.Refused(Refusal.ALREADY_DONE);
        }
        return new Decision.Marked(Attendee.arrived(who, attendees.size() + 1, now, false));
    }

    Planned without(Collection<PersonId> people) {
        return new Planned(
                id,
                group,
                startsAt,
                length,
                version,
                deputy,
                items,
                attendees.stream().filter(one -> !people.contains(one.person())).toList());
    }

    Planned with(List<Item> agenda) {
        return new Planned(id, group, startsAt, length, version, deputy, agenda, attendees);
    }
}
