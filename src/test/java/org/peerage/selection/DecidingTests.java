package org.peerage.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.as;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.charter.CharterFixture;
import org.peerage.groups.charter.Obeys;
import org.peerage.identity.kept.Erasure;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.ProfileId;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The group decides by the rule of its charter, and nobody's word takes the place of what was counted.
class DecidingTests extends ProspectsOfFour {

    @Test
    void theChairOpensTheBallotAndNobodyWritesTheOutcomeDown() {
        var id = named(ada, here.aSpareLeader());
        assertThat(opens(here.chair(), id).status()).as("too early").isEqualTo(422);
        toTheBallot(id);
        assertThat(page(here.chair(), id).select("main").text())
                .contains("By your charter one objection stops it")
                .contains("Open the ballot")
                .doesNotContain("give them a seat");
        assertThat(act(here.chair(), id, "invite", "ballot")).as("by hand").isEqualTo(404);
        assertThat(act(here.chair(), id, "pass", "ballot")).as("by hand").isEqualTo(404);
        assertThat(act(here.chair(), id, "fail", "ballot")).as("by hand").isEqualTo(404);
        assertThat(opens(ada, id).status()).as("is the chair’s").isEqualTo(404);
        assertThat(opens(here.chair(), id).status()).isEqualTo(302);
        assertThat(opens(here.chair(), id).status()).as("pressed again").isEqualTo(302);
        assertThat(opened(ada)).isOne();
        assertThat(page(noor, id).select("main").text()).contains("A ballot is open until");
        assertThat(Pages.seenBy(noor)
                        .get(ballots.list + "/" + asked(noor, id).ballot())
                        .page()
                        .select("main")
                        .text())
                .contains("Shall Unasked Works join us?")
                .contains("It passes unless one of the 4 on the list objects.");
        assertThat(act(here.chair(), id, "invite", "ballot")).as("by hand").isEqualTo(404);
    }

    @Test
    void aFailedBallotDeclinesWithoutANumberAndWithoutANameBesideIt() {
        var id = named(ada, here.aSpareLeader());
        toTheBallot(id);
        var asked = vote(id, 1);
        var page = page(ada, id);
        assertThat(page.expectFirst(".tag").text()).isEqualTo("Will not join");
        assertThat(page.expectFirst("#steps li").text()).endsWith("Will not join · by a ballot");
        assertThat(Pages.seenBy(ada).get("/notices").page().text())
                .contains("Tuesday Circle has decided on somebody who may join.")
                .doesNotContain("Unasked");
        assertThat(as(
                        ada,
                        () -> RunningPeerage.shared()
                                .bean(JdbcClient.class)
                                .sql("select column_name from information_schema.columns where table_schema ="
                                        + " 'selection' and column_name ~ 'yes|no$|count|reason|voter|passed'")
                                .query(String.class)
                                .list()))
                .as("no number and no reason is kept with a candidate")
                .isEmpty();
        assertThat(ballots.count(asked, ada, 4, 0, 0)).isEqualTo(204);
        assertThat(page(ada, id).expectFirst(".tag").text())
                .as("what stands stands")
                .isEqualTo("Will not join");
    }

    @Test
    void whoeverIsPutOnTheWaitingListIsNotVotedOnAndAnOlderResultIsNotTheirs() {
        var id = named(ada, here.aSpareLeader());
        toTheBallot(id);
        opens(here.chair(), id);
        var first = asked(noor, id);
        assertThat(act(ada, id, "wait", "ballot")).isEqualTo(302);
        assertThat(ballots.state(first, noor)).isEqualTo("Taken back");
        assertThat(act(ada, id, "take-up", "waiting")).isEqualTo(302);
        opens(here.chair(), id);
        var second = asked(noor, id);
        assertThat(second.ballot()).isNotEqualTo(first.ballot());
        for (var voter : List.of(ada, noor, ola, here.chair())) {
            ballots.vote(second, voter, "no");
        }
        assertThat(act(ada, id, "wait", "ballot")).isEqualTo(302);
        assertThat(act(ada, id, "take-up", "waiting")).isEqualTo(302);
        assertThat(opens(here.chair(), id).status()).isEqualTo(302);
        count(second, 4);
        assertThat(ballots.state(second, noor)).isEqualTo("Not passed");
        assertThat(page(ada, id).expectFirst(".tag").text())
                .as("the third is open")
                .isEqualTo("We decide");
    }

