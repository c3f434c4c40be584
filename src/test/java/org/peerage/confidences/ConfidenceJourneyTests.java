package org.peerage.confidences;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.Rooms;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A word to the chair, each of the three in a browser of their own: who writes it, who chairs, and who must not have
/// it.
class ConfidenceJourneyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final Path PICTURES = Path.of("target/pictures/confidences");
    private static final Visitor MARA = Visitor.enrolled("Mara Lindqvist");
    private static final Visitor THEO = Visitor.enrolled("Theo Brannigan");
    private static final Visitor NOOR = Visitor.enrolled("Noor Whitcombe");
    private static final GroupFixture HERE = GroupFixture.chairedBy(MARA.person(), MARA.name());
    private static final String HOME = "/groups/" + HERE.group;
    private static final String LIST = HOME + "/confidences";

    @AfterAll
    static void everybodyGoesHome() {
        List.of(MARA, THEO, NOOR).forEach(Visitor::close);
    }

    @Test
    void aMemberTellsTheChairAndNobodyElse() {
        HERE.seat(THEO.person(), THEO.name());
        HERE.sign(THEO.person());
        assertThat(Pages.seenBy(THEO.person()).get(LIST).status())
                .as("before there is a room")
                .isEqualTo(404);
        MARA.goTo(HOME + "/room").press("Open the room").sees("Opened the room");
        comesIn(THEO, false);
        comesIn(NOOR, true);

        THEO.goTo(HOME).follow("A word to the chair").sees("Say it to the chair alone");
        THEO.opensTheRoom().sees("Read by Mara Lindqvist");
        THEO.looksRight(PICTURES, "telling");
        THEO.fill("Your word to Mara Lindqvist", "Noor buys from my brother").press("Send it");
        THEO.sees("Only Mara Lindqvist can read this now.").sees("Not read yet");
        assertThat(THEO.page().locator("sealed-text")).hasCount(0);
        assertThat(THEO.page().content()).doesNotContain("my brother");
        THEO.page().waitForResponse("**/drafts/**", () -> THEO.goTo(LIST));
        THEO.opensTheRoom();
        assertThat(THEO.page().locator("sealed-field textarea")).hasValue("");

        MARA.goTo(HOME)
                .sees("Somebody has a word for you")
                .follow("Words to you (1)")
                .opensTheRoom();
        MARA.sees("Theo Brannigan").sees("Noor buys from my brother").sees("Read by you");
        MARA.looksRight(PICTURES, "told");
        neitherByBrowserNorByRequest();

        MARA.press("I have read it");
        MARA.page().getByRole(AriaRole.BUTTON, button("I have read it")).waitFor(gone());
        THEO.goTo(LIST);
        var told = THEO.page().locator("#told + ul");
        assertThat(told).containsText("Read");
        assertThat(told).not().containsText("Not read yet");
        MARA.press("I have answered");
        MARA.page().getByRole(AriaRole.BUTTON, button("I have answered")).waitFor(gone());
        THEO.goTo(LIST);
        assertThat(told).containsText("Answered");
        assertThat(MARA.goTo(HOME).page().getByText("Words to you (")).hasCount(0);
        for (var visitor : List.of(MARA, THEO)) {
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    /// Noor holds the room's key, her browser is signed in, and she knows the id.
    private static void neitherByBrowserNorByRequest() {
        var record = Objects.requireNonNull(MARA.page().locator("sealed-text").getAttribute("data-id"));
        var room = Objects.requireNonNull(MARA.page().locator("sealed-text").getAttribute("data-room"));
        NOOR.goTo(LIST).opensTheRoom();
        assertThat(NOOR.page().content()).doesNotContain(record);
        assertThat(NOOR.page().locator("#confidences")).not().containsText("Theo");
        assertThat(NOOR.fetched("/rooms/" + room + "/records/" + record)).isEqualTo("404 no");
        assertThat(NOOR.fetched("/rooms/" + room + "/envelopes"))
                .startsWith("200")
                .doesNotContain(record);
        assertThat(MARA.fetched("/rooms/" + room + "/records/" + record)).isEqualTo("200 yes");
        assertThat(NOOR.page().evaluate("""
                        async ([path, record]) => {
                          const at = document.querySelector('script[src*="/room/elements.js"]').src.replace('elements.js', '');
                          const { openRoom } = await import(at + 'room.js');
                          const room = await openRoom(path);
                          await room.refresh();
                          const put = room.ledger.puts.get(record);
                          return `${put.kind} ${JSON.stringify(put).includes('confidence')}`;
                        }""", List.of(room, record)))
                .as("what the ledger says of it")
                .isEqualTo("text false");
        var noor = NOOR.person();
        assertThat(as(noor, () -> PEERAGE.bean(Rooms.class).texts(new RoomId(room), List.of(UUID.fromString(record)))))
                .isEmpty();
        assertThat(as(
                        noor,
                        () -> PEERAGE.bean(JdbcClient.class)
                                .sql("select count(*) from confidences.confidence")
                                .query(Integer.class)
                                .single()))
                .isZero();
        assertThat(Pages.seenBy(noor).post(LIST + "/" + record + "/read").status())
                .isEqualTo(404);
    }

    private static com.microsoft.playwright.Page.GetByRoleOptions button(String name) {
        return new com.microsoft.playwright.Page.GetByRoleOptions().setName(name);
    }

    private static com.microsoft.playwright.Locator.WaitForOptions gone() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }

    private static void comesIn(Visitor visitor, boolean seating) {
        if (seating) {
            HERE.seat(visitor.person(), visitor.name());
            HERE.sign(visitor.person());
        }
        MARA.letsIn(visitor, HOME);
    }
}
