package org.peerage.proposals.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.peerage.composition.Rules;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What conveners know about pairs of people and no profile says. A pair has at most one wish.
@Component
public class Wishes {

    private static final Actor SEATING = new Actor.Program("proposals.seating");

    private final WishStore store;
    private final Networks networks;
    private final Directory directory;
    private final Scope scope;
    private final InstantSource clock;

    Wishes(WishStore store, Networks networks, Directory directory, Scope scope, InstantSource clock) {
        this.store = store;
        this.networks = networks;
        this.scope = scope;
        this.directory = directory;
        this.clock = clock;
    }

    public enum Kind {
        APART,
        TOGETHER,
        COMPETITORS,
        NOT_COMPETITORS;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> named(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }
    }

    /// One half of a pair, as the directory calls them.
    record Side(ProfileId profile, String name, String roleTitle, String organisation) {}

    record Wish(Kind kind, Side one, Side other, Instant keptAt) {}

    /// What came of a wish.
    public sealed interface Keeping {

        record Kept() implements Keeping {}

        /// The pair has a wish of another kind; it is taken back first.
        record OtherKind(Kind kind) implements Keeping {}

        record OnePersonTwice() implements Keeping {}

        /// Somebody is not in this network's directory.
        record Unknown() implements Keeping {}
    }

    /// The same wish once more is kept already.
    @Transactional
    public Keeping keep(NetworkId network, ProfileId some, ProfileId others, Kind kind) {
        if (some.equals(others)) {
            return new Keeping.OnePersonTwice();
        }
        if (!in(network, some) || !in(network, others)) {
            return new Keeping.Unknown();
        }
        if (store.add(network, some, others, kind, clock.instant())) {
            return new Keeping.Kept();
        }
        var before = store.kind(network, some, others);
        return before == kind ? new Keeping.Kept() : new Keeping.OtherKind(before);
    }

    @Transactional
    public void takeBack(NetworkId network, ProfileId some, ProfileId others) {
        store.remove(network, some, others);
    }

    /// They do not compete, whatever their profiles say. A pair that was named as competing is taken off the table the
    /// way it came: by taking the wish back. What another wish says of them stays.
    @Transactional
    public Keeping doNotCompete(NetworkId network, ProfileId some, ProfileId others) {
        var keeping = keep(network, some, others, Kind.NOT_COMPETITORS);
        if (keeping instanceof Keeping.OtherKind(var kind) && kind == Kind.COMPETITORS) {
            store.remove(network, some, others);
            return new Keeping.Kept();
        }
        return keeping;
    }

    /// How many there are.
    public int count(NetworkId network) {
        return store.count(network);
    }

    /// The wishes of a network as the engine reads them; without them only the corrections of who competes with whom.
    public Rules rules(NetworkId network, boolean wishesToo, double hoursApart, OptionalDouble kilometres) {
        var pairs = store.pairs(network);
        return new Rules(
                wishesToo ? pairs.getOrDefault(Kind.APART, List.of()) : List.of(),
                wishesToo ? pairs.getOrDefault(Kind.TOGETHER, List.of()) : List.of(),
                Map.of(),
                pairs.getOrDefault(Kind.COMPETITORS, List.of()),
                pairs.getOrDefault(Kind.NOT_COMPETITORS, List.of()),
                hoursApart,
                kilometres,
                true);
    }

    /// The corrections of who competes with whom, for whoever seats people, though they may not see who made them.
    public Rules corrections(NetworkId network, double hoursApart) {
        return scope.actingAs(SEATING, () -> rules(network, false, hoursApart, OptionalDouble.empty()));
    }

    /// Whether whoever acts may say who competes with whom.
    public boolean mayCorrect(NetworkId network) {
        return networks.find(network).filter(Networks.Network::convened).isPresent();
    }

    private boolean in(NetworkId network, ProfileId profile) {
        return directory
                .entry(profile)
                .filter(entry -> entry.network().equals(network))
                .isPresent();
    }
}
