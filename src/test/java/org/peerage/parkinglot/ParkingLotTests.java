package org.peerage.parkinglot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What waits is weighed by its owner, mentioned by all, and stands on the agenda when its turn has come.
class ParkingLotTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final String lot = "/groups/" + here.group + "/parking-lot";

    @Test
    void pointsAreImportanceTimesUrgencyTimesTheDaysOfMention() {
        var issue = parkedDaysAgo(62, ada, 8, 5);
        assertThat(shown(noor, issue)).contains("8 × 5 × 1 = 40 points").contains("not mentioned for a month");
        press(noor, issue, "mentioned");
        press(noor, issue, "mentioned");
        press(here.chair(), issue, "mentioned");
        assertThat(shown(ada, issue)).contains("8 × 5 × 2 = 80 points").doesNotContain("not mentioned for a month");
        press(noor, issue, "not-mentioned");
        assertThat(shown(ada, issue)).as("the chair has heard it too").contains("= 80 points");
        press(here.chair(), issue, "not-mentioned");
        assertThat(shown(ada, issue)).contains("= 40 points");
        assertThat(post(ada, issue, "weight", "importance", "10", "urgency", "10")
                        .status())
                .isEqualTo(302);
        assertThat(shown(noor, issue)).contains("10 × 10 × 1 = 100 points");
    }

    @Test
    void thatItCameHereStaysTheFirstMention() {
        var issue = parked(ada, 5, 5);
        assertThat(shown(ada, issue)).contains("You put it here today.").doesNotContain("It did not come up today");
        press(ada, issue, "not-mentioned");
        assertThat(shown(ada, issue)).contains("5 × 5 × 1 = 25 points");
    }

    @Test
    void whatPressesMostStandsFirstAndWishesDecideBetweenEquals() {
        var low = parked(ada, 2, 2);
        var one = parked(ada, 5, 5);
        var other = parked(noor, 5, 5);
        press(ada, other, "wished");
        press(ada, other, "wished");
        assertThat(order(noor)).containsExactly(other, one, low);
        assertThat(shown(noor, other)).contains("one would like to work on it");
        press(ada, other, "not-wished");
        press(noor, one, "wished");
        assertThat(order(noor)).containsExactly(one, other, low);
    }

    @Test
    void onlyItsOwnerWeighsPutsTogetherAndLetsGo() {
        var issue = parked(ada, 5, 5);
        var noors = parked(noor, 5, 5);
        assertThat(post(noor, issue, "weight", "importance", "1", "urgency", "1")
                        .status())
                .isEqualTo(404);
        assertThat(post(noor, issue, "let-go").status()).isEqualTo(404);
        assertThat(post(noor, noors, "together", "with", "" + issue).status()).isEqualTo(404);
        assertThat(post(noor, issue, "together", "with", "" + noors).status()).isEqualTo(404);
        assertThat(post(ada, issue, "together", "with", "" + issue).status()).isEqualTo(404);
        assertThat(post(ada, issue, "weight", "importance", "11", "urgency", "1")
                        .status())
                .isEqualTo(400);
        assertThat(order(noor)).hasSize(2);
    }

    @Test
    void twoThatArePutTogetherCountAsOneAndNothingIsLost() {
        var first = parkedDaysAgo(62, ada, 5, 5);
        var second = parked(ada, 5, 4);
        press(noor, second, "wished");
        assertThat(post(ada, first, "together", "with", "" + second).status()).isEqualTo(302);
        assertThat(order(noor)).containsExactly(second);
        assertThat(shown(noor, second))
                .contains("5 × 4 × 2 = 40 points")
                .contains("Put together with it")
                .contains("one would like to work on it");
        press(ada, first, "taken-up");
        assertThat(order(noor)).containsExactlyInAnyOrder(first, second);
        assertThat(shown(noor, second)).contains("5 × 4 × 1 = 20 points");
        press(ada, second, "let-go");
        press(ada, second, "let-go");
        assertThat(order(noor)).containsExactly(first);
        assertThat(Pages.seenBy(noor).get(lot).page().text()).contains("One that was let go");
    }

    @Test
    void whatIsSentTwiceWaitsOnce() {
        var issue = Ids.next();
        var sealed =
                here.sealed(ada, new KeyholderRoom.About("issue", issue, issue), Map.of("title", "The lighthouse"));
        for (var time = 0; time < 2; time++) {
            assertThat(Pages.seenBy(ada)
                            .post(lot, "importance", "5", "urgency", "5", "sealed", sealed)
                            .at())
                    .isEqualTo(lot);
        }
        assertThat(order(noor)).containsExactly(issue);
    }

    @Test
    void theNextStandsOnTheAgendaAndIsPreparedThere() {
        var meeting = aMeeting();
        parked(noor, 5, 5);
        var issue = parked(ada, 9, 9);
        var agenda = Pages.seenBy(here.chair()).get(meeting).page().select(".agenda-what");
        assertThat(agenda.eachText())
                .anyMatch(line -> line.contains("Member 1")
                        && line.contains("because it is next in the parking lot, with 81 points"));
        var prepare = Pages.seenBy(ada)
                .get(lot)
                .page()
                .select("#parked-" + issue + " a[href*=issue]")
                .eachAttr("href");
        assertThat(prepare).contains(meeting + "/issue?issue=" + issue);
        var form = Pages.seenBy(ada).get(meeting + "/issue?issue=" + issue).page();
        assertThat(form.select("form[data-record=" + issue + "][data-rev=1]")).hasSize(1);
        assertThat(Pages.seenBy(ada)
                        .post(
                                meeting + "/issue",
                                "issue",
                                "" + issue,
                                "kind",
                                "decision",
                                "minutes",
                                "36",
                                "sealed",
                                again(issue))
                        .status())
                .isEqualTo(204);
        assertThat(order(noor)).as("what is prepared waits no more").doesNotContain(issue);
        assertThat(Pages.seenBy(here.chair()).get(meeting).page().text())
                .contains("because this member has not presented yet");
    }

    @Test
    void whoeverIsNotInTheRoomSeesNone() {
        parked(ada, 5, 5);
        var outside = here.aMember("Not Yet Inside");
        var elsewhere = GroupFixture.aGroup().with(1).inAnOpenRoom();
        assertThat(Pages.seenBy(elsewhere.chair()).get(lot).status()).isEqualTo(404);
        for (var stranger : new PersonId[] {outside, elsewhere.chair()}) {
            for (var table : List.of("weight", "mention", "wish")) {
                assertThat(as(
                                stranger,
                                () -> RunningPeerage.shared()
                                        .bean(JdbcClient.class)
                                        .sql("select count(*) from parkinglot." + table)
                                        .query(Integer.class)
                                        .single()))
                        .isZero();
            }
        }
    }

    private String aMeeting() {
        var start = LocalDateTime.ofInstant(Instant.now(), ZONE).plusDays(3);
        var date = as(
                here.chair(),
                () -> RunningPeerage.shared().bean(Dates.class).set(here.group, start, ZONE, 240, "", ""));
        return as(
                        here.chair(),
                        () -> RunningPeerage.shared().bean(Meetings.class).ofDate(date.value()))
                .orElseThrow()
                .address();
    }

    private UUID parked(PersonId owner, int importance, int urgency) {
        var issue = Ids.next();
        var sealed =
                here.sealed(owner, new KeyholderRoom.About("issue", issue, issue), Map.of("title", "The lighthouse"));
        assertThat(Pages.seenBy(owner)
                        .post(lot, "importance", "" + importance, "urgency", "" + urgency, "sealed", sealed)
                        .at())
                .isEqualTo(lot);
        return issue;
    }

    private String again(UUID issue) {
        return here.sealed(ada, new KeyholderRoom.About("issue", issue, issue), Map.of("title", "The lighthouse"));
    }

    private UUID parkedDaysAgo(int days, PersonId owner, int importance, int urgency) {
        return PretendedTime.at(Instant.now().minus(Duration.ofDays(days)), () -> parked(owner, importance, urgency));
    }

    private void press(PersonId person, UUID issue, String act) {
        assertThat(post(person, issue, act).at()).isEqualTo(lot);
    }

    private Pages.Answer post(PersonId person, UUID issue, String act, String... fields) {
        return Pages.seenBy(person).post(lot + "/" + issue + "/" + act, fields);
    }

    private List<UUID> order(PersonId person) {
        return page(person).select("li[id^=parked-]").stream()
                .map(line -> UUID.fromString(line.id().substring("parked-".length())))
                .toList();
    }

    private String shown(PersonId person, UUID issue) {
        return page(person).select("#parked-" + issue).text();
    }

    private Document page(PersonId person) {
        return Pages.seenBy(person).get(lot).page();
    }
}
