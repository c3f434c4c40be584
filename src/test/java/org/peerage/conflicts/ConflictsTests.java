package org.peerage.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.Objection;
import org.peerage.groups.Objections;
import org.peerage.networks.ProfileId;
import org.peerage.rooms.Rooms;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A conflict is there for whom it was disclosed to and for nobody else, and a changed profile makes everybody look
/// again.
class ConflictsTests {

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final String list = "/groups/" + here.group + "/conflicts";

    @Test
    void whatIsToldToTheChairIsThereForTheTwoAndForNobodyElse() {
        var id = toldToTheChair(ada);
        var room = here.seenBy(ada).openRoom();
        assertThat(Pages.seenBy(here.chair()).get(list).page().select("#disclosure-" + id + " sealed-text"))
                .hasSize(2);
        assertThat(Pages.seenBy(ada).get(list).page().select("#disclosure-" + id + " sealed-text"))
                .as("its author has no key to it")
                .isEmpty();
        for (var other : List.of(noor, here.convener, new PersonId(Ids.next()))) {
            assertThat(Pages.seenBy(other).get(list).body()).doesNotContain(id.toString());
            assertThat(rows(other)).isZero();
            assertThat(as(other, () -> PEERAGE.bean(Rooms.class).texts(room, List.of(id))))
                    .isEmpty();
            assertThat(Pages.seenBy(other).post(list + "/" + id + "/ended").status())
                    .isEqualTo(404);
        }
        assertThat(Pages.seenBy(here.chair()).post(list + "/" + id + "/ended").status())
                .as("only whoever has disclosed it ends it")
                .isEqualTo(404);
        assertThat(columns())
                .as("no column can name the other")
                .containsExactly("chair_id", "disclosed_at", "ended_at", "group_id", "id", "person_id", "room_id");
    }

    @Test
    void whatIsForTheChairIsTakenForNobodyElse() {
        for (var reader : List.of(noor, ada)) {
            assertThat(Pages.seenBy(ada)
                            .post(list + "/chair", "sealed", sealedFor(ada, reader, Ids.next()))
                            .body())
                    .isEqualTo("{\"reason\":\"no-reader\"}");
        }
        assertThat(Pages.seenBy(ada)
                        .post(list + "/chair", "sealed", toTheGroup(ada, Ids.next()))
                        .body())
                .contains("unexpected-kind");
        assertThat(rows(here.chair())).isZero();
    }

    @Test
    void whatIsToldToTheGroupIsReadByAllInTheRoomAndEndsWhenItIsNoLongerSo() {
        var id = Ids.next();
        Pages.seenBy(ada).post(list + "/group", "sealed", toTheGroup(ada, id));
        for (var member : List.of(ada, noor, here.chair())) {
            assertThat(Pages.seenBy(member).get(list).page().select("#disclosure-" + id + " sealed-text"))
                    .hasSize(2);
        }
        assertThat(Pages.seenBy(here.convener).get(list).body()).doesNotContain(id.toString());
        Pages.seenBy(ada).post(list + "/" + id + "/ended");
        assertThat(Pages.seenBy(noor)
                        .get(list)
                        .page()
                        .select("#disclosure-" + id)
                        .text())
                .contains("No longer so since");
    }

    @Test
    void whatProfilesTellIsForTheTwoAndTheChairUntilTheyHaveLooked() {
        says(ada, "Tidewater Looms", "Paper", "Paper mills", "");
        says(noor, "tidewater looms", "Paper", "paper-mills", "");
        for (var person : List.of(ada, noor, here.chair())) {
            assertThat(Pages.seenBy(person)
                            .get(list)
                            .page()
                            .select("#found ~ ul li")
                            .eachText())
                    .hasSize(2)
                    .anyMatch(said -> said.contains("with the same organisation"))
                    .anyMatch(said -> said.contains("in the same narrow industry"));
        }
        assertThat(outstanding()).contains(ada, noor, here.chair());
        assertThat(step(ada)).contains("Look for conflicts of interest");

        nothingElse(ada);
        assertThat(outstanding()).doesNotContain(ada).contains(noor);
        assertThat(step(ada)).doesNotContain("Look for conflicts");
    }

    @Test
    void aChangedProfileSomebodyNewAndAYearMakeItDueAgain() {
        List.of(ada, noor, here.chair()).forEach(this::nothingElse);
        assertThat(outstanding()).isEmpty();

        changes(noor, "organisation", "Foxglove Freight");
        assertThat(outstanding()).contains(ada, noor, here.chair());
        assertThat(Pages.seenBy(ada).get(list).page().select(".notice.warm").text())
                .contains("New, or another profile since you last looked");
        assertThat(Pages.seenBy(ada).get("/notices").page().text())
                .contains("has changed: look whether it makes a conflict");
        nothingElse(ada);
        assertThat(Pages.seenBy(ada).get("/notices").page().text()).doesNotContain("look whether it makes a conflict");
        assertThat(outstanding()).doesNotContain(ada);

        as(
                ada,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql(
                                "update conflicts.statement set stated_at = stated_at - interval '366 days' where person_id = :me")
                        .param("me", ada.value())
                        .update());
        assertThat(outstanding()).contains(ada);
        nothingElse(ada);
        here.aSeat("Beacon Mills");
        assertThat(outstanding()).contains(ada);
    }

