package org.peerage.proposals.runs;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.composition.search.Composer;
import org.peerage.jobs.WakeUps;
import org.peerage.networks.NetworkId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What conveners do with runs: ask, look, end, ask again. Row security shows each the runs of the networks they
/// convene and no others.
@Component
public class Runs {

    /// More than this many waiting in one network would keep the others waiting.
    static final int MOST_WAITING = 5;

    private final RunStore store;
    private final InstantSource clock;
    private final WakeUps wakeUps;
    private final Composers<RunId> composers = new Composers<>();

    Runs(RunStore store, InstantSource clock, WakeUps wakeUps) {
        this.store = store;
        this.clock = clock;
        this.wakeUps = wakeUps;
    }

    /// What came of asking for a run.
    public sealed interface Started {

        /// It waits for its turn. A form sent twice leads to the one run.
        record Waiting(RunId run) implements Started {}

        record TooMany(int most) implements Started {}
    }

    /// Under an id that the form was given, so that sending it twice asks once, at the same moment too: the second
    /// waits for the first to be stored, and finds it. An id that names what the acting person may not see is not
    /// found.
    @Transactional
    public Started start(RunId id, RunRequest request) {
        if (store.find(id).isPresent()) {
            return new Started.Waiting(id);
        }
        if (store.waiting(request.network()) >= MOST_WAITING) {
            return new Started.TooMany(MOST_WAITING);
        }
        if (store.add(id, request, clock.instant())) {
            wakeUps.wake(Composing.ACTOR);
        } else if (store.find(id).isEmpty()) {
            throw new NotFound();
        }
        return new Started.Waiting(id);
    }

    /// Everything as it was, the seed too. Empty where there is no such run, or it is not for the acting person.
    @Transactional
    Optional<Started> again(RunId run, RunId next) {
        return store.request(run).map(request -> start(next, request));
    }

    public Optional<Run> find(RunId id) {
        return store.find(id);
    }

    List<Run> of(NetworkId network, int most) {
        return store.of(network, most);
    }

    public Optional<RunRequest> request(RunId id) {
        return store.request(id);
    }

    /// Group numbers by leader, of the best that was found so far.
    public Map<String, Integer> seats(RunId id) {
        return store.seats(id);
    }

    /// Takes the best so far; the search ends within seconds.
    @Transactional
    boolean finish(RunId id) {
        seen(id);
        return store.finish(id);
    }

    @Transactional
    boolean cancel(RunId id) {
        seen(id);
        return store.cancel(id, clock.instant());
    }

    /// The engine with the people and wishes of the run, which never change: it is kept for whoever asks next.
    Optional<Composer> composer(RunId id) {
        if (store.find(id).isEmpty()) {
            return Optional.empty();
        }
        var kept = composers.of(id);
        if (kept.isPresent()) {
            return kept;
        }
        var made = store.request(id)
                .map(request -> Composer.of(request.people(), request.rules(), request.weights(), request.size()));
        made.ifPresent(composer -> composers.keep(id, composer));
        return made;
    }

    private void seen(RunId id) {
        if (store.find(id).isEmpty()) {
            throw new NotFound();
        }
    }
}
