package org.peerage.networks.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.aFounder;
import static org.peerage.networks.NetworkFixture.aMemberOf;
import static org.peerage.networks.NetworkFixture.aNetworkOf;
import static org.peerage.networks.NetworkFixture.aPerson;
import static org.peerage.networks.NetworkFixture.as;
import static org.peerage.networks.NetworkFixture.imported;
import static org.peerage.networks.NetworkFixture.seat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.peerage.rosters.Column;

/// Profiles in the real database.
class ProfileStoreTests {

    private final Directory directory = PEERAGE.bean(Directory.class);

    @Test
    void theOwnProfileIsChangedByItsPersonAndNotOverASecondWindow() {
        var convener = aFounder();
        var network = aNetworkOf(convener);
        imported(convener, network, "company,city\nAnvil,Porto\n");
        var anvil = as(convener, () -> directory.search(network, "anvil", 1)).getFirst();
        var ana = aPerson();
        seat(network, anvil.id(), ana, "Ana Example");
        var profiles = PEERAGE.bean(ProfileStore.class);
        var read = as(ana, () -> profiles.own(network)).orElseThrow();
        var changed = read.facts().with(Column.PLACE, "Lisboa").with(Column.EMAIL, "ana@example.org");

        assertThat(as(ana, () -> profiles.change(network, read.id(), read.version(), changed, Instant.now())))
                .isTrue();
        assertThat(as(ana, () -> profiles.change(network, read.id(), read.version(), changed, Instant.now())))
                .isFalse();
        assertThat(as(convener, () -> profiles.change(network, read.id(), read.version(), changed, Instant.now())))
                .isFalse();
        assertThat(as(convener, () -> directory.search(network, "lisboa ana", 5)))
                .hasSize(1);
        assertThat(as(convener, () -> profiles.find(network, anvil.id()))
                        .orElseThrow()
                        .facts())
                .isEqualTo(changed);
        assertThat(as(aMemberOf(network), () -> profiles.find(network, anvil.id()))
                        .orElseThrow()
                        .facts()
                        .text(Column.EMAIL))
                .isEmpty();
    }
}
