package org.peerage.sponsors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.util.UUID;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.identity.LinkAccepted;
import org.peerage.networks.NetworkFixture;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sponsors, invited on the convener's page and come in by their link.
public final class SponsorFixture {

    private SponsorFixture() {}

    /// One person who sponsors the network and the group in it.
    public static PersonId ofBoth(GroupFixture here) {
        var person = NetworkFixture.aPerson();
        accept(here, person, ask(here, "Ines Hollowell", ""));
        accept(here, person, ask(here, "Ines Hollowell", here.group.toString()));
        return person;
    }

    static PersonId ofGroup(GroupFixture here) {
        var person = NetworkFixture.aPerson();
        accept(here, person, ask(here, "Ines Hollowell", here.group.toString()));
        return person;
    }

    static PersonId ofNetwork(GroupFixture here) {
        var person = NetworkFixture.aPerson();
        accept(here, person, ask(here, "Otis Marlow", ""));
        return person;
    }

    static UUID ask(GroupFixture here, String name, String group) {
        var id = Ids.next();
        var answer = Pages.seenBy(here.convener)
                .post("/networks/" + here.network + "/sponsors", "id", "" + id, "name", name, "group", group);
        assertThat(answer.status()).isEqualTo(200);
        return id;
    }

    static UUID link(GroupFixture here, UUID sponsor) {
        return as(
                here.convener,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select link_id from sponsors.sponsor where id = :id")
                        .param("id", sponsor)
                        .query(UUID.class)
                        .single());
    }

    static void accept(GroupFixture here, PersonId person, UUID sponsor) {
        accept(person, sponsor, link(here, sponsor));
    }

    static void accept(PersonId person, UUID sponsor, UUID link) {
        as(person, () -> {
            var accepted = new LinkAccepted(link, Sponsors.LINK, sponsor, person, "Ines Hollowell", Instant.EPOCH);
            PEERAGE.bean(ApplicationEventMulticaster.class)
                    .multicastEvent(new PayloadApplicationEvent<>(PEERAGE, accepted));
            return person;
        });
    }
}
