package org.peerage.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;
import static org.peerage.proposals.runs.RunFixture.PEERAGE;
import static org.peerage.proposals.runs.RunFixture.aNetworkOf;
import static org.peerage.proposals.runs.RunFixture.wishes;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.composition.search.Composer;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.ProfileId;
import org.peerage.proposals.people.Wishes;
import org.peerage.proposals.runs.RunFixture;
import org.peerage.tenancy.PersonId;

class NetworkComposerTests {

    private final RunFixture fixture = aNetworkOf(12);
    private final ProfileId one = profile(0);
    private final ProfileId other = profile(1);

    @Test
    void theEngineIsTheSameUntilSomethingItIsMadeOfChanges() {
        var before = seenBy(fixture.convener);
        assertThat(before.leaders()).hasSize(12);
        assertThat(seenBy(fixture.convener)).isSameAs(before);

        fixture.bring("company\nWorks 013\n");
        var more = seenBy(fixture.convener);
        assertThat(more.leaders()).hasSize(13);

        as(fixture.convener, () -> wishes().keep(fixture.network, one, other, Wishes.Kind.APART));
        var apart = seenBy(fixture.convener);
        assertThat(apart).isNotSameAs(more);

        wish();
        var wished = seenBy(fixture.convener);
        assertThat(wished).isNotSameAs(apart);
        assertThat(wished.leaders().getFirst().wishes()).containsExactly(other.toString());
        assertThat(seenBy(fixture.convener)).isSameAs(wished);
    }

    @Test
    void whoeverMayNotSeeWishesIsAnsweredWithoutThem() {
        wish();
        assertThat(seenBy(fixture.convener).leaders().getFirst().wishes()).hasSize(1);

        var member = seenBy(NetworkFixture.aMemberOf(fixture.network));

        assertThat(member.leaders()).hasSize(13);
        assertThat(member.leaders())
                .allSatisfy(leader -> assertThat(leader.wishes()).isEmpty());
        assertThat(seenBy(NetworkFixture.aPerson()).leaders()).isEmpty();
    }

    private void wish() {
        Pages.seenBy(fixture.convener)
                .post("/networks/" + fixture.network + "/directory/" + one + "/companions", "who-id", other.toString());
    }

    private Composer seenBy(PersonId person) {
        return as(person, () -> PEERAGE.bean(NetworkComposer.class).of(fixture.network));
    }

    private ProfileId profile(int at) {
        return new ProfileId(UUID.fromString(fixture.leaders().get(at).id()));
    }
}
