package org.peerage.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.NetworkFixture;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody is named, looked after, moved on by those who may, and never learns of it.
class ProspectsTests extends ProspectsOfFour {

    @Test
    void whoeverNamesSomebodyLooksAfterThem() {
        var spare = here.aSpareLeader();
        var id = named(ada, spare);
        var page = page(noor, id);
        assertThat(page.select("h1").text()).isEqualTo("Unasked Works");
        assertThat(page.select("main").text())
                .contains("Named")
                .contains("Look closer")
                .contains("Looked after by Member 1");
        assertThat(page.select("main form[action*=/acts/]"))
                .as("by another member")
                .isEmpty();
        assertThat(acts(here.chair(), id)).contains("screen", "decline", "wait");
        assertThat(acts(ada, id)).contains("screen", "wait").doesNotContain("decline");
        assertThat(Pages.seenBy(noor)
                        .get("/groups/" + here.group)
                        .page()
                        .select("a[href$=/prospects]")
                        .text())
                .isEqualTo("Candidates (1)");
        assertThat(Pages.seenBy(noor).get(list + "?q=Unasked").page().text())
                .as("who is a prospect is not found again")
                .contains("Nobody else in the directory has “Unasked”");
    }

    @Test
    void nobodyIsNamedTwiceNorWhereTheySitAlreadyNorWithoutAName() {
        var spare = here.aSpareLeader();
        named(ada, spare);
        assertThat(nominate(noor, "name", "Wren Halloway").at()).isEqualTo(list);
        var sits = as(
                ada,
                () -> sql().sql(
                                "select profile_id from groups.shared_seat where group_id = :group and person_id = :ada")
                        .param("group", here.group.value())
                        .param("ada", ada.value())
                        .query(UUID.class)
                        .single());
        var elsewhere = GroupFixture.aGroup().with(2).aSpareLeader();
        assertThat(nominate(noor, "profile", spare.toString()).body()).isEqualTo("{\"reason\":\"prospect-already\"}");
        assertThat(nominate(ada, "name", "wren halloway").body()).isEqualTo("{\"reason\":\"prospect-already\"}");
        assertThat(nominate(noor, "profile", sits.toString()).body()).isEqualTo("{\"reason\":\"prospect-sits\"}");
        assertThat(nominate(noor, "name", " ").body()).isEqualTo("{\"reason\":\"prospect-who\"}");
        assertThat(nominate(noor, "profile", elsewhere.toString()).status()).isEqualTo(404);
        assertThat(rows(ada)).isEqualTo(2);
    }

    @Test
    void whatIsSentTwiceIsOneProspect() {
        var id = Ids.next();
        var sealed = why(ada, id);
        for (var again = 0; again < 2; again++) {
            assertThat(Pages.seenBy(ada)
                            .post(list, "name", "Wren Halloway", "sealed", sealed)
                            .at())
                    .isEqualTo(list);
        }
        assertThat(rows(noor)).isOne();
    }

    @Test
    void onlyWhoeverLooksAfterThemOrTheChairMovesThem() {
        var id = named(ada, here.aSpareLeader());
        assertThat(act(noor, id, "screen", "nominated")).isEqualTo(404);
        assertThat(act(ada, id, "decline", "nominated")).as("is the chair’s").isEqualTo(404);
        assertThat(act(ada, id, "join", "nominated")).as("is nobody’s").isEqualTo(404);
        assertThat(act(ada, id, "invite", "nominated")).isEqualTo(404);
        assertThat(act(ada, id, "screen", "nominated")).isEqualTo(302);
        assertThat(act(ada, id, "screen", "nominated")).as("pressed again").isEqualTo(422);
        assertThat(act(ada, id, "wait", "screened")).isEqualTo(302);
        assertThat(page(noor, id).text()).contains("On the waiting list");
        assertThat(act(here.chair(), id, "take-up", "waiting")).isEqualTo(302);
        assertThat(page(noor, id).expectFirst(".tag").text()).isEqualTo("Fits, as far as we know");
        assertThat(page(noor, id).select("#steps li").eachText()).hasSize(4);
    }

