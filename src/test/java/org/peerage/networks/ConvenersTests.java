package org.peerage.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.tenancy.PersonId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// More than one may convene a network, and one always does.
class ConvenersTests {

    private final PersonId founder = NetworkFixture.aFounder();
    private final NetworkId network = NetworkFixture.aNetworkOf(founder);
    private final PersonId noor = NetworkFixture.aMemberOf(network);
    private final String page = network.address() + "/conveners";

    @Test
    void somebodyOfTheNetworkIsTakenInAndToldAndMayDoWhatAConvenerMay() {
        assertThat(Pages.seenBy(noor).get(page).status()).isEqualTo(404);
        assertThat(Pages.seenBy(founder).get(network.address()).page().select("a[href=" + page + "]"))
                .hasSize(1);
        var offered = Pages.seenBy(founder).get(page).page();
        assertThat(offered.select("form[action$=/end]"))
                .as("the only one stays")
                .isEmpty();
        var form = offered.expectFirst("form[action='" + page + "/" + noor + "']");
        assertThat(form.text()).contains("Noor Example");

        assertThat(Pages.seenBy(founder).post(form.attr("action")).status()).isEqualTo(302);
        assertThat(Pages.seenBy(founder).post(form.attr("action")).status()).isEqualTo(302);

        assertThat(Pages.seenBy(noor).get("/notices").page().text()).containsOnlyOnce("You convene Harbour Circle now");
        assertThat(Pages.seenBy(noor).get(network.address() + "/people").status())
                .isEqualTo(200);
        assertThat(Pages.seenBy(noor).get(page).page().select("#conveners > li"))
                .hasSize(2);
        assertThat(Pages.seenBy(founder).get(page).page().select("form[action='" + page + "/" + noor + "']"))
                .isEmpty();
    }

    /// Whoever looks at this place once a month hears of it all the same.
    @Test
    void aLetterTellsAtOnceThatSomebodyConvenesAndThatTheyNoLongerDo() {
        for (var person : List.of(noor, founder)) {
            Pages.seenBy(person).post("/mail/address", "address", person + "@example.org");
        }
        appointed(noor);
        assertThat(letters(noor, "networks.notice.convener"))
                .singleElement()
                .asString()
                .contains("taken in to convene Harbour Circle", "http", network.address());
        Pages.seenBy(noor).post(page + "/" + founder + "/end");
        assertThat(letters(founder, "networks.notice.convener.ended"))
                .singleElement()
                .asString()
                .contains("Harbour Circle", network.address());
        assertThat(letters(noor, "networks.notice.convener.ended")).isEmpty();
        assertThat(Pages.seenBy(noor).get("/mail").page().text())
                .contains("When I am taken in to convene a network, and when somebody ends my part");
    }

    private static List<String> letters(PersonId to, String kind) {
        return NetworkFixture.PEERAGE.column(
                "select body from mail.letter where to_person = ? and kind = ?", to.value(), kind);
    }

    @Test
    void eachMayEndItForTheOthersAlsoForWhoeverFoundedIt() {
        appointed(noor);
        assertThat(Pages.seenBy(noor).post(page + "/" + founder + "/end").status())
                .isEqualTo(302);
        assertThat(Pages.seenBy(founder).get(page).status()).isEqualTo(404);
        assertThat(Pages.seenBy(founder).get(network.address()).status()).isEqualTo(200);
        assertThat(Pages.seenBy(founder).get("/notices").page().text())
                .contains("You no longer convene Harbour Circle");
        assertThat(convening()).containsExactly(noor.value());
    }

    @Test
    void whoeverStopsIsLedAwayAndTheLastOneStays() {
        var refused = Pages.seenBy(founder).post(page + "/" + founder + "/end");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[role=alert]").text()).contains("Somebody always convenes a network");
        appointed(noor);
        assertThat(Pages.seenBy(founder).post(page + "/" + founder + "/end").status())
                .isEqualTo(302);
        assertThat(Pages.seenBy(founder).get("/notices").page().text()).doesNotContain("no longer convene");
        assertThat(Pages.seenBy(noor).post(page + "/" + noor + "/end").status()).isEqualTo(422);
        assertThat(convening()).containsExactly(noor.value());
    }

    @Test
    void nobodyElseAppointsOrEndsAndNobodyFromElsewhereIsTakenIn() {
        var stranger = NetworkFixture.aFounder();
        NetworkFixture.aNetworkOf(stranger);
        for (var outside : List.of(noor, stranger, NetworkFixture.aPerson())) {
            assertThat(Pages.seenBy(outside).post(page + "/" + noor).status()).isEqualTo(404);
            assertThat(Pages.seenBy(outside).post(page + "/" + founder + "/end").status())
                    .isEqualTo(404);
            assertThat(changed(outside, noor, "convener")).isZero();
            assertThat(changed(outside, founder, "member")).isZero();
        }
        assertThat(Pages.seenBy(founder).post(page + "/" + stranger).status()).isEqualTo(404);
        assertThat(Pages.seenBy(founder).post(page + "/" + noor + "/end").status())
                .isEqualTo(404);
        assertThat(changed(founder, founder, "member"))
                .as("whatever a program does")
                .isZero();
        assertThat(convening()).containsExactly(founder.value());
    }

    @Test
    void peopleAreFoundByTheirWords() {
        var found = Pages.seenBy(founder).get(page + "?who=exa noo").page();
        assertThat(found.select("form[action='" + page + "/" + noor + "']")).hasSize(1);
        for (var nobody : List.of("50%25", "Quillfeather")) {
            var page = Pages.seenBy(founder).get(this.page + "?who=" + nobody).page();
            assertThat(page.select("ul.picks")).isEmpty();
            assertThat(page.select(".empty").text()).contains("fits these words");
        }
    }

    @Test
    void twoWhoEndItForEachOtherAtOneMomentLeaveOne() throws Exception {
        appointed(noor);
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> one = () -> ends(together, founder, noor);
            Callable<Integer> other = () -> ends(together, noor, founder);
            for (var done : threads.invokeAll(List.of(one, other))) {
                assertThat(done.get()).isIn(302, 404, 409, 422);
            }
        }
        assertThat(convening()).hasSize(1);
    }

    private int ends(CyclicBarrier together, PersonId who, PersonId whose) throws Exception {
        together.await();
        return Pages.seenBy(who).post(page + "/" + whose + "/end").status();
    }

    private void appointed(PersonId person) {
        assertThat(Pages.seenBy(founder).post(page + "/" + person).status()).isEqualTo(302);
    }

    private int changed(PersonId who, PersonId whose, String role) {
        try {
            return as(
                    who,
                    () -> NetworkFixture.PEERAGE
                            .bean(JdbcClient.class)
                            .sql(
                                    "update networks.member set role = :role where network_id = :network and person_id = :whose")
                            .param("role", role)
                            .param("network", network.value())
                            .param("whose", whose.value())
                            .update());
        } catch (DataAccessException refused) {
            return 0;
        }
    }

    private List<UUID> convening() {
        try (var connection = java.sql.DriverManager.getConnection(
                        NetworkFixture.PEERAGE.login("postgres").url(),
                        "postgres",
                        NetworkFixture.PEERAGE.login("postgres").password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select person_id from networks.member where role = 'convener'"
                        + " and network_id = '" + network + "'")) {
            var people = new java.util.ArrayList<UUID>();
            while (rows.next()) {
                people.add(rows.getObject(1, UUID.class));
            }
            return people;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
