package org.peerage.meetings.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerage.Pages;
import org.peerage.Statements;
import org.peerage.Transactions;
import org.peerage.meetings.MeetingId;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// What nobody means to ask of a meeting, and how often a page asks the database.
class MeetingFaultTests extends MeetingOfSix {

    @Test
    void aMeetingThatWasCalledOffSaysSoWhereItWouldHaveBeen() {
        var meeting = calledOff();
        var live = Pages.seenBy(member).get("/meetings/" + meeting + "/live");
        assertThat(live.status()).isEqualTo(200);
        assertThat(live.page().select("#floor").text()).contains("This meeting was cancelled.");
        assertThat(live.page().select("#floor form")).isEmpty();
        assertThat(Pages.seenBy(member)
                        .fragment("/meetings/" + meeting + "/live")
                        .status())
                .isEqualTo(200);
        assertThat(Pages.seenBy(member)
                        .get("/meetings/" + meeting + "/items/" + uuid())
                        .status())
                .isEqualTo(404);
        assertThat(Pages.seenBy(member).get("/meetings/" + meeting).page().text())
                .contains("This meeting was cancelled.");
        for (var act : List.of("start", "arrive", "next", "assent")) {
            assertThat(post(chair, meeting, act, version(meeting), Ids.next()).status())
                    .as(act)
                    .isEqualTo(409);
        }
    }

    @Test
    void anApprovedAgendaThatWasCalledOffIsStillToBeSeen() {
        var date = aDate(240);
        var meeting = meetingOf(date);
        assertThat(change(chair, meeting, "approve").status()).isEqualTo(200);
        as(chair, () -> {
            peerage.bean(Dates.class).cancel(date);
            return true;
        });
        assertThat(Pages.seenBy(member).get("/meetings/" + meeting + "/live").status())
                .isEqualTo(200);
    }

    @Test
    void aProxyIsToldNotToGatherAnyStream() {
        var meeting = started();
        for (var path : List.of("/meetings/" + meeting + "/events", "/notices/events")) {
            assertThat(Pages.seenBy(member).get(path).raw().getHeader("X-Accel-Buffering"))
                    .as(path)
                    .isEqualTo("no");
        }
    }

    @Test
    void aGroupBetweenTwoChairsSeesItsMeetingAndTheDeputyMayStartIt() {
        var meeting = meetingOf(aDate(240));
        assertThat(change(chair, meeting, "deputy", "deputy", member.toString()).status())
                .isEqualTo(200);
        here.appoint(here.aSpareSeat());
        assertThat(scheduled(meeting).circle().chair()).isEmpty();
        for (var path : List.of("", "/live", "/prepare", "/items/" + uuid())) {
            assertThat(Pages.seenBy(member).get("/meetings/" + meeting + path).status())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(at(START, () -> Pages.seenBy(chair).get("/meetings/" + meeting + "/live"))
                        .page()
                        .select("#lead")
                        .text())
                .contains("Nobody chairs this group just now");
        assertThat(at(START, () -> post(chair, meeting, "start", version(meeting), Ids.next()))
                        .status())
                .isEqualTo(409);
        at(START, () -> act(member, meeting, "start"));
        assertThat(scheduled(meeting).facilitator()).isEqualTo(member);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/acts/next?version=many&request=%s",
                "/acts/next?version=99999999999999999999&request=%s",
                "/acts/next?version=1&request=none-such",
                "/acts/next?version=1",
                "/acts/turn?version=1&request=%s&person=none-such",
                "/acts/turn?version=1&request=%s",
                "/acts/extend?version=1&request=%s&minutes=0",
                "/acts/extend?version=1&request=%s&minutes=61",
                "/acts/extend?version=1&request=%s&minutes=99999999999",
                "/acts/nonsense?version=1&request=%s",
                "/rating?item=none-such&request=%s",
                "/rating?item=%s&request=none-such",
                "/agenda/minutes?version=many&request=%s",
                "/agenda/minutes?version=1&request=%s&position=99999999999",
                "/agenda/deputy?version=1&request=%s&deputy=none-such",
            })
    void whatNoPageSendsIsABadRequest(String form) {
        var meeting = started();
        var parts = form.split("\\?", 2);
        var sent = parts[1].contains("%s") ? parts[1].formatted(uuid()) : parts[1];
        var fields = List.of(sent.split("[=&]")).toArray(String[]::new);
        assertThat(Pages.seenBy(chair)
                        .post("/meetings/" + meeting + parts[0], fields)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var meeting = started();
        for (var path : List.of(
                "/meetings/none-such",
                "/meetings/" + uuid(),
                "/meetings/" + uuid() + "/live",
                "/meetings/" + uuid() + "/prepare",
                "/meetings/" + uuid() + "/events",
                "/meetings/" + meeting + "/items/none-such")) {
            assertThat(Pages.seenBy(member).get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(Pages.seenBy(member)
                        .post("/meetings/" + meeting + "/rating", "item", uuid(), "request", uuid(), "score", "7")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aRequestIsOneTransaction() throws Exception {
        var meeting = started();
        var group = "/groups/" + here.group;
        for (var path : List.of(
                group + "/meetings",
                "/meetings/" + meeting,
                "/meetings/" + meeting + "/live",
                "/meetings/" + meeting + "/items/" + current(meeting),
                "/meetings/" + meeting + "/prepare")) {
            assertThat(Transactions.of(() -> Pages.seenBy(member).get(path)))
                    .as(path)
                    .isEqualTo(1);
            assertThat(Transactions.of(() -> Pages.seenBy(member).fragment(path)))
                    .as(path)
                    .isEqualTo(1);
        }
        assertThat(Transactions.of(() -> post(member, meeting, "arrive", 0, Ids.next())))
                .isEqualTo(1);
        var version = version(meeting);
        assertThat(Transactions.of(() -> post(chair, meeting, "next", version, Ids.next())))
                .as("an act and the page after it")
                .isEqualTo(1);
        assertThat(Transactions.of(() -> post(chair, meeting, "next", version, Ids.next())))
                .as("a refusal and the page that says it")
                .isEqualTo(1);
        var planned = meetingOf(aDateAt(START.plusSeconds(86_400)));
        assertThat(Transactions.of(() -> Pages.seenBy(chair)
                        .post(
                                "/meetings/" + planned + "/agenda/format",
                                "version",
                                "0",
                                "request",
                                uuid(),
                                "format",
                                "forum-2h")))
                .isEqualTo(1);
    }

    /// The figures are what it asks today; a page that comes to ask more says here for what.
    @Test
    void aPageAsksForEachThingOnce() throws Exception {
        var planned = meetingOf(aDate(240));
        asks(chair, planned, 14);
        asks(member, planned, 14);
        var live = started();
        asks(member, live, 8);
    }

    private static void asks(PersonId who, MeetingId meeting, int most) throws Exception {
        var page = Pages.seenBy(who);
        page.get("/meetings/" + meeting);
        assertThat(Statements.of(() -> page.get("/meetings/" + meeting)))
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(most);
    }

    private MeetingId calledOff() {
        var date = aDate(240);
        var meeting = meetingOf(date);
        as(chair, () -> {
            peerage.bean(Dates.class).cancel(date);
            return true;
        });
        return meeting;
    }
}
