package org.peerage.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.aFounder;
import static org.peerage.networks.NetworkFixture.aMemberOf;
import static org.peerage.networks.NetworkFixture.aNetworkOf;
import static org.peerage.networks.NetworkFixture.aPerson;
import static org.peerage.networks.NetworkFixture.as;
import static org.peerage.networks.NetworkFixture.seat;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.networks.directory.Directory;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Networks and their walls, at the real database.
class NetworksTests {

    private final Networks networks = PEERAGE.bean(Networks.class);
    private final Directory directory = PEERAGE.bean(Directory.class);

    @Test
    void aFoundingLinkLetsItsPersonFoundExactlyOneNetwork() {
        var founder = aFounder();
        assertThat(as(founder, networks::mayFound)).isTrue();

        var network = aNetworkOf(founder);

        assertThat(as(founder, networks::mine))
                .containsExactly(new Networks.Network(
                        network, "Harbour Circle", "Peers who build", ZoneId.of("Europe/Lisbon"), "leaders", true));
        assertThat(as(founder, networks::mayFound)).isFalse();
        assertThat(as(founder, () -> networks.found(command("Second")))).isEqualTo(new Networks.Founding.NoLeave());
    }

    @Test
    void withoutALinkNobodyFoundsAnything() {
        assertThat(as(aPerson(), () -> networks.found(command("Out of the blue"))))
                .isEqualTo(new Networks.Founding.NoLeave());
        assertThat(Acting.asProgram(
                        "networks.seating", () -> PEERAGE.inTransaction(() -> networks.found(command("By a program")))))
                .isEqualTo(new Networks.Founding.NoLeave());
    }

    @Test
    void toAnOutsiderTheNetworkDoesNotExist() {
        var network = aNetworkOf(aFounder());
        var outsider = aFounder();
        aNetworkOf(outsider);

        assertThat(as(outsider, () -> networks.find(network))).isEmpty();
        assertThat(as(outsider, () -> rows("networks.shared_network where id = '" + network + "'")))
                .isZero();
        assertThat(as(outsider, () -> rows("networks.member where network_id = '" + network + "'")))
                .isZero();
    }

    @Test
    void nobodyMakesThemselvesAMemberOrAConvener() {
        var network = aNetworkOf(aFounder());
        var outsider = aPerson();
        for (var role : List.of("member", "convener")) {
            assertThatThrownBy(() -> as(
                            outsider,
                            () -> PEERAGE.bean(JdbcClient.class)
                                    .sql("insert into networks.member (network_id, person_id, role, since) "
                                            + "values (:network, :person, :role, now())")
                                    .param("network", network.value())
                                    .param("person", outsider.value())
                                    .param("role", role)
                                    .update()))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void whoTakesASeatBecomesAMemberBehindTheProfileWithTheNameTheyGave() {
        var founder = aFounder();
        var network = aNetworkOf(founder);
        var profile = aProfileIn(network, founder, "Tin & Thread");
        var person = aPerson();

        assertThat(seat(network, profile, person, "Ivo Example")).isEqualTo(new Networks.Seating.Seated(profile));

        var entry = as(person, () -> directory.entry(profile)).orElseThrow();
        assertThat(entry.person()).contains(person);
        assertThat(entry.name()).isEqualTo("Ivo Example");
        assertThat(entry.organisation()).isEqualTo("Tin & Thread");
        assertThat(as(person, networks::mine))
                .extracting(Networks.Network::convened)
                .containsExactly(false);
        assertThat(as(founder, () -> directory.search(network, "ivo thread", 5)))
                .containsExactly(entry);
    }

    @Test
    void aSeatIsTakenOnce() {
        var founder = aFounder();
        var network = aNetworkOf(founder);
        var profile = aProfileIn(network, founder, "Lantern Works");
        var first = aPerson();
        seat(network, profile, first, "Ana Example");
        var late = aPerson();

        assertThat(seat(network, profile, late, "Late Example")).isEqualTo(new Networks.Seating.Taken());
        assertThat(as(late, networks::mine)).isEmpty();
        assertThat(seat(network, profile, first, "Ana Example")).isEqualTo(new Networks.Seating.Seated(profile));
    }

    @Test
    void aProfileOfAnotherNetworkIsNotTaken() {
        var founder = aFounder();
        var profile = aProfileIn(aNetworkOf(founder), founder, "Elsewhere");
        var here = aNetworkOf(aFounder());

        assertThat(seat(here, profile, aPerson(), "Ana Example")).isEqualTo(new Networks.Seating.Taken());
    }

    @Test
    void aBareProfileGivesWayToTheOneFromTheRoster() {
        var founder = aFounder();
        var network = aNetworkOf(founder);
        var person = aMemberOf(network);
        var profile = aProfileIn(network, founder, "Copper Pond");

        assertThat(seat(network, profile, person, "Noor Example")).isEqualTo(new Networks.Seating.Seated(profile));
        assertThat(as(person, () -> directory.search(network, "", 10)))
                .extracting(Directory.Entry::id)
                .containsExactly(profile);
    }

    @Test
    void membersReadTheDirectoryButOnlyConvenersWriteIt() {
        var founder = aFounder();
        var network = aNetworkOf(founder);
        var member = aMemberOf(network);
        var profile = aProfileIn(network, founder, "Quiet Mill");

        assertThat(as(member, () -> directory.entry(profile))).isPresent();
        assertThat(as(aPerson(), () -> directory.entry(profile))).isEmpty();
        assertThat(as(
                        member,
                        () -> PEERAGE.bean(JdbcClient.class)
                                .sql("update networks.profile set organisation = 'Mine' where id = :id")
                                .param("id", profile.value())
                                .update()))
                .isZero();
        assertThatThrownBy(() -> aProfileIn(network, member, "Smuggled")).isInstanceOf(DataAccessException.class);
    }

    @Test
    void addressesAreForConvenersAndTheirOwner() {
        var founder = aFounder();
        var network = aNetworkOf(founder);
        var profile = aProfileIn(network, founder, "Post & Sons");
        as(
                founder,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql(
                                "insert into networks.address (profile_id, network_id, email) values (:p, :n, 'ana@example.org')")
                        .param("p", profile.value())
                        .param("n", network.value())
                        .update());
        var owner = aPerson();
        seat(network, profile, owner, "Ana Example");
        var other = aMemberOf(network);

        assertThat(as(founder, () -> rows("networks.address"))).isEqualTo(1);
        assertThat(as(owner, () -> rows("networks.address"))).isEqualTo(1);
        assertThat(as(other, () -> rows("networks.address"))).isZero();
    }

    private static NetworkForm.Command command(String name) {
        return new NetworkForm.Command(name, "", ZoneId.of("Europe/Lisbon"), "leaders");
    }

    private static ProfileId aProfileIn(NetworkId network, PersonId convener, String organisation) {
        UUID id = Ids.next();
        as(
                convener,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql(
                                "insert into networks.profile (id, network_id, organisation, role_title, sought, changed_at) "
                                        + "values (:id, :network, :organisation, 'Chief executive', lower(:organisation), now())")
                        .param("id", id)
                        .param("network", network.value())
                        .param("organisation", organisation)
                        .update());
        return new ProfileId(id);
    }

    private static long rows(String from) {
        return PEERAGE.bean(JdbcClient.class)
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single();
    }
}
