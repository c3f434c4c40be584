package org.peerage.issues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// Whoever stands on the agenda is asked, says that they will or cannot, and the next in the queue takes their place.
class PresentersTests {

    private final IssueFixture group = new IssueFixture();
    private final String meeting = "/meetings/" + group.meeting;
    private final PersonId ida = group.here.aMember("Ida Example");

    @Test
    void approvingTheAgendaAsksWhoeverPresents() {
        prepared(group.ada);
        assertThat(notices(group.ada)).doesNotContain("You are asked to present");
        assertThat(press(group.chair, "approve").status()).isEqualTo(200);
        assertThat(notices(group.ada)).contains("You are asked to present at the meeting of Tuesday Circle");
        assertThat(notices(group.noor)).doesNotContain("You are asked to present");
        assertThat(page(group.chair)).contains("has not said yet whether they will present");
        assertThat(press(group.ada, "will").status()).isEqualTo(200);
        assertThat(page(group.chair)).contains("will present").doesNotContain("has not said yet");
    }

    @Test
    void whoeverCannotSaysSoAndTheNextIsAsked() {
        prepared(group.ada);
        press(group.chair, "approve");
        parked(group.noor);
        assertThat(page(group.chair)).contains("Member 2");
        assertThat(press(group.ada, "cannot").status()).isEqualTo(200);
        assertThat(notices(group.ada)).doesNotContain("You are asked to present");
        assertThat(notices(group.chair)).contains("Member 1 cannot present at the meeting of Tuesday Circle");
        assertThat(page(group.noor)).contains("Member 1 cannot present this time");
        assertThat(agenda(group.noor))
                .anyMatch(line -> line.contains("Member 2"))
                .noneMatch(line -> line.contains("Member 1"));
    }

    @Test
    void theChairTakesTheNextInOnePressAndPutsThemBack() {
        prepared(group.ada);
        press(group.chair, "approve");
        prepared(group.noor);
        prepared(group.noor);
        assertThat(agenda(group.chair))
                .as("two places, the second filled since")
                .anyMatch(line -> line.contains("Member 2"));
        assertThat(press(group.chair, "cannot").status()).isEqualTo(200);
        assertThat(agenda(group.chair)).noneMatch(line -> line.contains("Member 1"));
        assertThat(notices(group.ada)).doesNotContain("You are asked to present");
        var gone = form(group.chair, "back").select("input[name=subject]").attr("value");
        assertThat(press(group.chair, "back", "subject", gone).status()).isEqualTo(200);
        assertThat(agenda(group.chair)).anyMatch(line -> line.contains("Member 1"));
        assertThat(notices(group.ada)).contains("You are asked to present");
    }

    /// Their line died, or they had to go: nobody else can say what comes of it, and the others do not wait for ever.
    @Test
    void whoseDeviceHasGoneKeepsNobodyFromGoingOn() {
        var item = group.atWork();
        group.arrive(group.ada);
        group.follows(group.ada, 120);
        assertThat(group.lead("next")).as("she was here a moment ago").isFalse();
        assertThat(group.lead("next-all-the-same")).isFalse();
        group.follows(group.ada, -180);
        assertThat(group.lead("next")).as("unasked").isFalse();
        assertThat(group.lead("next-all-the-same")).isTrue();
        assertThat(group.state(item)).isEqualTo("uncovered");
    }

    /// One telephone shows the meeting to all, or the charter puts them away: who presents presses nothing.
    /// Whoever leads writes down what they say; a promise is nobody's but theirs, and is made at home.
    @Test
    void whoeverPresentsWithoutAScreenHoldsNobodyUp() {
        var item = group.atWork();
        assertThat(group.stage(group.chair, item).page().text()).contains("is not marked as here");
        group.arrive(group.ada);
        group.arrive(group.noor);
        assertThat(group.stage(group.chair, item).page().select("[data-presence]"))
                .hasSize(1);
        assertThat(group.stage(group.noor, item).page().select("[data-presence]"))
                .isEmpty();
        group.step(group.chair, item, 0, 1);
        group.step(group.chair, item, 1, 2);
        assertThat(group.step(group.chair, item, 2, 3).status()).isEqualTo(409);
        assertThat(group.stage(group.noor, item).page().select("form[data-kind=issue-real]"))
                .isEmpty();
        assertThat(group.write(group.chair, item, "issue-real", group.sealed(group.chair, "issue-real", Ids.next()))
                        .status())
                .isEqualTo(200);
        assertThat(group.step(group.chair, item, 2, 3).status()).isEqualTo(200);
        group.step(group.chair, item, 3, 4);
        assertThat(group.stage(group.chair, item).page().text()).contains("finds this issue at home");
        assertThat(group.lead("next")).as("unasked").isFalse();
        assertThat(group.lead("next-all-the-same")).isTrue();
        while (group.lead("next-all-the-same")) {
            // To the end.
        }
        assertThat(group.lead("close")).isTrue();
        saysAtHomeWhatComesOfIt(item);
    }

