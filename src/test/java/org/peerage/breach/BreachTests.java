package org.peerage.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.rooms.Rooms;
import org.peerage.tenancy.PersonId;

/// By requests, as somebody would who does not press the page's buttons in their order, or is not concerned at all.
class BreachTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();

    private final GroupFixture here = GroupFixture.aGroup().with(5).inAnOpenRoom();
    private final PersonId handler = here.chair();
    private final PersonId reporter = here.members.get(0);
    private final PersonId accused = here.members.get(1);
    private final PersonId affected = here.members.get(2);
    private final PersonId other = here.members.get(3);
    private final BreachFixture breaches = new BreachFixture(here);
    private final String list = breaches.list;

    @Test
    void nobodyElseHasAnythingOfAReportOrOfACaseBeforeItsHearing() {
        var report = breaches.reported(reporter, handler);
        var breach = breaches.contained(handler, report, accused, affected);
        for (var person : List.of(accused, affected, other)) {
            assertThat(Pages.seenBy(person).get(list).body()).doesNotContain(report.toString());
            assertThat(breaches.count(person, "report")).isZero();
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
        assertThat(breaches.count(accused, "affected")).isZero();
        for (var person : List.of(reporter, other)) {
            assertThat(Pages.seenBy(person).get(list).body()).doesNotContain(breach);
            assertThat(breaches.count(person, "breach")).isZero();
            assertThat(breaches.count(person, "affected")).isZero();
        }
        assertThat(breach).as("an id that holds no moment").matches(".{14}3.*");
        for (var person : List.of(reporter, accused, affected, other)) {
            assertThat(breaches.act(person, breach, "heard")).isEqualTo(404);
        }
        assertThat(breaches.act(other, breach, "veto")).isEqualTo(404);
        assertThat(Pages.seenBy(accused).get(list).body()).contains(breach);
    }

    @Test
    void whatIsNotTheNextStepIsRefusedWithASentence() {
        var report = breaches.reported(reporter, handler);
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
        var breach = breaches.contained(handler, report, accused, affected);
        assertThat(Pages.seenBy(handler)
                        .post(contain, "accused", accused.toString(), "rests", "true")
                        .body())
                .contains("answered before");
        for (var act : List.of("hearing", "vote", "decided", "settled", "repaired", "pulse", "closed")) {
            assertThat(breaches.act(handler, breach, act)).as(act).isEqualTo(422);
        }
        assertThat(Pages.seenBy(handler).post(list + "/" + breach + "/hearing").body())
                .contains("That is not the next step. The case stands at: Taken up.");
    }

    @Test
    void whoeverWasAffectedMayKeepItFromTheGroup() {
        var breach = breaches.contained(handler, breaches.reported(reporter, handler), accused, affected);
        breaches.act(handler, breach, "heard");
        assertThat(Pages.seenBy(handler)
                        .post(list + "/" + breach + "/heard", "affected", "true")
                        .status())
                .isEqualTo(302);
        assertThat(breaches.act(handler, breach, "hearing")).isEqualTo(302);
        assertThat(breaches.count(other, "breach")).isOne();
        assertThat(breaches.act(affected, breach, "veto")).isEqualTo(302);
        assertThat(breaches.count(other, "breach")).isZero();
        assertThat(breaches.act(handler, breach, "hearing")).isEqualTo(422);
        var settled = list + "/" + breach + "/settled";
        assertThat(Pages.seenBy(handler).post(settled, "verdict", "exit").body())
                .contains("has not heard");
        assertThat(Pages.seenBy(handler).post(settled, "verdict", "no-breach").status())
                .isEqualTo(302);
        assertThat(breaches.act(handler, breach, "closed")).isEqualTo(302);
        assertThat(breaches.count(other, "breach")).isZero();
        assertThat(breaches.count(accused, "breach")).isOne();
    }
}
