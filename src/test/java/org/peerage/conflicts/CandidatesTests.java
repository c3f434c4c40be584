package org.peerage.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.ProfileId;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What profiles tell of a candidate stands on their page until whoever it concerns has looked, or the chair has set it
/// aside, and again when a profile changes.
class CandidatesTests {

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final UUID id = Ids.next();
    private final String prospects = "/groups/" + here.group + "/prospects";

    @Test
    void theChairSeesAllOfItAndOthersWhatConcernsThem() {
        named("profile", here.aLeader("Member 1 Works", "").toString());
        assertThat(found(here.chair()).eachText())
                .singleElement()
                .satisfies(said -> assertThat(said)
                        .contains("are with the same organisation: Member 1 Works.")
                        .contains("For Member 1 to look at"));
        assertThat(found(ada).eachText())
                .singleElement()
                .satisfies(said -> assertThat(said).contains("There is nothing that I have not disclosed"));
        assertThat(found(noor)).isEmpty();
        assertThat(page(noor)).contains("whoever it concerns, or the chair, has still to look at");
        assertThat(page(here.chair())).contains("Who has still to look for conflicts");
    }

    /// The database refuses it too, whatever the program would let through.
    @Test
    void nobodySettlesForAnother() {
        named("profile", here.aLeader("Member 1 Works", "").toString());
        var seat = as(
                here.chair(),
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select profile_id from groups.shared_seat where group_id = ? and person_id = ?")
                        .params(here.group.value(), ada.value())
                        .query(UUID.class)
                        .single());
        for (var aside : List.of(true, false)) {
            assertThatThrownBy(() -> as(
                            noor,
                            () -> PEERAGE.bean(JdbcClient.class)
                                    .sql("""
                                    insert into conflicts.settled (id, group_id, prospect_id, profile_id, finding, digest,
                                                                   aside, person_id, settled_at)
                                    values (?, ?, ?, ?, 'organisation', 'x', ?, ?, now())
                                    """)
                                    .params(Ids.next(), here.group.value(), id, seat, aside, noor.value())
                                    .update()))
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void whomOnlyTypedWordsNameIsComparedByThem() {
        named("name", "Wren Halloway", "organisation", "member 1 works");
        assertThat(found(ada).eachText())
                .singleElement()
                .satisfies(said ->
                        assertThat(said).startsWith("Wren Halloway and Member 1 are with the same organisation"));
    }

    @Test
    void whatTheChairHasSetAsideStaysWithNameAndDayAndReturnsWithAChange() {
        var profile = here.aLeader("Member 1 Works", "");
        named("profile", profile.toString());
        var seen = first(here.chair());
        assertThat(settle(noor, seen)).as("is neither theirs nor the chair’s").isEqualTo(404);
        assertThat(settle(here.convener, seen)).isEqualTo(404);
        assertThat(settle(here.chair(), seen)).isEqualTo(302);
        assertThat(settle(here.chair(), seen)).as("pressed twice").isEqualTo(302);
        assertThat(found(here.chair()).eachText())
                .singleElement()
                .satisfies(said -> assertThat(said)
                        .contains("Set aside by Mara Example, on")
                        .doesNotContain("Set it aside"));
        says(profile, "tags", "Sails");
        assertThat(found(here.chair()).eachText())
                .singleElement()
                .satisfies(said -> assertThat(said)
                        .contains("Set aside by Mara Example on")
                        .contains("a profile has changed since")
                        .contains("Set it aside"));
        assertThat(settle(here.chair(), seen)).as("about what it said before").isEqualTo(302);
        assertThat(found(here.chair()).select("form")).hasSize(1);
        assertThat(rows(here.chair())).isOne();
        says(profile, "tags", "");
        assertThat(found(here.chair()).select("form"))
                .as("it says what it said")
                .isEmpty();
    }

    @Test
    void whatIsSettledIsKeptForTheRoomAndForNobodyElse() {
        named("profile", here.aLeader("Member 1 Works", "").toString());
        assertThat(settle(ada, first(ada))).isEqualTo(302);
        assertThat(rows(noor)).isOne();
        var neighbour =
                GroupFixture.aGroupIn(here.network, here.convener).with(1).inAnOpenRoom();
        for (var outside : List.of(here.convener, neighbour.chair(), here.aMember("Late Example"))) {
            assertThat(rows(outside)).isZero();
            assertThat(settle(outside, seenForm(ada))).isEqualTo(404);
        }
        assertThat(as(
                        ada,
                        () -> PEERAGE.bean(JdbcClient.class)
                                .sql("select column_name from information_schema.columns where table_schema ="
                                        + " 'conflicts' and table_name = 'settled' and data_type = 'text'")
                                .query(String.class)
                                .list()))
                .as("no words")
                .containsExactlyInAnyOrder("finding", "digest");
    }

    private Element seenForm(PersonId person) {
        says(profile(person), "tags", "Something else");
        return first(person);
    }

    private void named(String... who) {
        var sealed = here.sealed(noor, new KeyholderRoom.About("prospect", id, id), Map.of("text", "x"));
        var fields =
                Stream.concat(Arrays.stream(who), Stream.of("sealed", sealed)).toArray(String[]::new);
        assertThat(Pages.seenBy(noor).post(prospects, fields).at()).isEqualTo(prospects);
    }

    private Elements found(PersonId person) {
        return Pages.seenBy(person).get(prospects + "/" + id).page().select("section[aria-labelledby=between] li");
    }

    private Element first(PersonId person) {
        return Pages.seenBy(person)
                .get(prospects + "/" + id)
                .page()
                .expectFirst("section[aria-labelledby=between] form");
    }

    private String page(PersonId person) {
        return Pages.seenBy(person).get(prospects + "/" + id).page().text();
    }

    private static int settle(PersonId by, Element form) {
        return Pages.seenBy(by)
                .post(
                        form.attr("action"),
                        form.select("input").stream()
                                .flatMap(input -> List.of(input.attr("name"), input.val()).stream())
                                .toArray(String[]::new))
                .status();
    }

    private void says(ProfileId profile, String column, String value) {
        as(
                here.convener,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("update networks.profile set " + column + " = :value where id = :id")
                        .param("value", value)
                        .param("id", profile.value())
                        .update());
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

    private static int rows(PersonId person) {
        return as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select count(*) from conflicts.settled")
                        .query(Integer.class)
                        .single());
    }
}
