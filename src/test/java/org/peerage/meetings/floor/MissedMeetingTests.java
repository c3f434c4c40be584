package org.peerage.meetings.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.tenancy.PersonId;

/// Whoever was away comes back and wants to know what they missed.
class MissedMeetingTests extends MeetingOfSix {

    private static final String TOLD = "has met without you on";

    @Test
    void whoeverWasNotThereIsTold() {
        var meeting = started();
        var away = here.members.get(3);
        at(minute(1), () -> act(member, meeting, "arrive"));
        assertThat(notices(away).page().text()).doesNotContain(TOLD);
        at(minute(2), () -> act(chair, meeting, "close"));
        assertThat(notices(away).page().text()).contains(TOLD);
        var told = notices(away).page().expectFirst("li:contains(" + TOLD + ") form");
        assertThat(at(minute(3), () -> Pages.seenBy(away).post(told.attr("action")))
                        .at())
                .endsWith(meeting.address());
        for (var there : new PersonId[] {chair, member}) {
            assertThat(notices(there).page().text()).doesNotContain(TOLD);
        }
        assertThat(notices(here.convener).page().text()).doesNotContain(TOLD);
    }

    @Test
    void homeLeadsToTheRecordAndSaysToWhomeverWasNotThere() {
        here.open();
        var away = here.members.get(3);
        here.letIn(member);
        here.letIn(away);
        var meeting = started();
        at(minute(1), () -> act(member, meeting, "arrive"));
        at(minute(2), () -> act(chair, meeting, "close"));
        assertThat(lastRecord(away).attr("href")).isEqualTo(meeting.address());
        assertThat(besideLastRecord(away)).endsWith("stands in it.").contains("You were not there");
        assertThat(besideLastRecord(member)).doesNotContain("You were not there");
        var newcomer = here.aMember("Nia Newcomer");
        at(minute(3), () -> here.letIn(newcomer));
        assertThat(besideLastRecord(newcomer))
                .as("who came later has missed nothing")
                .doesNotContain("You were not there");
    }

    private static Element lastRecord(PersonId person) {
        return at(
                minute(3), () -> Pages.seenBy(person).get("/").page().expectFirst("a:contains(last meeting’s record)"));
    }

    private static String besideLastRecord(PersonId person) {
        return Objects.requireNonNull(lastRecord(person).parent()).text();
    }

    private static Pages.Answer notices(PersonId person) {
        return at(minute(3), () -> Pages.seenBy(person).get("/notices"));
    }
}
