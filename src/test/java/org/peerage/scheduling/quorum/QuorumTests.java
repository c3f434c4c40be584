package org.peerage.scheduling.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.charter.Obeys;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.scheduling.GroupDate;
import org.peerage.tenancy.PersonId;

/// When half of a group cannot come, the chair is told and asks about other days in one press.
class QuorumTests {

    private static final ZoneId ST_JOHNS = ZoneId.of("America/St_Johns");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Dates dates = peerage.bean(Dates.class);
    private final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    private final DateId date = as(
            here.chair(),
            () -> dates.set(here.group, LocalDateTime.parse("2031-03-04T18:00"), ST_JOHNS, 240, "Harbour House", ""));

    @Test
    void theChairIsToldAsLongAsTooFewCanCome() {
        answer(here.members.get(0), "no");
        assertThat(notices(here.chair())).doesNotContain("cannot come");
        answer(here.members.get(1), "no");
        assertThat(notices(here.chair())).contains("2 of 4 cannot come to Tuesday Circle on Tue 4 March 2031");
        assertThat(notices(here.members.get(2))).doesNotContain("cannot come");
        answer(here.members.get(1), "yes");
        assertThat(notices(here.chair())).doesNotContain("cannot come");
    }

    @Test
    @Obeys("moveQuorum")
    void howManyAreTooManyTheCharterSays() {
        var there = GroupFixture.aGroup().with(4).choosing("moveQuorum", "25").inAnOpenRoom();
        var moved = as(
                there.chair(),
                () -> dates.set(
                        there.group, LocalDateTime.parse("2031-03-04T18:00"), ST_JOHNS, 240, "Harbour House", ""));
        Pages.seenBy(there.members.getFirst()).post("/dates/" + moved.value() + "/answer", "coming", "no");
        assertThat(notices(there.chair())).contains("1 of 4 cannot come to Tuesday Circle");
    }

    @Test
    void oneWhoCancelsItNeedsNoOtherDay() {
        answer(here.members.get(0), "no");
        answer(here.members.get(1), "no");
        as(here.chair(), () -> {
            dates.cancel(date);
            return date;
        });
        assertThat(notices(here.chair())).doesNotContain("of 4 cannot come");
        assertThat(Pages.seenBy(here.chair()).get(page()).status()).isEqualTo(404);
    }

    @Test
    void theGroupIsAskedAboutDaysWithinAWeekAndTheDateMovesToTheOneThatIsChosen() {
        answer(here.members.get(0), "no");
        answer(here.members.get(1), "no");
        var form = Pages.seenBy(here.chair()).get(page()).page();
        assertThat(form.text()).contains("2 of 4 have said that they cannot come");
        assertThat(form.select("[name=day]").eachAttr("value"))
                .as("no weekend, and the same weekday a week before and after")
                .containsExactly("2031-02-25", "2031-03-03", "2031-03-05", "2031-03-06", "2031-03-11");
        var sent = fields(form);
        for (var time = 0; time < 2; time++) {
            assertThat(Pages.seenBy(here.chair()).post(page(), sent).at()).isEqualTo("/groups/" + here.group + "/poll");
        }
        var member = here.members.get(2);
        var poll = Pages.seenBy(member).get("/groups/" + here.group + "/poll").page();
        assertThat(poll.select("ul.poll li")).hasSize(5);
        assertThat(poll.text()).contains("another day for a date that is set");
        assertThat(notices(member)).contains("looks for a date");
        assertThat(Pages.seenBy(here.chair()).get(page()).page().text()).contains("asked about dates already");

        var arranged = Pages.seenBy(here.chair())
                .get("/groups/" + here.group + "/poll")
                .page();
        var chosen = arranged.expectFirst("li:has([datetime^=2031-03-11]) form[action$=/settle]");
        Pages.seenBy(here.chair())
                .post(
                        chosen.attr("action"),
                        "option",
                        chosen.select("[name=option]").val());
        assertThat(ahead()).hasSize(1);
        assertThat(ahead().getFirst().id()).isEqualTo(date);
        assertThat(ahead().getFirst().time().local()).isEqualTo(LocalDateTime.parse("2031-03-11T18:00"));
        assertThat(ahead().getFirst().venue().place()).isEqualTo("Harbour House");
        assertThat(notices(here.chair())).doesNotContain("cannot come to");
        assertThat(Pages.seenBy(member)
                        .get("/groups/" + here.group + "/dates")
                        .page()
                        .text())
                .as("whoever could not come then is asked anew")
                .contains("0 coming, 0 not", "Moved");
    }

    @Test
    void onlyWhoArrangesAsks() {
        assertThat(Pages.seenBy(here.members.getFirst()).get(page()).status()).isEqualTo(404);
        assertThat(Pages.seenBy(GroupFixture.aGroup().with(1).chair())
                        .get(page())
                        .status())
                .isEqualTo(404);
    }

    private static String[] fields(Document form) {
        var fields = new ArrayList<String>();
        form.select("form[action$=/instead] input")
                .forEach(input -> fields.addAll(List.of(input.attr("name"), input.val())));
        return fields.toArray(String[]::new);
    }

    private void answer(PersonId person, String coming) {
        Pages.seenBy(person).post("/dates/" + date + "/answer", "coming", coming);
    }

    private String page() {
        return "/dates/" + date + "/instead";
    }

    private List<GroupDate> ahead() {
        return as(here.chair(), () -> dates.ahead(here.group));
    }

    private static String notices(PersonId person) {
        return Pages.seenBy(person).get("/notices").page().select("main").text();
    }
}
