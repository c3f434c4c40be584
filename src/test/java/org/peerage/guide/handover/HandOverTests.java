package org.peerage.guide.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// Whoever leads next finds all that is under way on one page, and of each thing what they may see.
class HandOverTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final String page = here.group.address() + "/hand-over";

    @Test
    void everyPartSaysWhatItIsEmptyOf() {
        assertThat(page(ada).select(".hand-over h2").eachText())
                .contains(
                        "Who leads when",
                        "Dates and hosts",
                        "Open promises",
                        "What presses most",
                        "What the charter requires next",
                        "Conflicts of interest");
        assertThat(page(ada).text())
                .contains("No meeting is planned.", "Nothing is open.", "Nothing waits in the parking lot.");
    }

    @Test
    void whatIsUnderWayStandsThere() {
        var start = LocalDateTime.now(ZONE).plusDays(9);
        as(
                here.chair(),
                () -> RunningPeerage.shared()
                        .bean(Dates.class)
                        .set(here.group, start, ZONE, 240, "The long table", ""));
        var promise = Ids.next();
        var promised =
                here.sealed(ada, new KeyholderRoom.About("commitment", promise, promise), Map.of("text", "Call."));
        Pages.seenBy(ada)
                .post(
                        here.group.address() + "/commitments",
                        "sealed",
                        promised,
                        "due",
                        LocalDate.now(ZONE).plusDays(20).toString(),
                        "witness",
                        noor.toString());
        var issue = Ids.next();
        var parked = here.sealed(noor, new KeyholderRoom.About("issue", issue, issue), Map.of("title", "Mill?"));
        Pages.seenBy(noor)
                .post(here.group.address() + "/parking-lot", "importance", "8", "urgency", "5", "sealed", parked);
        for (var person : new PersonId[] {here.chair(), noor}) {
            var shown = page(person);
            assertThat(shown.text())
                    .contains("Mara Example leads.", "The long table: nobody hosts yet.", "8 × 5 × 1 = 40 points")
                    .contains("Member 1 · by");
            assertThat(shown.select("sealed-text").eachAttr("data-id"))
                    .containsExactlyInAnyOrder(promise.toString(), issue.toString());
        }
    }

    @Test
    void nobodyOutsideTheRoomReadsIt() {
        var onTheWay = here.aMember("On The Way");
        for (var stranger : new PersonId[] {
            onTheWay,
            here.convener,
            GroupFixture.aGroup().with(1).inAnOpenRoom().chair()
        }) {
            assertThat(Pages.seenBy(stranger).get(page).status()).isEqualTo(404);
        }
        assertThat(Pages.seenBy(here.chair())
                        .get(here.group.address() + "/leading")
                        .page()
                        .select("a[href$=/hand-over]"))
                .isNotEmpty();
    }

    private Document page(PersonId person) {
        return Pages.seenBy(person).get(page).page();
    }
}
