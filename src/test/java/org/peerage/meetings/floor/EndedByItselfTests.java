package org.peerage.meetings.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.tenancy.PersonId;

/// A meeting that nobody has closed is not left without a word, and one that was held early is not still to come.
class EndedByItselfTests extends MeetingOfSix {

    private static final String TOLD = "was left open, and the program has ended it";

    @Test
    void whoeverChairsAndWhoeverLedHearThatTheProgramHasEndedIt() {
        var meeting = meetingOf(aDate(240));
        var led = here.members.get(2);
        assertThat(change(chair, meeting, "deputy", "deputy", led.toString()).status())
                .isEqualTo(200);
        at(START, () -> act(led, meeting, "start"));
        var end = START.plus(Duration.ofHours(4));
        at(end, this::endIdle);
        for (var told : List.of(chair, led)) {
            assertThat(notices(told, end).text()).contains(TOLD);
        }
        for (var other : List.of(member, here.convener)) {
            assertThat(notices(other, end).text()).doesNotContain(TOLD);
        }
        var notice = notices(led, end).expectFirst("li:contains(" + TOLD + ") form");
        assertThat(at(end, () -> Pages.seenBy(led).post(notice.attr("action"))).at())
                .endsWith(meeting.address());
    }

    @Test
    void oneThatSomebodyClosesIsNotToldAsLeftOpen() {
        var meeting = started();
        at(minute(2), () -> act(chair, meeting, "close"));
        assertThat(notices(chair, minute(3)).text()).doesNotContain(TOLD);
    }

    @Test
    void whatWasHeldBeforeItsHourStandsUnderHeld() {
        var date = aDate(240);
        var meeting = meetingOf(date);
        var early = START.minus(Duration.ofHours(20));
        for (var person : List.of(chair, member, here.convener)) {
            assertThat(dates(person, early).select("#date-" + date)).hasSize(1);
        }
        at(early, () -> act(chair, meeting, "start"));
        assertThat(dates(member, early).select("#date-" + date)).as("it is on").hasSize(1);
        at(early, () -> act(chair, meeting, "close"));
        for (var person : List.of(chair, member, here.convener)) {
            var page = dates(person, early);
            assertThat(page.select("#date-" + date)).isEmpty();
            assertThat(page.select("summary").text()).contains("Held (1)");
            assertThat(at(early, () -> Pages.seenBy(person).get("/groups/" + here.group + "/meetings"))
                            .page()
                            .select("main")
                            .text())
                    .contains("Held");
        }
    }

    private Document dates(PersonId person, Instant now) {
        return at(now, () -> Pages.seenBy(person).get("/groups/" + here.group + "/dates"))
                .page();
    }

    private static Document notices(PersonId person, Instant now) {
        return at(now, () -> Pages.seenBy(person).get("/notices")).page();
    }
}
