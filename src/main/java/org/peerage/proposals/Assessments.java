package org.peerage.proposals;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.peerage.composition.Rules;
import org.peerage.composition.search.Composer;
import org.peerage.proposals.runs.RunId;
import org.peerage.proposals.runs.Runs;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;

/// Keeps the boards that were looked at last, as long as there is memory: telling every number and reason of some
/// thousand people takes a moment, and a convener looks at the same seats many times.
///
/// Locks are left out of the engine's rules here: they are the proposal's and change from one look to the next.
@Component
class Assessments {

    private static final int KEPT = 6;

    private final Runs runs;
    private final Map<RunId, SoftReference<Composer>> composers = new LinkedHashMap<>();
    private final Map<Seats, SoftReference<Assessment>> assessments = new LinkedHashMap<>();

    Assessments(Runs runs) {
        this.runs = runs;
    }

    private record Seats(RunId run, Map<String, Integer> seats) {}

    /// Whoever sees the proposal sees its board; the run is of the same network.
    Assessment of(Proposed proposal) {
        return kept(
                assessments,
                new Seats(proposal.run(), proposal.seats()),
                () -> new Assessment(composer(proposal.run()), proposal.seats()));
    }

    /// A board that knows the locks: what it does with a whole group leaves those who are fixed where they are.
    Assessment withLocks(Proposed proposal) {
        var locks = proposal.seats().entrySet().stream()
                .filter(seat -> proposal.fixed(seat.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, seat -> seat.getValue().toString()));
        return locks.isEmpty() ? of(proposal) : new Assessment(composer(proposal.run(), locks), proposal.seats());
    }

    private Composer composer(RunId run) {
        return kept(composers, run, () -> composer(run, Map.of()));
    }

    private Composer composer(RunId run, Map<String, String> locks) {
        var request = runs.request(run).orElseThrow(NotFound::new);
        var rules = request.rules();
        return Composer.of(
                request.people(),
                new Rules(
                        rules.apart(),
                        rules.together(),
                        locks,
                        rules.competitors(),
                        rules.notCompetitors(),
                        rules.hoursApart(),
                        rules.kilometres(),
                        rules.competing()),
                request.weights(),
                request.size());
    }

    private static <K, V> V kept(Map<K, SoftReference<V>> kept, K key, Supplier<V> making) {
        synchronized (kept) {
            var reference = kept.remove(key);
            if (reference != null) {
                kept.put(key, reference);
                var value = reference.get();
                if (value != null) {
                    return value;
                }
            }
        }
        var made = making.get();
        synchronized (kept) {
            kept.remove(key);
            kept.put(key, new SoftReference<>(made));
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return made;
    }
}
