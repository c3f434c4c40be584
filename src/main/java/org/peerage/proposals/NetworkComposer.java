package org.peerage.proposals;

import java.util.OptionalDouble;
import org.peerage.composition.Criterion;
import org.peerage.composition.Rules;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.composition.search.Composer;
import org.peerage.networks.NetworkId;
import org.peerage.networks.directory.Directory;
import org.peerage.proposals.people.Rosters;
import org.peerage.proposals.people.Wishes;
import org.peerage.proposals.runs.Composers;
import org.springframework.stereotype.Component;

/// The engine with everybody in a network's directory, for questions about groups that meet already. The whole
/// directory it is, because what tells competitors apart is told by the whole directory. Whoever may not see the
/// network's wishes is answered without them.
@Component
public class NetworkComposer {

    /// As a search proposes it.
    private static final double HOURS_APART = 6;

    /// Those who sit together have of course sat together before.
    private static final Weights WEIGHTS = Weights.USUAL.with(Criterion.REPEATS, 0);

    private final Directory directory;
    private final Rosters rosters;
    private final Wishes wishes;
    private final Composers<Known> composers = new Composers<>();

    NetworkComposer(Directory directory, Rosters rosters, Wishes wishes) {
        this.directory = directory;
        this.rosters = rosters;
        this.wishes = wishes;
    }

    /// All that the engine is made of, as the acting person sees it.
    private record Known(NetworkId network, String edition, Rules rules) {}

    /// The same engine as before, as long as neither the directory nor a wish has changed.
    public Composer of(NetworkId network) {
        return of(network, wishes.rules(network, true, HOURS_APART, OptionalDouble.empty()));
    }

    /// The same for whoever seats people: with all that conveners have said of who competes, and nothing else of what
    /// they know.
    Composer correcting(NetworkId network) {
        return of(network, wishes.corrections(network, HOURS_APART));
    }

    private Composer of(NetworkId network, Rules rules) {
        var known = new Known(network, directory.edition(network), rules);
        return composers.of(known).orElseGet(() -> {
            var leaders = rosters.leaders(network, directory.matching(network, "", "", "", ""));
            var made = Composer.of(leaders, rules, WEIGHTS, SizeLimits.USUAL);
            composers.keep(known, made);
            return made;
        });
    }
}
