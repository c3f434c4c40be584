package org.peerage.farewell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.Rooms;
import org.peerage.scheduling.Dates;

/// Theo leaves well, each of the three in a browser of their own: the chair is told alone, then the group, the last
/// meeting has a farewell, and out of the room he finds what holds on. Noor must not have what the chair was told.
class FarewellJourneyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final Visitor MARA = Visitor.enrolled("Mara Lindqvist");
    private static final Visitor THEO = Visitor.enrolled("Theo Brannigan");
    private static final Visitor NOOR = Visitor.enrolled("Noor Whitcombe");
    private static final GroupFixture HERE = GroupFixture.chairedBy(MARA.person(), MARA.name());
    private static final String HOME = "/groups/" + HERE.group;

    @AfterAll
    static void everybodyGoesHome() {
        List.of(MARA, THEO, NOOR).forEach(Visitor::close);
    }

    @Test
    void aMemberLeavesWell() {
        MARA.goTo(HOME + "/room").press("Open the room").sees("Opened the room");
        comesIn(THEO);
        comesIn(NOOR);
        var last = meeting();

        THEO.goTo(HOME).follow("Leaving well").opensTheRoom();
        THEO.page().getByText("Tell Mara Lindqvist first, alone").click();
        THEO.sees("Read by Mara Lindqvist");
        THEO.page().getByLabel("Your last meeting").selectOption(last.toString());
        THEO.looksRight(PICTURES, "farewell-telling");
        THEO.fill("Your word to Mara Lindqvist", "My brother needs me at the mill")
                .press("Tell it");
        THEO.sees("Mara Lindqvist was told on");
        assertThat(THEO.page().content()).doesNotContain("the mill");

        MARA.goTo(HOME + "/leading")
                .sees("Somebody means to leave")
                .follow("Read it")
                .opensTheRoom();
        MARA.sees("Theo Brannigan").sees("My brother needs me at the mill").sees("Read by you");
        MARA.looksRight(PICTURES, "farewell-told");
        neitherByBrowserNorByRequest();
        MARA.press("I have spoken with Theo Brannigan").sees("You have spoken");

        THEO.goTo(HOME + "/farewell").press("I have told the group");
        THEO.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Page.GetByRoleOptions().setName("I have told the group"))
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        THEO.looksRight(PICTURES, "farewell-announced");
        NOOR.goTo(HOME + "/farewell").sees("Theo Brannigan says farewell at the meeting on");
        assertThat(NOOR.page().locator("sealed-text")).hasCount(0);
        NOOR.goTo(last.address()).sees("because somebody is here for the last time");

        held(last);
        NOOR.goTo(last.address()).sees("The group said farewell to Theo Brannigan.");
        THEO.goTo(HOME + "/farewell").sees("You have said farewell.").follow("To the room, to leave it");
        THEO.opensTheRoom();
        THEO.page()
                .locator("[data-inside=\"" + THEO.person() + "\"]")
                .getByText("Leave the room")
                .click();
        THEO.page().locator("[data-leave]").click();
        THEO.sees("Groups that you have left").looksRight(PICTURES, "farewell-home");
        MARA.goTo(HOME + "/room").opensTheRoom();
        assertThat(MARA.page().locator("[data-inside=\"" + THEO.person() + "\"]"))
                .hasCount(0);

        THEO.follow("Tuesday Circle").sees("You have left Tuesday Circle");
        THEO.sees("What you promised holds for ever").looksRight(PICTURES, "farewell-left");
        assertThat(MARA.complaints()).isEmpty();
        assertThat(NOOR.complaints())
                .as("what she asked for in vain")
                .singleElement()
                .asString()
                .contains("404");
    }

    /// Noor holds the room's key, her browser is signed in, and she knows the id.
    private static void neitherByBrowserNorByRequest() {
        var record = Objects.requireNonNull(MARA.page().locator("sealed-text").getAttribute("data-id"));
        var room = Objects.requireNonNull(MARA.page().locator("sealed-text").getAttribute("data-room"));
        NOOR.goTo(HOME + "/farewell").opensTheRoom();
        assertThat(NOOR.page().content()).doesNotContain(record);
        assertThat(NOOR.page().locator("#farewell")).not().containsText("Theo");
        assertThat(NOOR.fetched("/rooms/" + room + "/records/" + record)).isEqualTo("404 no");
        assertThat(NOOR.fetched("/rooms/" + room + "/envelopes"))
                .startsWith("200")
                .doesNotContain(record);
        assertThat(MARA.fetched("/rooms/" + room + "/records/" + record)).isEqualTo("200 yes");
        assertThat(as(
                        NOOR.person(),
                        () -> PEERAGE.bean(Rooms.class).texts(new RoomId(room), List.of(UUID.fromString(record)))))
                .isEmpty();
    }

    private static MeetingId meeting() {
        var start = LocalDateTime.now(LISBON).plusDays(40).withNano(0);
        var date = as(HERE.chair(), () -> PEERAGE.bean(Dates.class).set(HERE.group, start, LISBON, 240, "", ""));
        return as(HERE.chair(), () -> PEERAGE.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
    }

    /// The day has come, and gone: as nobody of the program could say it.
    private static void held(MeetingId meeting) {
        PEERAGE.asSuperuser(
                "update meetings.meeting set starts_at = now() + interval '5 minutes' where id = ?", meeting.value());
        act(meeting, "start");
        while (as(HERE.chair(), () -> PEERAGE.bean(Meetings.class).act(meeting, "next-all-the-same", null))) {
            assertThat(meeting).isNotNull();
        }
        act(meeting, "close");
    }

    private static void act(MeetingId meeting, String act) {
        assertThat(as(HERE.chair(), () -> PEERAGE.bean(Meetings.class).act(meeting, act, null)))
                .as(act)
                .isTrue();
    }

    private static void comesIn(Visitor visitor) {
        HERE.seat(visitor.person(), visitor.name());
        HERE.sign(visitor.person());
        MARA.letsIn(visitor, HOME);
    }
}
