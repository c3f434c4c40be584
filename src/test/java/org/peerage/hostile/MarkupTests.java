package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.Superuser;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.PersonId;

/// Code in the place of every name that the lobby knows: of people, networks, groups, leaders, places. It is shown as
/// what it is, and none of it runs.
class MarkupTests extends RoomUnderAttack {

    private static final String CODE = "</script><script>window.stolen=2</script><img src=x onerror=window.stolen=1>";
    private static final GroupFixture THERE = GroupFixture.chairedBy(HERE.chair(), CODE);
    private static final String GROUP = "/groups/" + THERE.group;
    private static final String NETWORK = "/networks/" + THERE.network;
    private static final PersonId MARAS_ID = HERE.chair();
    private static final PersonId JONS_ID = HERE.members.getFirst();
    private static final Superuser DATABASE = new Superuser(PEERAGE);

    @BeforeAll
    static void everyNameIsCode() {
        THERE.aSpareSeat();
        THERE.seat(JONS_ID, CODE);
        THERE.sign(JONS_ID);
        DATABASE.run("update identity.person set name = ? where id in (?, ?)", CODE, MARAS_ID.value(), JONS_ID.value());
        DATABASE.run("update groups.group set name = ?, purpose = ? where id = ?", CODE, CODE, THERE.group.value());
        DATABASE.run(
                "update networks.network set name = ?, purpose = ? where id = ?", CODE, CODE, THERE.network.value());
        for (var column : List.of("organisation", "role_title", "industry", "subindustry", "tags", "place")) {
            DATABASE.run(
                    "update networks.profile set " + column + " = ? where network_id = ?", CODE, THERE.network.value());
        }
        MARA.goTo(GROUP + "/room").press("Open the room").sees("Opened the room");
        JON.goTo(GROUP).press("Ask to be let in").sees("You are at the door");
        MARA.goTo(GROUP + "/room").sees("without your link to this room");
        MARA.page().locator("[data-choose] input").first().check();
        MARA.press("Let in").sees("Let in without a check");
        MARA.goTo(GROUP + "/dates");
        MARA.page()
                .locator("input[name=day]")
                .fill(LocalDate.now(ZoneOffset.UTC).plusDays(9).toString());
        MARA.page().locator("input[name=time]").fill("10:00");
        MARA.page().locator("input[name=place]").fill(CODE);
        MARA.press("Set and invite").sees("window.stolen");
    }

    @AfterAll
    static void theNamesAreNamesAgain() {
        DATABASE.run("update identity.person set name = ? where id = ?", MARA.name(), MARAS_ID.value());
        DATABASE.run("update identity.person set name = ? where id = ?", JON.name(), JONS_ID.value());
        DATABASE.close();
    }

    @Test
    void membersReadItAsText() {
        var meeting = meeting();
        for (var visitor : List.of(MARA, JON)) {
            var before = visitor.complaints().size();
            for (var path : List.of(
                    "/",
                    GROUP,
                    GROUP + "/room",
                    GROUP + "/charter",
                    GROUP + "/commitments",
                    GROUP + "/dates",
                    GROUP + "/meetings",
                    meeting,
                    meeting + "/live",
                    meeting + "/prepare")) {
                visitor.goTo(path).sees("onerror=window.stolen");
                nothingRan(visitor, path);
            }
            for (var path : List.of("/keys", "/mail", GROUP + "/seats")) {
                visitor.goTo(path);
                nothingRan(visitor, path);
            }
            visitor.goTo(GROUP + "/room").opensTheRoom();
            visitor.page().locator("room-words [data-list] li").first().waitFor();
            visitor.press("The same for all").sees("Noted: the same for all.");
            nothingRan(visitor, "the signed name");
            assertThat(visitor.complaints().subList(before, visitor.complaints().size()))
                    .as("complaints of " + visitor.name())
                    .noneMatch(line -> line.contains("Content Security Policy"));
        }
        assertThat(JON.page().locator("room-words [data-by]")).containsText(CODE);
    }

    private static String meeting() {
        MARA.goTo(PAGE);
        return (String) js(
                MARA,
                "const page = await (await fetch('%s/meetings')).text();".formatted(GROUP)
                        + "return /href=\"(\\/meetings\\/[^\"?#]+)\"/.exec(page)[1]");
    }

    private static void nothingRan(Visitor visitor, String where) {
        visitor.page().waitForLoadState();
        assertThat(visitor.page().evaluate("() => window.stolen ?? 'nothing'"))
                .as(where)
                .isEqualTo("nothing");
        assertThat(visitor.page().locator("[onerror], img[src=x]")).hasCount(0);
    }

    @Test
    void theConvenerReadsItAsText() {
        var convener = Pages.seenBy(THERE.convener);
        var paths = new ArrayList<>(List.of(
                "/", NETWORK, NETWORK + "/edit", NETWORK + "/directory", NETWORK + "/groups", GROUP, GROUP + "/seats"));
        paths.add(convener.get(NETWORK + "/directory")
                .page()
                .select("a[href*='/directory/']")
                .attr("href"));
        for (var path : paths) {
            var answer = convener.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.page().text()).as(path).contains("onerror=window.stolen");
            assertThat(code(answer.page())).as(path).isZero();
        }
    }

    private static int code(Document page) {
        return page.select("[onerror], img[src=x], script:containsData(stolen=2)")
                .size();
    }
}