    @Test
    void theyAreGivenToSomebodyInTheRoomByWhoeverHasThem() {
        var id = named(ada, here.aSpareLeader());
        var late = here.aMember("Late Example");
        assertThat(give(noor, id, noor)).isEqualTo(404);
        assertThat(give(ada, id, late)).as("is not in the room yet").isEqualTo(404);
        assertThat(give(ada, id, noor)).isEqualTo(302);
        assertThat(page(ada, id).text()).contains("Looked after by Member 2");
        assertThat(Pages.seenBy(noor).get("/notices").page().text())
                .contains("You now look after somebody who may join Tuesday Circle.")
                .doesNotContain("Unasked");
        assertThat(give(ada, id, ada)).as("no longer").isEqualTo(404);
        assertThat(act(noor, id, "screen", "nominated")).isEqualTo(302);
    }

    @Test
    void whomTheGroupHasChosenGetsASeatAndIsNoProspectOnceTheyTakeIt() {
        var id = named(ada, here.aSpareLeader());
        toTheBallot(id);
        assertThat(Pages.seenBy(here.chair()).get("/notices").page().text())
                .contains("Tuesday Circle is to decide on somebody who may join.");
        vote(id, 0);
        assertThat(page(noor, id).expectFirst(".tag").text()).isEqualTo("We have said yes");
        assertThat(act(ada, id, "invite", "passed")).as("is the chair’s").isEqualTo(404);
        assertThat(Pages.seenBy(here.chair())
                        .post(list + "/" + id + "/acts/invite", "seen", "passed")
                        .at())
                .isEqualTo("/groups/" + here.group + "/invitations");
        var invitations = Pages.seenBy(here.chair()).get("/groups/" + here.group + "/invitations");
        assertThat(invitations.page().text()).contains("Unasked Works");
        var wren = takesTheSeat(id, "Wren Halloway");
        assertThat(page(noor, id).expectFirst(".tag").text()).isEqualTo("Has a seat, settling in");
        here.letIn(wren);
        assertThat(Pages.seenBy(wren).get(list + "/" + id).status()).isEqualTo(404);
        assertThat(Pages.seenBy(wren).get(list).page().text())
                .doesNotContain("Wren")
                .doesNotContain("Unasked");
        assertThat(rows(wren)).isZero();
        for (var table : List.of("move", "note", "panelist")) {
            assertThat(as(
                            wren,
                            () -> sql().sql("select count(*) from selection." + table)
                                    .query(Integer.class)
                                    .single()))
                    .as(table)
                    .isZero();
        }
        assertThat(note(ada, id)).as("they would read it").isEqualTo(404);
        assertThat(act(here.chair(), id, "settle", "onboarding")).isEqualTo(302);
        assertThat(page(noor, id).text()).contains("Settled in");
    }

    @Test
    void whoeverWasTypedInIsInTheDirectoryOnlyOnceTheyAreInvited() {
        assertThat(nominate(ada, "name", "Wren Halloway", "organisation", "Halloway Boats")
                        .at())
                .isEqualTo(list);
        var id = only(ada);
        var directory = "/networks/" + here.network + "/directory?words=Halloway";
        assertThat(Pages.seenBy(here.convener)
                        .get(directory)
                        .page()
                        .select("main")
                        .text())
                .doesNotContain("Boats");
        toTheBallot(id);
        vote(id, 0);
        assertThat(act(here.chair(), id, "invite", "passed")).isEqualTo(302);
        assertThat(Pages.seenBy(here.convener)
                        .get(directory)
                        .page()
                        .select("main")
                        .text())
                .contains("Halloway Boats");
        assertThat(act(here.chair(), id, "decline", "invited")).isEqualTo(302);
        assertThat(Pages.seenBy(here.chair())
                        .get("/groups/" + here.group + "/invitations")
                        .page()
                        .text())
                .as("the seat is taken back")
                .doesNotContain("Halloway");
    }

