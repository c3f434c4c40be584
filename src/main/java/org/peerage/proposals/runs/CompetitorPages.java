package org.peerage.proposals.runs;

import java.util.OptionalDouble;
import org.peerage.composition.search.Competitors;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.proposals.people.Rosters;
import org.peerage.proposals.people.Wishes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who competes with whom, as their profiles and the convener say.
@Component
class CompetitorPages {

    private static final int MOST_SHOWN = 60;

    private final Networks networks;
    private final Rosters rosters;
    private final Wishes wishes;

    CompetitorPages(Networks networks, Rosters rosters, Wishes wishes) {
        this.networks = networks;
        this.rosters = rosters;
        this.wishes = wishes;
    }

    /// @param query what was typed, as in an address
    @Transactional(readOnly = true)
    CompetitorsPage among(NetworkId network, Rosters.Choice choice, String query) {
        var convened = networks.convened(network);
        var people = rosters.leaders(network, rosters.chosen(network, choice).people());
        var competitors = new Competitors(people, wishes.rules(network, false, 0, OptionalDouble.empty()));
        var rivals = competitors.table();
        return new CompetitorsPage(
                convened,
                people.size(),
                rivals.size(),
                rivals.subList(0, Math.min(MOST_SHOWN, rivals.size())),
                competitors.unknown(),
                query);
    }

    /// False where another wish says something of these two: that one is taken back first.
    @Transactional
    boolean strike(NetworkId network, ProfileId one, ProfileId other) {
        networks.convened(network);
        return !(wishes.doNotCompete(network, one, other) instanceof Wishes.Keeping.OtherKind);
    }
}
