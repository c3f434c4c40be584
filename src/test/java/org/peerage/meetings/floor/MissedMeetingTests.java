package org.peerage.meetings.floor;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static Pages.Answer notices(PersonId person) {
        return at(minute(3), () -> Pages.seenBy(person).get("/notices"));
    }
}
