package org.peerage.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.peerage.meetings.MeetingId;
import org.peerage.tenancy.PersonId;

/// In which order people lead: whoever has not done it for longest is next, without those who are on leave that day.
///
/// @param people in the room, in the order in which they come where nothing else decides
/// @param led what was held, who led it
/// @param ahead what is to come, the first one first
record Turns(List<PersonId> people, List<Turn> led, List<Turn> ahead, List<Away> leaves) {

    /// That somebody is on leave, from the first to the last of these days.
    record Away(PersonId person, LocalDate first, LocalDate last) {

        boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    boolean isAway(PersonId person, Turn turn) {
        return leaves.stream().anyMatch(leave -> leave.person().equals(person) && leave.covers(turn.day()));
    }

    /// In the room, and there that day.
    boolean may(PersonId person, Turn turn) {
        return people.contains(person) && !isAway(person, turn);
    }

    /// Nobody leads it, or somebody who is on leave or has left.
    boolean isOpen(Turn turn) {
        return turn.leader().filter(leader -> may(leader, turn)).isEmpty();
    }

    /// Leaders for those that are open, first come first.
    Map<MeetingId, PersonId> fill() {
        var given = new HashMap<MeetingId, PersonId>();
        var known = new ArrayList<>(led);
        ahead.stream().filter(turn -> !isOpen(turn)).forEach(known::add);
        for (var turn : ahead) {
            if (isOpen(turn)) {
                longestAgo(turn, known).ifPresent(person -> {
                    given.put(turn.meeting(), person);
                    known.add(turn.led(person));
                });
            }
        }
        return given;
    }

    /// What changes where the one who leads this is passed over: the one who leads next takes it and leaves their own
    /// turn for it; where there is none such, whoever has not led for longest takes it.
    Map<MeetingId, PersonId> skip(Turn turn) {
        var before = turn.leader();
        if (before.isEmpty()) {
            return Map.of();
        }
        var next = ahead.stream()
                .filter(other -> other.startsAt().isAfter(turn.startsAt()))
                .filter(other -> !other.leader().equals(before) && !isOpen(other))
                .filter(other ->
                        other.leader().filter(leader -> may(leader, turn)).isPresent())
                .findFirst();
        return next.flatMap(Turn::leader)
                .map(taker -> swap(turn, taker))
                .orElseGet(() -> longestAgo(turn, without(before.get()), known())
                        .map(taker -> Map.of(turn.meeting(), taker))
                        .orElseGet(Map::of));
    }

    /// What changes where this person takes the turn of whoever leads it: for it they give their own next one, if they
    /// have one on which the other is there.
    Map<MeetingId, PersonId> swap(Turn turn, PersonId taker) {
        var changes = new HashMap<MeetingId, PersonId>();
        changes.put(turn.meeting(), taker);
        turn.leader()
                .ifPresent(before -> inReturn(turn, taker).ifPresent(other -> changes.put(other.meeting(), before)));
        return changes;
    }

    /// The next turn of whoever takes this one, if whoever leads it now is there then.
    Optional<Turn> inReturn(Turn turn, PersonId taker) {
        return turn.leader()
                .flatMap(before -> ahead.stream()
                        .filter(other -> !other.meeting().equals(turn.meeting()) && other.isOf(taker))
                        .findFirst()
                        .filter(other -> may(before, other)));
    }

    private List<Turn> known() {
        return Stream.concat(led.stream(), ahead.stream()).toList();
    }

    private List<PersonId> without(PersonId person) {
        return people.stream().filter(one -> !one.equals(person)).toList();
    }

    private Optional<PersonId> longestAgo(Turn turn, List<Turn> known) {
        return longestAgo(turn, people, known);
    }

    private Optional<PersonId> longestAgo(Turn turn, List<PersonId> among, List<Turn> known) {
        return among.stream()
                .filter(person -> may(person, turn))
                .min(Comparator.comparing(person -> last(person, known)));
    }

    private static Instant last(PersonId person, List<Turn> known) {
        return known.stream()
                .filter(turn -> turn.isOf(person))
                .map(Turn::startsAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