    @Test
    void whoeverSeatsPeopleIsToldThatTwoAreOfOneOrganisationAndMaySeatThem() {
        says(ada, "Tidewater Looms", "Paper", "", "");
        var newcomer = here.aLeader("Tidewater Looms", "Ropes");
        var objections = as(
                here.convener,
                () -> PEERAGE.bean(Objections.class).against(here.network, List.of(profile(ada)), List.of(newcomer)));
        assertThat(objections)
                .noneMatch(Objection::forbids)
                .anySatisfy(objection ->
                        assertThat(objection.sentence().key()).isEqualTo("conflicts.finding.organisation"));
    }

    @Test
    void oneIsComparedWithTenThousandInAMoment() {
        var one = party("Tidewater Looms", "Paper", "Paper mills", "Printers");
        var all = IntStream.range(0, 10_000)
                .mapToObj(k -> party("Works " + k, "Industry " + k % 40, "Narrow " + k % 400, "Market " + k % 900))
                .toList();
        var threads = ManagementFactory.getThreadMXBean();
        var began = threads.getCurrentThreadCpuTime();
        var found = all.stream()
                .mapToInt(other -> Finding.between(one, other).size())
                .sum();
        // Of this thread alone, so that a busy machine makes it no longer.
        var millis = (threads.getCurrentThreadCpuTime() - began) / 1_000_000;
        System.out.println("one profile against 10,000: " + millis + " ms");
        assertThat(found).isZero();
        assertThat(millis).isLessThan(5_000);
    }

    private static Party party(String organisation, String industry, String narrow, String tags) {
        return Party.of(
                new ProfileId(Ids.next()),
                Optional.empty(),
                organisation,
                organisation,
                "Chief executive",
                industry,
                narrow,
                tags);
    }

    private UUID toldToTheChair(PersonId author) {
        var id = Ids.next();
        Pages.seenBy(author).post(list + "/chair", "sealed", sealedFor(author, here.chair(), id));
        return id;
    }

    private String sealedFor(PersonId author, PersonId reader, UUID id) {
        return here.sealedFor(
                author,
                List.of(reader),
                new KeyholderRoom.About("conflict-to-chair", id, id),
                Map.of("with", "x", "text", "x"));
    }

    private String toTheGroup(PersonId author, UUID id) {
        return here.sealed(author, new KeyholderRoom.About("conflict", id, id), Map.of("with", "x", "text", "x"));
    }

    private void nothingElse(PersonId person) {
        var pages = Pages.seenBy(person);
        pages.ask(
                "POST",
                list + "/nothing-else",
                String.join(
                        "&",
                        pages.get(list).page().select("input[name=seen]").eachAttr("value").stream()
                                .map(value -> "seen=" + value)
                                .toList()));
    }

    /// On their own page, as everybody does.
    private void changes(PersonId person, String field, String value) {
        var pages = Pages.seenBy(person);
        var address = "/networks/" + here.network + "/profile";
        var fields = new ArrayList<String>();
        for (var input : pages.get(address).page().select("main form [name]")) {
            fields.add(input.attr("name"));
            fields.add(input.attr("name").equals(field) ? value : input.val());
        }
        assertThat(pages.post(address, fields.toArray(String[]::new)).status()).isEqualTo(302);
    }

    private String step(PersonId person) {
        return Pages.seenBy(person).get("/groups/" + here.group).page().text();
    }

    private List<PersonId> outstanding() {
        return as(
                here.chair(),
                () -> PEERAGE.bean(Conflicts.class)
                        .outstanding(PEERAGE.bean(Circles.class).own(here.group)));
    }

    private static int rows(PersonId person) {
        return as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select count(*) from conflicts.disclosure")
                        .query(Integer.class)
                        .single());
    }

    private List<String> columns() {
        return as(
                ada,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select column_name from information_schema.columns where table_schema = 'conflicts'"
                                + " and table_name = 'disclosure' order by column_name")
                        .query(String.class)
                        .list());
    }

    private ProfileId profile(PersonId person) {
        return as(
                here.convener,
                () -> new ProfileId(PEERAGE.bean(JdbcClient.class)
                        .sql(
                                "select id from networks.shared_profile where network_id = :network and person_id = :person")
                        .param("network", here.network.value())
                        .param("person", person.value())
                        .query(UUID.class)
                        .single()));
    }

    private void says(PersonId person, String organisation, String industry, String narrow, String tags) {
        as(
                here.convener,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("""
                        update networks.profile
                        set organisation = :organisation, industry = :industry, subindustry = :narrow, tags = :tags
                        where id = :id
                        """)
                        .param("organisation", organisation)
                        .param("industry", industry)
                        .param("narrow", narrow)
                        .param("tags", tags)
                        .param("id", profile(person).value())
                        .update());
    }
}
