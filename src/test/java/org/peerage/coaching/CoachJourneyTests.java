package org.peerage.coaching;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.Rooms;

/// A presenter, the coach, and the chair, who is in the room and must not have what the two write: each in a browser.
class CoachJourneyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final Path PICTURES = Path.of("target/pictures/coaching");
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
    void aPresenterPreparesWithACoachAndNobodyElseReadsIt() {
        for (var visitor : List.of(THEO, NOOR)) {
            HERE.seat(visitor.person(), visitor.name());
            HERE.sign(visitor.person());
        }
        MARA.goTo(HOME + "/room").press("Open the room").sees("Opened the room");
        MARA.letsIn(THEO, HOME);
        MARA.letsIn(NOOR, HOME);

        THEO.goTo(HOME + "/parking-lot").opensTheRoom();
        THEO.page()
                .locator("form[data-kind=issue] sealed-field input, form[data-kind=issue] sealed-field textarea")
                .first()
                .fill("Mill or harbour");
        THEO.press("Put it here");
        var parked = Objects.requireNonNull(
                THEO.page().locator("li[id^=parked-]").first().getAttribute("id"));
        var page = HOME + "/issues/" + parked.substring("parked-".length());

        THEO.goTo(page).opensTheRoom().sees("Nobody coaches this yet");
        THEO.page().getByLabel("Who coaches you").selectOption(NOOR.person().toString());
        THEO.press("Ask them").sees("Noor Whitcombe is asked to coach");
        NOOR.goTo("/notices").sees("Theo Brannigan would have you as coach");
        NOOR.goTo(page).opensTheRoom().press("I will coach").sees("You coach Theo Brannigan");

        THEO.goTo(page).opensTheRoom();
        THEO.page().getByText("Answer the eight questions").click();
        THEO.fill("What is it, in one sentence?", "My brother wants his money back")
                .sees("Saved privately.");
        THEO.looksRight(PICTURES, "answering");
        THEO.press("Share the answers").opensTheRoom().sees("What Theo Brannigan has prepared");
        THEO.sees("My brother wants his money back");

        NOOR.goTo(page).opensTheRoom().sees("My brother wants his money back");
        NOOR.fill("A word to Theo Brannigan", "Whose question is it?").press("Say it");
        NOOR.opensTheRoom().sees("A word from Noor Whitcombe").sees("Whose question is it?");
        NOOR.looksRight(PICTURES, "coaching");
        THEO.goTo(page).opensTheRoom().sees("Whose question is it?");
        notForTheChair(page);

        THEO.page().getByText("Answer the eight questions").click();
        THEO.fill("What is it, in one sentence?", "Mill or harbour, before the spring");
        var readBy = THEO.page().locator("form[hx-post$='/answers'] [data-readers-line]");
        assertThat(readBy).containsText("Noor Whitcombe");
        THEO.page().getByLabel("For everybody in the room").check();
        assertThat(readBy).hasText("");
        THEO.press("Share the answers").opensTheRoom().sees("Mill or harbour, before the spring");
        MARA.goTo(page).opensTheRoom().sees("Mill or harbour, before the spring");
        assertThat(MARA.page().locator("main")).not().containsText("My brother");
        // Mara has asked for what is not for her, and whoever waits at the door is told of no room.
        for (var visitor : List.of(THEO, NOOR)) {
            assertThat(visitor.complaints())
                    .allMatch(complaint -> complaint.contains("status of 404") && complaint.contains("/ledger?"));
        }
    }

    /// Mara chairs, holds the room's key, her browser is signed in, and she knows the id.
    private static void notForTheChair(String page) {
        var text = NOOR.page()
                .locator("sealed-text[data-place-kind=issue-answers-coach]")
                .first();
        var record = Objects.requireNonNull(text.getAttribute("data-id"));
        var room = Objects.requireNonNull(text.getAttribute("data-room"));
        MARA.goTo(page).opensTheRoom().sees("Noor Whitcombe coaches Theo Brannigan");
        assertThat(MARA.page().content()).doesNotContain(record);
        assertThat(MARA.fetched("/rooms/" + room + "/records/" + record)).isEqualTo("404 no");
        assertThat(MARA.fetched("/rooms/" + room + "/envelopes"))
                .startsWith("200")
                .doesNotContain(record);
        assertThat(NOOR.fetched("/rooms/" + room + "/records/" + record)).isEqualTo("200 yes");
        assertThat(as(
                        MARA.person(),
                        () -> PEERAGE.bean(Rooms.class).texts(new RoomId(room), List.of(UUID.fromString(record)))))
                .isEmpty();
    }
}