    private void saysAtHomeWhatComesOfIt(UUID item) {
        var circle = "/groups/" + group.here.group;
        var address = circle + "/issues/" + group.issue().orElseThrow();
        assertThat(Pages.seenBy(group.ada).get(circle).page().text()).contains("What comes of your issue?");
        assertThat(Pages.seenBy(group.noor).get(circle).page().text()).doesNotContain("What comes of your issue?");
        assertThat(forms(group.ada, address)).contains("/groups/" + group.here.group + "/commitments");
        assertThat(forms(group.noor, address)).doesNotContain("/groups/" + group.here.group + "/commitments");
        assertThat(group.close(group.ada, item).status()).as("nothing yet").isEqualTo(409);
        assertThat(group.commit(group.ada, item, group.noor).status()).isLessThan(400);
        assertThat(group.close(group.ada, item, "value", "8").status()).isEqualTo(200);
        assertThat(group.value(group.ada)).isEqualTo(8);
        assertThat(Pages.seenBy(group.ada).get(circle).page().text()).doesNotContain("What comes of your issue?");
    }

    private static List<String> forms(PersonId person, String address) {
        return Pages.seenBy(person).get(address).page().select("form").eachAttr("hx-post");
    }

    @Test
    void whatOnlyHasToBeClosedIsClosedByWhoeverLeads() {
        var item = group.atWork();
        group.goTo(item, 4);
        group.write(group.ada, item, "issue-no-action", group.sealed(group.ada, "issue-no-action", Ids.next()));
        assertThat(group.lead("next-all-the-same")).as("she never came").isFalse();
        assertThat(group.close(group.chair, item).status()).isEqualTo(200);
        assertThat(group.lead("next")).isTrue();
    }

    @Test
    void nobodyElseAnswersForThem() {
        prepared(group.ada);
        press(group.chair, "approve");
        for (var act : List.of("will", "cannot")) {
            assertThat(pressAs(group.noor, group.ada, act).status()).isEqualTo(409);
        }
        assertThat(pressAs(group.chair, group.ada, "will").status()).isEqualTo(409);
        assertThat(form(group.noor, "cannot").select("button")).isEmpty();
        assertThat(page(group.chair)).contains("has not said yet");
        assertThat(page(ida)).doesNotContain("I will present");
    }

    @Test
    void theMeetingBeginsWithWhoeverTookThePlace() {
        prepared(group.ada);
        press(group.chair, "approve");
        prepared(group.noor);
        press(group.chair, "cannot");
        group.lead("start");
        assertThat(group.floor(group.noor).text()).contains("Member 2").doesNotContain("Issue · Member 1");
    }

    private void prepared(PersonId person) {
        assertThat(group.prepare(person, group.sealed(person, "issue", Ids.next(), "title"))
                        .status())
                .isEqualTo(204);
    }

    private void parked(PersonId person) {
        assertThat(Pages.seenBy(person)
                        .post(
                                "/groups/" + group.here.group + "/parking-lot",
                                "importance",
                                "5",
                                "urgency",
                                "5",
                                "sealed",
                                group.sealed(person, "issue", Ids.next(), "title"))
                        .status())
                .isEqualTo(302);
    }

    private Pages.Answer press(PersonId person, String act, String... more) {
        return send(person, form(person, act), act, more);
    }

    /// With the form that somebody else has before them.
    private Pages.Answer pressAs(PersonId person, PersonId other, String act) {
        return send(person, form(other, act), act);
    }

    private Pages.Answer send(PersonId person, Document form, String act, String... more) {
        var fields = new java.util.ArrayList<String>();
        form.select("input[type=hidden]").stream()
                .filter(field -> !field.attr("name").equals("request")
                        && !(more.length > 0 && more[0].equals(field.attr("name")))
                        && !field.attr("value").isEmpty())
                .forEach(field -> fields.addAll(List.of(field.attr("name"), field.attr("value"))));
        fields.addAll(List.of("request", "" + UUID.randomUUID()));
        fields.addAll(List.of(more));
        return Pages.seenBy(person).post(meeting + "/agenda/" + act, fields.toArray(String[]::new));
    }

    private Document form(PersonId person, String act) {
        var all = Pages.seenBy(person).get(meeting).page();
        return org.jsoup.Jsoup.parse(all.select("form[action$=/agenda/" + act + "]").stream()
                .findFirst()
                .map(form -> form.outerHtml())
                .orElse(""));
    }

    private List<String> agenda(PersonId person) {
        return Pages.seenBy(person).get(meeting).page().select(".agenda-what").eachText();
    }

    private String page(PersonId person) {
        return Pages.seenBy(person).get(meeting).page().text();
    }

    private static String notices(PersonId person) {
        return Pages.seenBy(person).get("/notices").page().text();
    }
}
