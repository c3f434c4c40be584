package org.peerage.meetings.floor;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerage.tenancy.PersonId;

/// Who is still to be heard in one item: everybody present, in order of arrival, so that a latecomer comes last and
/// nobody is left out. Whoever presents is who it is for.
record Round(List<PersonId> present, Set<PersonId> heard) {

    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final long STEP = 15;

    static Round of(Item item, int number, List<Attendee> attendees, List<Turn> turns) {
        return new Round(
                attendees.stream()
                        .sorted(Comparator.comparingInt(Attendee::number))
                        .map(Attendee::person)
                        .filter(person -> !person.equals(item.presenter()))
                        .toList(),
                turns.stream()
                        .filter(t -> t.item().equals(item.id()) && t.round() == number)
                        .map(Turn::person)
                        .collect(Collectors.toSet()));
    }

    List<PersonId> notHeardYet() {
        return present.stream().filter(p -> !heard.contains(p)).toList();
    }

    Optional<PersonId> next() {
        return notHeardYet().stream().findFirst();
    }

    /// An equal share of what is left for each who has not been heard, in steps of fifteen seconds; never less than a
    /// minute, because a turn that nobody can use is none.
    Duration share(Duration left) {
        var waiting = Math.max(1, notHeardYet().size());
        var seconds = left.toSeconds() / waiting / STEP * STEP;
        return seconds < LEAST.toSeconds() ? LEAST : Duration.ofSeconds(seconds);
    }
}
