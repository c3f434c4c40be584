package org.peerage.scheduling.hosting;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.GroupDate;
import org.peerage.tenancy.PersonId;

/// In which order people host: whoever has not done it for longest is next.
final class HostRota {

    private HostRota() {}

    /// Hosts for the dates that have none, first come first.
    ///
    /// @param people in the order in which they come where nothing else decides
    static Map<GroupDate, PersonId> fill(
            List<GroupDate> dates, List<PersonId> people, Map<DateId, HostStore.Turn> turns) {
        var last = last(turns.values());
        Map<GroupDate, PersonId> given = new LinkedHashMap<>();
        for (var date : dates) {
            if (!turns.containsKey(date.id())) {
                longestAgo(people, last).ifPresent(person -> {
                    given.put(date, person);
                    last.merge(person, date.time().startsAt(), HostRota::later);
                });
            }
        }
        return given;
    }

    /// Who comes after this host: the others, whoever hosted longest ago first.
    static Optional<PersonId> next(PersonId host, List<PersonId> people, Collection<HostStore.Turn> turns) {
        return longestAgo(people.stream().filter(person -> !person.equals(host)).toList(), last(turns));
    }

    private static Map<PersonId, Instant> last(Collection<HostStore.Turn> turns) {
        Map<PersonId, Instant> last = new HashMap<>();
        turns.forEach(turn -> last.merge(turn.host(), turn.startsAt(), HostRota::later));
        return last;
    }

    private static Optional<PersonId> longestAgo(List<PersonId> people, Map<PersonId, Instant> last) {
        return people.stream().min(Comparator.comparing(person -> last.getOrDefault(person, Instant.EPOCH)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