    @Test
    void whoeverTakesASeatMeanwhileIsNotVotedOnAnyMore() {
        var spare = here.aSpareLeader();
        var id = named(ada, spare);
        toTheBallot(id);
        opens(here.chair(), id);
        var asked = asked(noor, id);
        var seat = here.aSeatFor(spare);
        here.accept(NetworkFixture.aPerson(), "Wren Halloway", here.invite(here.chair(), seat), seat);
        assertThat(page(noor, id).expectFirst(".tag").text()).isEqualTo("Has a seat, settling in");
        assertThat(ballots.state(asked, noor)).isEqualTo("Taken back");
    }

    @Test
    @Obeys("admission")
    void whereTheCharterLetsTheChairDecideThereIsNoBallot() {
        var group = GroupFixture.aGroup().with(3);
        CharterFixture.choose(group.chair(), group.group, "admission", "chair");
        group.inAnOpenRoom();
        var by = group.members.getFirst();
        var id = Ids.next();
        var pages = "/groups/" + group.group + "/prospects";
        Pages.seenBy(by)
                .post(
                        pages,
                        "profile",
                        group.aSpareLeader().toString(),
                        "sealed",
                        group.sealed(by, new KeyholderRoom.About("prospect", id, id), Map.of("text", "x")));
        moveTo(by, id, "ballot");
        var chair = Pages.seenBy(group.chair());
        assertThat(chair.get(pages + "/" + id).page().select("main").text())
                .contains("The members have been heard: give them a seat")
                .doesNotContain("Open the ballot");
        assertThat(chair.post(pages + "/" + id + "/ballot").status()).isEqualTo(404);
        assertThat(chair.post(pages + "/" + id + "/acts/invite", "seen", "ballot")
                        .at())
                .isEqualTo("/groups/" + group.group + "/invitations");
    }

    @Test
    void nobodyOutsideTheRoomLearnsThatThereIsOrWasABallot() {
        var spare = here.aSpareLeader();
        var id = named(ada, spare);
        toTheBallot(id);
        var asked = vote(id, 1);
        var prospect = NetworkFixture.aPerson();
        NetworkFixture.seat(here.network, spare, prospect, "Wren Halloway");
        var later = here.aMember("Late Example");
        for (var person : List.of(prospect, here.convener, later)) {
            for (var address : List.of(list + "/" + id, ballots.list + "/" + asked.ballot())) {
                assertThat(Pages.seenBy(person).get(address).status()).isEqualTo(404);
            }
            assertThat(Pages.seenBy(person).get("/notices").page().text())
                    .doesNotContain("has decided")
                    .doesNotContain("may join");
            assertThat(opens(person, id).status()).isEqualTo(404);
            assertThat(opened(person)).isZero();
            assertThat(as(
                            person,
                            () -> RunningPeerage.shared()
                                    .bean(JdbcClient.class)
                                    .sql("select count(*) from selection.shared_prospect")
                                    .query(Integer.class)
                                    .single()))
                    .isZero();
        }
        assertThat(Pages.seenBy(prospect).get("/").page().text()).doesNotContain("Tuesday Circle");
    }

