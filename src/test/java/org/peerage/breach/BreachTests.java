package org.peerage.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.rooms.Rooms;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// By requests, as somebody would who does not press the page's buttons in their order, or is not concerned at all.
class BreachTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();

    private final GroupFixture here = GroupFixture.aGroup().with(5).inAnOpenRoom();
    private final PersonId handler = here.chair();
    private final PersonId reporter = here.members.get(0);
    private final PersonId accused = here.members.get(1);
    private final PersonId affected = here.members.get(2);
    private final PersonId other = here.members.get(3);
    private final String list = "/groups/" + here.group + "/breach";

    @Test
    void nobodyElseHasAnythingOfAReportOrOfACaseBeforeItsHearing() {
        var report = reported();
        var breach = contained(report);
        for (var person : List.of(accused, affected, other)) {
            assertThat(Pages.seenBy(person).get(list).body()).doesNotContain(report.toString());
            assertThat(count(person, "report")).isZero();
            assertThat(Pages.seenBy(person)
                            .get("/rooms/" + here.seenBy(person).openRoom().value() + "/records/" + report)
                            .status())
                    .isEqualTo(404);
            assertThat(Pages.seenBy(person)
                            .get("/rooms/" + here.seenBy(person).openRoom().value() + "/envelopes")
                            .body())
                    .doesNotContain(report.toString());
            assertThat(as(
                            person,
                            () -> PEERAGE.bean(Rooms.class)
                                    .texts(here.seenBy(person).openRoom(), List.of(report))))
                    .isEmpty();
        }
        assertThat(count(accused, "affected")).isZero();
        for (var person : List.of(reporter, other)) {
            assertThat(Pages.seenBy(person).get(list).body()).doesNotContain(breach);
            assertThat(count(person, "breach")).isZero();
            assertThat(count(person, "affected")).isZero();
        }
        assertThat(breach).as("an id that holds no moment").matches(".{14}3.*");
        for (var person : List.of(reporter, accused, affected, other)) {
            assertThat(act(person, breach, "heard")).isEqualTo(404);
        }
        assertThat(act(other, breach, "veto")).isEqualTo(404);
        assertThat(Pages.seenBy(accused).get(list).body()).contains(breach);
    }

    @Test
    void whatIsNotTheNextStepIsRefusedWithASentence() {
        var report = reported();
        var contain = list + "/reports/" + report + "/contained";
        assertThat(Pages.seenBy(handler)
                        .post(contain, "accused", handler.toString(), "rests", "true")
                        .body())
                .contains("Nobody handles a case that is about themselves");
        assertThat(Pages.seenBy(handler)
                        .post(contain, "accused", accused.toString())
                        .body())
                .contains("First see to it");
        assertThat(Pages.seenBy(other)
                        .post(contain, "accused", accused.toString(), "rests", "true")
                        .status())
                .isEqualTo(404);
        var breach = contained(report);
        assertThat(Pages.seenBy(handler)
                        .post(contain, "accused", accused.toString(), "rests", "true")
                        .body())
                .contains("answered before");
        for (var act : List.of("hearing", "vote", "decided", "settled", "repaired", "pulse", "closed")) {
            assertThat(act(handler, breach, act)).as(act).isEqualTo(422);
        }
        assertThat(Pages.seenBy(handler).post(list + "/" + breach + "/hearing").body())
                .contains("That is not the next step. The case stands at: Taken up.");
    }

    @Test
    void whoeverWasAffectedMayKeepItFromTheGroup() {
        var breach = contained(reported());
        act(handler, breach, "heard");
        assertThat(Pages.seenBy(handler)
                        .post(list + "/" + breach + "/heard", "affected", "true")
                        .status())
                .isEqualTo(302);
        assertThat(act(handler, breach, "hearing")).isEqualTo(302);
        assertThat(count(other, "breach")).isOne();
        assertThat(act(affected, breach, "veto")).isEqualTo(302);
        assertThat(count(other, "breach")).isZero();
        assertThat(act(handler, breach, "hearing")).isEqualTo(422);
        var settled = list + "/" + breach + "/settled";
        assertThat(Pages.seenBy(handler).post(settled, "verdict", "exit").body())
                .contains("has not heard");
        assertThat(Pages.seenBy(handler).post(settled, "verdict", "no-breach").status())
                .isEqualTo(302);
        assertThat(act(handler, breach, "closed")).isEqualTo(302);
        assertThat(count(other, "breach")).isZero();
        assertThat(count(accused, "breach")).isOne();
    }

    private int act(PersonId person, String breach, String act) {
        return Pages.seenBy(person).post(list + "/" + breach + "/" + act).status();
    }

    private UUID reported() {
        var id = Ids.next();
        var sealed = here.sealedFor(
                reporter,
                List.of(handler),
                new KeyholderRoom.About("breach-report", id, id),
                Map.of("what", "x", "harm", "y"));
        assertThat(Pages.seenBy(reporter).post(list, "sealed", sealed).status()).isEqualTo(204);
        return id;
    }

    private String contained(UUID report) {
        assertThat(Pages.seenBy(handler)
                        .post(
                                list + "/reports/" + report + "/contained",
                                "accused",
                                accused.toString(),
                                "affected",
                                affected.toString(),
                                "rests",
                                "true")
                        .status())
                .isEqualTo(302);
        return Pages.seenBy(handler)
                .get(list)
                .page()
                .expectFirst("[id^=breach-]")
                .id()
                .substring("breach-".length());
    }

    private int count(PersonId person, String table) {
        return as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select count(*) from breach." + table + " where group_id = :group")
                        .param("group", here.group.value())
                        .query(Integer.class)
                        .single());
    }
}