    @Test
    void whereNoSeatIsLeftNobodyIsInvited() {
        var id = named(ada, here.aSpareLeader());
        toTheBallot(id);
        vote(id, 0);
        for (var taken = 4; taken < 16; taken++) {
            here.aSeat("Spare Works " + taken);
        }
        var answer = Pages.seenBy(here.chair()).post(list + "/" + id + "/acts/invite", "seen", "passed");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().text()).contains("All 16 seats are given.").contains("We have said yes");
    }

    @Test
    void nobodyOutsideTheRoomLearnsThatThereIsAProspect() {
        var spare = here.aSpareLeader();
        var id = named(ada, spare);
        var other = GroupFixture.aGroupIn(here.network, here.convener).with(2).inAnOpenRoom();
        var prospect = NetworkFixture.aPerson();
        NetworkFixture.seat(here.network, spare, prospect, "Wren Halloway");
        var seated = here.aMember("Late Example");
        for (var person : List.of(here.convener, other.chair(), other.members.getFirst(), prospect, seated)) {
            assertThat(Pages.seenBy(person).get(list).status()).isEqualTo(404);
            var nothing = Pages.seenBy(person).get(list + "/" + Ids.next());
            var something = Pages.seenBy(person).get(list + "/" + id);
            assertThat(something.status()).isEqualTo(404);
            assertThat(something.body().replaceAll("[0-9a-f-]{36}|nonce=\"[^\"]*\"", ""))
                    .isEqualTo(nothing.body().replaceAll("[0-9a-f-]{36}|nonce=\"[^\"]*\"", ""));
            assertThat(act(person, id, "screen", "nominated")).isEqualTo(404);
            assertThat(rows(person)).isZero();
        }
        assertThat(Pages.seenBy(prospect).get("/notices").page().text()).doesNotContain("Tuesday Circle");
        assertThat(Pages.seenBy(prospect).get("/").page().text()).doesNotContain("Tuesday Circle");
    }

    @Test
    void anIdOfAnotherGroupIsNotHere() {
        var id = named(ada, here.aSpareLeader());
        var other = GroupFixture.aGroup().with(2);
        other.seat(ada, "Ada Elsewhere");
        other.inAnOpenRoom();
        assertThat(Pages.seenBy(ada)
                        .get("/groups/" + other.group + "/prospects/" + id)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatMembersThinkStandsBelowWhyTheyWereNamed() {
        var id = named(ada, here.aSpareLeader());
        assertThat(note(noor, id)).isEqualTo(302);
        var page = page(ada, id);
        assertThat(page.select("sealed-text").eachAttr("data-place-kind")).containsExactly("prospect", "prospect-note");
        assertThat(page.select("sealed-text").eachAttr("data-place-about")).containsOnly(id.toString());
    }

    private PersonId takesTheSeat(ProspectId id, String name) {
        var seat = as(
                here.chair(),
                () -> sql().sql("""
                        select s.id from groups.shared_seat s join selection.prospect c on c.profile_id = s.profile_id
                        where c.id = :id
                        """).param("id", id.value()).query(UUID.class).single());
        var person = NetworkFixture.aPerson();
        here.accept(person, name, here.invite(here.chair(), seat), seat);
        return person;
    }

    private Pages.Answer nominate(PersonId by, String... fields) {
        return Pages.seenBy(by)
                .post(
                        list,
                        Stream.concat(Stream.of(fields), Stream.of("sealed", why(by, Ids.next())))
                                .toArray(String[]::new));
    }

    private int note(PersonId by, ProspectId id) {
        var sealed =
                here.sealed(by, new KeyholderRoom.About("prospect-note", Ids.next(), id.value()), Map.of("text", "x"));
        return Pages.seenBy(by)
                .post(list + "/" + id + "/notes", "sealed", sealed)
                .status();
    }

    private int give(PersonId by, ProspectId id, PersonId to) {
        return Pages.seenBy(by)
                .post(list + "/" + id + "/owner", "owner", to.toString(), "due", "2027-01-15")
                .status();
    }

    private List<String> acts(PersonId person, ProspectId id) {
        return page(person, id).select("form[action*=/acts/]").eachAttr("action").stream()
                .map(action -> action.substring(action.lastIndexOf('/') + 1))
                .toList();
    }

    private ProspectId only(PersonId person) {
        return new ProspectId(as(
                person,
                () -> sql().sql("select id from selection.prospect where group_id = :group")
                        .param("group", here.group.value())
                        .query(UUID.class)
                        .single()));
    }

    private int rows(PersonId person) {
        return as(
                person,
                () -> sql().sql("select count(*) from selection.prospect where group_id = :group")
                        .param("group", here.group.value())
                        .query(Integer.class)
                        .single());
    }

    private static JdbcClient sql() {
        return RunningPeerage.shared().bean(JdbcClient.class);
    }
}
