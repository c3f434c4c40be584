package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever is gone reads nothing that is written afterwards: not in the page, not over HTTP, not in the
/// database, and not with the bytes in hand.
class LeavingJourneyTests extends RoomOfThree {

    private static final Path PICTURES = Path.of("target/pictures/leaving");

    @Test
    void whoeverIsRemovedReadsNothingThatIsWrittenAfterwards() {
        comesIn(JON);
        comesIn(EVA);
        writes(EVA, "Eva wrote this");
        var before = epoch();
        MARA.goTo(door).opensTheRoom();
        row(MARA, EVA).getByText("Remove Eva").first().click();
        MARA.looksRight(PICTURES, "remove");
        // The list is drawn anew, as it may be at any time.
        MARA.page()
                .locator("[data-people]")
                .evaluate("list => list.replaceChildren(...[...list.children].map(one => one.cloneNode(true)))");
        MARA.press("Remove Eva Kowalska now");
        assertThat(row(MARA, EVA)).hasCount(0);
        assertThat(epoch()).as("a new key by the same act").isEqualTo(before + 1);
        writes(MARA, "Said after Eva went");
        JON.goTo(page).opensTheRoom().sees("Said after Eva went").sees("Eva wrote this");
        isOut(EVA, "Said after Eva went");
    }

    @Test
    void whoeverLeavesIsLockedOutByTheFirstWhoOpensTheRoom() {
        comesIn(JON);
        comesIn(EVA);
        var before = epoch();
        JON.goTo(door).opensTheRoom();
        row(JON, JON).getByText("Leave the room").click();
        JON.looksRight(PICTURES, "leave");
        JON.press("Leave now");
        JON.page().waitForURL(url -> !url.contains("/room"));
        assertThat(epoch()).isEqualTo(before);
        EVA.goTo(page).opensTheRoom();
        assertThat(row(EVA.goTo(door), JON)).hasCount(0);
        assertThat(epoch()).as("before anybody writes").isEqualTo(before + 1);
        writes(EVA, "Said after Jon went");
        MARA.goTo(page).opensTheRoom().sees("Said after Jon went");
        assertThat(row(MARA.goTo(door), MARA).locator("[data-chair-first]")).isVisible();
        assertThat(row(MARA, MARA).locator("[data-leave]")).isHidden();
        isOut(JON, "Said after Jon went");
    }

    /// A key that somebody has got hold of unseen opens a year of what is written, and not more.
    @Test
    void theRoomHasANewKeyEveryYear() {
        comesIn(JON);
        writes(MARA, "Under the first key");
        var before = epoch();
        MARA.goTo(page).opensTheRoom();
        assertThat(epoch()).isEqualTo(before);
        later(MARA, Duration.ofDays(366));
        writes(MARA, "Under the next key");
        assertThat(epoch()).isEqualTo(before + 1);
        later(MARA, Duration.ZERO);
        JON.goTo(page).opensTheRoom().sees("Under the first key").sees("Under the next key");
    }

    private long epoch() {
        return as(
                MARA,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select epoch from rooms.room where id = :room")
                        .param("room", room)
                        .query(Long.class)
                        .single());
    }

    private void isOut(Visitor gone, String words) {
        for (var path : List.of("/ledger", "/grants", "/envelopes", "/new-cards", "/records/" + here.group)) {
            assertThat(gone.page()
                            .evaluate(
                                    "async path => { const answer = await fetch(path, { headers: { Accept: 'application/json' } });"
                                            + " return answer.status === 404 || (await answer.text()) === '[]'; }",
                                    "/rooms/" + room + path))
                    .as(path)
                    .isEqualTo(true);
        }
        for (var table : List.of("record", "entry", "key_grant", "member", "room")) {
            var column = table.equals("room") ? "id" : "room_id";
            assertThat(as(
                            gone,
                            () -> PEERAGE.bean(JdbcClient.class)
                                    .sql("select count(*) from rooms." + table + " where " + column + " = :room")
                                    .param("room", room)
                                    .query(Integer.class)
                                    .single()))
                    .as(table)
                    .isZero();
        }
        theBytesOpenWithNoneOfTheirKeys(gone, words);
        gone.goTo(door).sees("not here");
    }

    /// A server that goes on giving them everything: ledger, sealed texts, keys of the others.
    private void theBytesOpenWithNoneOfTheirKeys(Visitor gone, String words) {
        var open = """
                const room = await openRoom('%s');
                await room.refresh();
                const put = [...room.ledger.puts.values()].sort((a, b) => b.seq - a.seq)[0];
                """.formatted(room);
        var text = refusal(
                MARA.goTo(page).opensTheRoom(),
                open
                        + "const {body} = await room.openLatest(put.id); return JSON.stringify({body, epoch: put.epoch});");
        assertThat(text).contains(words);
        gone.goTo("/keys").page().locator("own-keys").waitFor();
        var number = text.replaceAll(".*\"epoch\":(\\d+).*", "$1");
        assertThat(gone.page().evaluate("""
                async ([room, epoch]) => {
                  const at = document.querySelector('script[src*="/identity/keys.js"]').src.replace('/identity/keys.js', '/room/');
                  const {current} = await import(at + 'keyring.js');
                  const ring = await current();
                  return ring ? String(ring.has(room, Number(epoch))) : 'locked';
                }""", List.of(room, number)))
                .as("the key of what was written")
                .isEqualTo("false");
    }
}
