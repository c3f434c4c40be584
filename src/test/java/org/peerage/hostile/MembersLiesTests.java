package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// A server that lies about who is inside: the list is the ledger's, whatever the page says.
class MembersLiesTests extends RoomUnderAttack {

    private static final String PEOPLE = HOME + "/room";
    private static final String THEIRS = person(JON).toString();

    private static Element jons(Document page) {
        return page.expectFirst("[data-inside=" + THEIRS + "]");
    }

    @Test
    void aRowLeftOut() {
        refused(
                MARA,
                Lie.inPage("a member's row left out", PEOPLE, page -> jons(page).remove()),
                PEOPLE,
                "the server does not show them");
        assertThat(MARA.page().locator("[data-people] > li").first()).containsText(JON.name());
    }

    @Test
    void aRowRenamed() {
        refused(
                MARA,
                Lie.inPage("a member's row renamed", PEOPLE, page -> {
                    var row = jons(page).attr("data-name", "Somebody Nice");
                    row.expectFirst("[data-name-line]").text("Somebody Nice");
                    row.expectFirst("[data-remove]").text("Remove Somebody Nice now");
                }),
                PEOPLE,
                "Elsewhere called: Somebody Nice");
        var row = MARA.page().locator("[data-inside='" + THEIRS + "']");
        assertThat(row.locator("[data-name-line]")).hasText(JON.name());
        assertThat(row.locator("[data-remove]")).hasText("Remove " + JON.name() + " now");
    }

    @Test
    void aRowForSomebodyWhoIsNotInside() {
        refused(
                MARA,
                Lie.inPage(
                        "a row for nobody",
                        PEOPLE,
                        page -> jons(page).attr("data-inside", UUID.randomUUID().toString())),
                PEOPLE,
                "the room’s own list does not have them");
        assertThat(MARA.page().locator("[data-unlisted]")).hasCount(1);
    }
}
