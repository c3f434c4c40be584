package org.peerage.groups.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.PersonId;

/// Roles are shared out in one press, with their terms; whoever has one gives it back alone.
class RolesTests {

    private final GroupFixture here = GroupFixture.aGroup().with(4);
    private final PersonId chair = here.chair();
    private final PersonId member = here.members.getFirst();

    @Test
    void eachHasOneBeforeAnybodyHasTwoAndHearsOfItOnlyWhenItStands() {
        var drafted = page(chair);
        assertThat(drafted.text()).contains("This is a draft");
        assertThat(drafted.select("select option[selected]").eachText())
                .containsExactly("Member 1", "Member 2", "Member 3");
        assertThat(notices(member)).doesNotContain("you have a role");
        assertThat(toBeShared(chair)).isTrue();
        assertThat(toBeShared(member)).isFalse();

        stand();
        stand();
        assertThat(notices(member)).containsOnlyOnce("In Tuesday Circle you have a role until");
        assertThat(notices(here.members.getLast())).contains("you have a role");
        assertThat(notices(chair)).doesNotContain("you have a role");
        assertThat(toBeShared(chair)).isFalse();
        assertThat(Pages.seenBy(member)
                        .get("/groups/" + here.group)
                        .page()
                        .select("li.card .tag")
                        .eachText())
                .contains("Next chair", "Timekeeper", "Host");
        assertThat(page(member).text()).contains("Member 1 until").doesNotContain("This is a draft");
    }

    @Test
    void aMemberTakesWhatIsFreeAndGivesBackOnlyTheirOwn() {
        stand();
        var other = here.members.get(1);
        assertThat(post(other, "/deputy/take").status()).isBetween(302, 303);
        assertThat(post(other, "/deputy/back").status()).isBetween(302, 303);
        assertThat(page(member).expectFirst("li.card").text()).contains("Member 1");

        post(member, "/deputy/back");
        assertThat(page(member).expectFirst("li.card").text()).contains("Nobody yet");
        post(other, "/deputy/take");
        assertThat(page(member).expectFirst("li.card").text()).contains("Member 2");
        assertThat(post(other, "/king/take").status()).isEqualTo(404);
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsNotOverwritten() {
        var seen = page(chair);
        stand();
        var late = give(chair, seen);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().text()).contains("Somebody else has changed the roles meanwhile");
        assertThat(give(member, page(chair)).status()).isEqualTo(404);
    }

    private void stand() {
        assertThat(give(chair, page(chair)).status()).isBetween(302, 303);
    }

    private Pages.Answer give(PersonId who, Document shown) {
        var fields =
                new ArrayList<>(List.of("seen", shown.select("input[name=seen]").val()));
        for (var select : shown.select("main select")) {
            fields.addAll(List.of(
                    select.attr("name"), select.select("option[selected]").val()));
        }
        for (var day : shown.select("main input[type=date]")) {
            fields.addAll(List.of(day.attr("name"), day.val()));
        }
        return Pages.seenBy(who).post(address(), fields.toArray(String[]::new));
    }

    private Pages.Answer post(PersonId who, String act) {
        return Pages.seenBy(who).post(address() + act);
    }

    private Document page(PersonId who) {
        return Pages.seenBy(who).get(address()).page();
    }

    private boolean toBeShared(PersonId who) {
        return as(
                who,
                () -> GroupFixture.PEERAGE.inTransaction(() -> !GroupFixture.PEERAGE
                        .bean(RoleGuest.class)
                        .next(here.seenBy(who))
                        .isEmpty()));
    }

    private static String notices(PersonId who) {
        return Pages.seenBy(who).get("/notices").page().select("main").text();
    }

    private String address() {
        return "/groups/" + here.group + "/roles";
    }
}
