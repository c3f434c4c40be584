package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Proxy;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.peerage.Visitor;
import org.peerage.sealing.Keyholder;
import tools.jackson.databind.node.ObjectNode;

/// A server that lies to somebody who comes with a personal link, or to the chair about who comes.
class DoorLiesTests extends RoomUnderAttack {

    private static final HostileServer EVAS = new HostileServer(PEERAGE.base());
    private static final Visitor EVA =
            Visitor.of("Eva Newcomer", PEERAGE.base(), options -> options.setProxy(new Proxy(EVAS.address())));

    @AfterAll
    static void evaGoes() {
        EVA.close();
        EVAS.close();
    }

    @Test
    void anotherRoomAndAnotherCardAreRefusedAtTheDoor() {
        HERE.aSpareSeat();
        EVA.enrol(aLink("Spare Works")).follow("Read and sign").press("Sign the charter");
        EVA.sees("this is the room that it is for");

        // Another room in the group's place.
        var room = Lie.inPage(
                "another room in a group's place", page -> page.select("ask-in").attr("data-room", "A".repeat(43)));
        EVAS.tells(room);
        var before = EVAS.heard().size();
        EVA.goTo(HOME).sees("This is not the room that your group has had until now");
        assertThat(EVAS.told(room)).isTrue();
        assertThat(EVAS.heard().subList(before, EVAS.heard().size())).noneMatch(Lie.Asked::writes);
        assertThat(EVA.page().locator("main button")).hasCount(0);
        EVAS.isHonest();

        // The server's card returned as one's own: the page asks with the card of its own keys all the same.
        EVA.goTo(HOME).sees("this is the room that it is for");
        var me = person(EVA);
        var ghost = Keyholder.create(me.value(), Instant.now());
        var own = Lie.JSON.readTree((String) js(EVA, "return JSON.stringify((await ask('/keys/me')).card)"));
        var card = Lie.inJson(
                "swapped card of one's own",
                "/keys/me",
                answer -> ((ObjectNode) answer)
                        .set("card", Lie.JSON.readTree(ghost.card().json()))
                        .put("fp", ghost.card().fingerprint()));
        EVAS.tells(card);
        EVA.goTo(HOME).press("Close them on this device").press("Open with my passkey");
        EVA.sees("These keys belong to somebody else");
        assertThat(EVAS.told(card)).isTrue();
        EVAS.isHonest();
        EVA.press("Open with my passkey").sees("this is the room that it is for");
        EVAS.tells(card);
        EVA.goTo(HOME).press("Ask to be let in").sees("You are at the door");
        var asked = EVAS.heard().stream()
                .filter(one -> one.writes() && one.path().endsWith("/requests"))
                .toList();
        assertThat(asked).hasSize(1);
        assertThat(Lie.JSON.readTree(asked.getFirst().body()).path("card")).isEqualTo(own);
        EVAS.isHonest();

        // Another card in the newcomer's name, shown to the chair.
        refused(
                MARA,
                Lie.inJson("swap card", "/rooms/[^/]+/requests", asking -> {
                    ((ObjectNode) asking.get(0))
                            .set("card", Lie.JSON.readTree(ghost.card().json()));
                    return asking;
                }),
                HOME + "/room",
                "does not fit the link you gave");
        assertThat(MARA.page().locator("[data-let-in]")).isDisabled();
        MARAS.isHonest();
        MARA.goTo(HOME + "/room").sees("It is the person you gave the link to");
    }

    private static String aLink(String organisation) {
        MARA.goTo(HOME + "/seats").opensTheRoom();
        MARA.page()
                .locator("li.card")
                .filter(new Locator.FilterOptions().setHasText(organisation))
                .getByText("Make a personal link")
                .click();
        MARA.sees("Ready. Its second half");
        return MARA.page().getByLabel("Personal link").inputValue();
    }
}