    /// What the database says, whatever the program would let through.
    @Test
    void nobodyWritesDownWhatNoBallotOfThisCircleOnThisCandidateHasDecided() {
        var id = named(ada, here.aSpareLeader());
        toTheBallot(id);
        for (var person : List.of(ada, noor, here.chair())) {
            assertRefused(person, "update selection.prospect set standing = 'passed' where id = '" + id + "'");
            assertRefused(person, step(id, "null", "passed"));
            assertRefused(person, step(id, "null", "declined"));
            assertRefused(
                    person,
                    "update selection.prospect set standing = 'waiting', before = 'passed' where id = '" + id + "'");
            assertRefused(
                    person, "update selection.prospect set ballot_id = '" + Ids.next() + "' where id = '" + id + "'");
        }
        assertRefused(ada, "update selection.prospect set standing = 'declined' where id = '" + id + "'");
        assertRefused(noor, "update selection.prospect set standing = 'waiting' where id = '" + id + "'");
        assertRefused(noor, "update selection.prospect set owner_id = '" + noor + "' where id = '" + id + "'");
        assertRefused(noor, step(id, "tenancy.me()", "ballot"));
        assertRefused(ada, step(id, "tenancy.me()", "passed"));

        var other = named(ada, here.aSpareLeader());
        toTheBallot(other);
        opens(here.chair(), other);
        var theirs = asked(noor, other).ballot();
        assertRefused(
                here.chair(), "update selection.prospect set ballot_id = '" + theirs + "' where id = '" + id + "'");
        vote(id, 0);
        assertThat(page(noor, id).expectFirst(".tag").text()).isEqualTo("We have said yes");
        assertRefused(noor, step(id, "null", "passed"));
        assertRefused(noor, step(other, "null", "passed"));
    }

    private static String step(ProspectId id, String by, String standing) {
        return "insert into selection.move (id, prospect_id, person_id, standing, at) values ('" + Ids.next() + "', '"
                + id + "', " + by + ", '" + standing + "', now())";
    }

    private static void assertRefused(PersonId person, String statement) {
        assertThatThrownBy(() -> as(
                        person,
                        () -> RunningPeerage.shared()
                                .bean(JdbcClient.class)
                                .sql(statement)
                                .update()))
                .as(statement)
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void whoeverWasErasedIsNotVotedOnAndNotInvited() {
        var neighbours = GroupFixture.aGroupIn(here.network, here.convener).with(2);
        var person = neighbours.aMember("Wren Halloway");
        var profile = as(
                here.convener,
                () -> RunningPeerage.shared()
                        .bean(JdbcClient.class)
                        .sql("select id from networks.shared_profile where person_id = :person")
                        .param("person", person.value())
                        .query(UUID.class)
                        .single());
        var id = named(ada, new ProfileId(profile));
        toTheBallot(id);
        opens(here.chair(), id);
        var asked = asked(noor, id);
        var erased = Acting.asProgram(
                Erasure.ERASING,
                () -> RunningPeerage.shared()
                        .inTransaction(() -> Erasure.of(
                                RunningPeerage.shared().bean(JdbcClient.class),
                                person,
                                Ids.next(),
                                GroupFixture.THEN)));
        assertThat(erased).isInstanceOf(Erasure.Outcome.Erased.class);

        assertThat(ballots.state(asked, noor)).isEqualTo("Taken back");
        assertThat(page(here.chair(), id).select("main").text())
                .contains("Erased person", "Not a candidate any more")
                .doesNotContain("Open the ballot");
        assertThat(page(here.chair(), id).select("main form[action*=/acts/]").eachAttr("action"))
                .singleElement()
                .asString()
                .endsWith("/acts/decline");
        assertThat(opens(here.chair(), id).status()).isEqualTo(422);
        for (var act : List.of("invite", "wait")) {
            assertThat(act(here.chair(), id, act, "ballot")).as(act).isEqualTo(422);
        }
        assertRefused(here.chair(), "update selection.prospect set standing = 'invited' where id = '" + id + "'");
        assertThat(Pages.seenBy(ada)
                        .post(list, "profile", profile.toString(), "sealed", why(ada, Ids.next()))
                        .status())
                .as("named again")
                .isEqualTo(404);
        assertThat(act(here.chair(), id, "decline", "ballot")).isEqualTo(302);
        assertThat(act(here.chair(), id, "take-up", "declined")).isEqualTo(422);
    }

    private static void moveTo(PersonId by, UUID id, String standing) {
        as(
                by,
                () -> RunningPeerage.shared()
                        .bean(JdbcClient.class)
                        .sql("update selection.prospect set standing = :standing where id = :id")
                        .param("standing", standing)
                        .param("id", id)
                        .update());
    }

    private static int opened(PersonId person) {
        return as(
                person,
                () -> RunningPeerage.shared()
                        .bean(JdbcClient.class)
                        .sql("select count(*) from ballots.ballot where kind = 'selection.candidate'")
                        .query(Integer.class)
                        .single());
    }
}
