package org.peerage.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.NetworkFixture;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What each finds on their first page, with real groups behind it.
class HomePageTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void theGroupItsNextMeetingAndOnesOwnPromisesStandOnTheFirstPage() {
        var here = GroupFixture.aGroup().with(3);
        here.open();
        var ada = here.members.get(0);
        var noor = here.members.get(1);
        here.letIn(ada);
        here.letIn(noor);
        assertThat(next(home(here.chair()))).isEqualTo("Set the dates");
        assertThat(next(home(ada))).isEqualTo("You are up to date");

        var start = LocalDateTime.ofInstant(Instant.now(), ZONE)
                .plusDays(9)
                .withHour(9)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
        as(here.chair(), () -> peerage.bean(Dates.class).set(here.group, start, ZONE, 240, "Quay House", ""));
        commitment(here, ada, noor, start);

        var page = home(ada);
        assertThat(page.expectFirst("section.next p").text()).isEqualTo("Tuesday Circle");
        assertThat(next(page)).isEqualTo("Prepare for the meeting");
        assertThat(page.expectFirst("section[aria-labelledby=meeting] time").text())
                .contains("9:00", "Europe/Lisbon");
        assertThat(page.expectFirst("section[aria-labelledby=meeting]").text()).contains("Quay House");
        assertThat(page.expectFirst("section[aria-labelledby=commitments]").text())
                .contains("Tuesday Circle: due", "Witness: Member 2");
        assertThat(page.expectFirst("section[aria-labelledby=groups]").text()).contains("You are a member");
        assertThat(home(noor)
                        .expectFirst("section[aria-labelledby=commitments]")
                        .text())
                .contains("Nothing is open");

        var convened = home(here.convener);
        assertThat(convened.expectFirst("section[aria-labelledby=groups]").text())
                .contains("Tuesday Circle", "You are the convener");
        assertThat(convened.expectFirst("section[aria-labelledby=meeting]").text())
                .doesNotContain("Quay House");
    }

    @Test
    void aFounderIsLedThroughNetworkRosterAndGroup() {
        var founder = NetworkFixture.aFounder();
        assertThat(next(home(founder))).isEqualTo("Found your network");
        var network = NetworkFixture.aNetworkOf(founder);
        assertThat(next(home(founder))).isEqualTo("Bring in the roster of Harbour Circle");
        NetworkFixture.imported(founder, network, "Organisation\nBeacon Mills\n");
        var page = home(founder);
        assertThat(next(page)).isEqualTo("Form a group in Harbour Circle");
        assertThat(page.select("section.next a").attr("href")).isEqualTo(network.address() + "/groups/new");
    }

    @Test
    void aGroupThatIsNotOpenYetIsItsConvenersToBringOnAndASeatItsMembersToTake() {
        var here = GroupFixture.aGroup();
        assertThat(next(home(here.convener))).isEqualTo("Bring in the roster of Harbour Circle");
        here.with(2);
        var seated = home(here.members.getFirst());
        assertThat(next(seated)).isEqualTo("The charter is being written");
        assertThat(next(home(here.chair()))).isEqualTo("Settle the charter");
        assertThat(next(home(here.convener))).isEqualTo("The chair goes on from here");
    }

    @Test
    void whoBelongsNowhereSeesNothingOfAnybodys() {
        var page = home(NetworkFixture.aPerson());
        assertThat(next(page)).isEqualTo("Nothing is here for you yet");
        assertThat(page.select("section.next a")).isEmpty();
    }

    private static Document home(PersonId person) {
        var answer = Pages.seenBy(person).get("/");
        assertThat(answer.status()).isEqualTo(200);
        return answer.page();
    }

    private static String next(Document page) {
        return page.expectFirst("section.next h2").text();
    }

    private void commitment(GroupFixture here, PersonId person, PersonId witness, LocalDateTime due) {
        as(
                person,
                () -> peerage.bean(JdbcClient.class)
                        .sql("""
                        insert into commitments.commitment
                            (id, group_id, room_id, person_id, witness_id, due_on, made_on, made_at, state, version)
                        values (:id, :group, 'a room', :person, :witness, :due, :made, now(), 'open', 1)
                        """)
                        .param("id", Ids.next())
                        .param("group", here.group.value())
                        .param("person", person.value())
                        .param("witness", witness.value())
                        .param("due", due.toLocalDate())
                        .param("made", due.toLocalDate().minusDays(9))
                        .update());
    }
}
