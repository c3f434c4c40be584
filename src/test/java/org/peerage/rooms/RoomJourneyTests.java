package org.peerage.rooms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;

/// What two people in one room write, read and cannot bend.
class RoomJourneyTests extends TwoInARoom {

    @Test
    void whatOneWritesTheOtherReadsAndNobodyElseCould() {
        var marker = "Marzipan margin " + UUID.randomUUID();
        letsJonIn();
        var complaints = mara.complaints().size();
        field(mara).fill(marker);
        mara.press("Send").sees(marker);
        jon.goTo("/tryout/" + room).sees(marker);

        assertThat(mara.sent()).noneMatch(request -> request.contains(marker));
        assertThat(jon.sent()).noneMatch(request -> request.contains(marker));
        assertThat(storedBytes()).isNotEmpty().noneMatch(bytes -> bytes.contains("Marzipan"));
        assertThat(mara.page().url()).doesNotContain("Marzipan");
        assertThat(field(mara).getAttribute("name")).isNull();
        assertThat(mara.accessibilityFindings()).isEmpty();
        assertThat(mara.complaints().subList(complaints, mara.complaints().size()))
                .isEmpty();
    }

    @Test
    void twoWhoSendAtOnceAreBothHeard() {
        letsJonIn();
        for (var round = 0; round < 3; round++) {
            field(mara).fill("Mara's word " + round);
            field(jon).fill("Jon's word " + round);
            for (var visitor : List.of(mara, jon)) {
                visitor.page()
                        .evaluate("() => setTimeout(() => [...document.querySelectorAll('button')]"
                                + ".find((one) => one.textContent === 'Send').click(), 0)");
            }
            mara.sees("Mara's word " + round);
            jon.sees("Jon's word " + round);
            jon.goTo("/tryout/" + room).sees("Mara's word " + round);
            mara.goTo("/tryout/" + room).sees("Jon's word " + round);
        }
    }

    @Test
    void whatWasTamperedWithDoesNotOpenAndIsNoNetworkFault() {
        field(mara).fill("As it was");
        mara.press("Send").sees("As it was");
        mara.page().evaluate("""
                () => { const text = document.querySelector('sealed-text'); const sealed = text.dataset.sealed;
                  text.dataset.sealed = sealed.slice(0, 200) + (sealed[200] === 'A' ? 'B' : 'A') + sealed.slice(201); }
                """);
        mara.sees("This entry does not open.");
        mara.goTo("/tryout/" + room).sees("As it was");
        mara.page()
                .evaluate("() => { document.querySelector('sealed-text').dataset.author = 'x'.repeat(43); "
                        + "document.querySelector('sealed-text').dataset.rev = '1'; "
                        + "const copy = document.querySelector('sealed-text').cloneNode(); "
                        + "document.querySelector('sealed-text').replaceWith(copy); }");
        mara.sees("This entry does not open.");
    }

    @Test
    void aPageFromBeforeARewriteShowsTheTextAsItStands() {
        letsJonIn();
        field(jon).fill("First thought");
        jon.press("Send").sees("First thought");
        mara.goTo("/tryout/" + room).sees("First thought");
        js(jon, """
                const room = await openRoom('%1$s');
                const old = document.querySelector('sealed-text').dataset;
                const [put] = await room.seal([{kind: old.kind, id: old.id, about: old.about, rev: 2, body: {text: 'Second thought'}}]);
                await ask('/rooms/%1$s/entries', {entries: [put.entry], grants: [],
                  records: [{header: put.header, ciphertext: put.ciphertext}]});
                """.formatted(room));
        // The old page, still with the sealed bytes it was loaded with, is opened again.
        mara.press("Close it on this device").sees("sealed on this device");
        mara.press("Open with my passkey").sees("Second thought");
    }

    @Test
    void aRoomThatHasGoneBackwardsStopsThePage() {
        letsJonIn();
        var reader = new Actor.Person(person(jon));
        field(mara).fill("Once written");
        mara.press("Send").sees("Once written");
        mara.page().route("**/rooms/" + room + "/ledger*", route -> {
            var entries =
                    Acting.as(reader, () -> PEERAGE.bean(RoomReading.class).ledger(new RoomId(room), -1));
            var shorter = entries.lines().get(entries.lines().size() - 2);
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody("{\"entries\":[],\"head\":{\"seq\":" + shorter.seq() + ",\"hash\":\"" + shorter.hash()
                            + "\"}}"));
        });
        mara.goTo("/tryout/" + room).sees("This room has gone backwards");
        assertThat(mara.page().locator("form[data-room]")).hasCount(0);
        mara.page().unroute("**/rooms/" + room + "/ledger*");
    }

    @Test
    void whoeverIsRemovedReadsNothingNew() {
        letsJonIn();
        js(mara, """
                const room = await openRoom('%1$s');
                const jon = room.ledger.active().find((member) => member.fp !== room.ring.fp);
                await room.again(() => room.change([{kind: 'remove', data: {fp: jon.fp}}]));
                """.formatted(room));
        mara.goTo("/tryout/" + room).sees("The room is open on this device.");
        field(mara).fill("Among ourselves");
        mara.press("Send").sees("Among ourselves");
        jon.goTo("/tryout/" + room);
        jon.sees("The room did not open.");
        readsNothing(jon);
        assertThat(js(
                        jon,
                        "return ask('/rooms/%s/ledger').then(() => 'seen', (no) => String(no.cause.status))"
                                .formatted(room)))
                .isEqualTo("404");
    }

    @Test
    void whatNoPageSendsGetsAClearAnswerAndChangesNothing() {
        var before = js(mara, "return (await ask('/rooms/%s/ledger')).entries.length".formatted(room));
        for (var bad : Map.of(
                        "'not json'", "400",
                        "JSON.stringify({entries: [], grants: [], records: [], prf: {first: 'x'}})", "400",
                        "JSON.stringify({entries: [{}], grants: [], records: []})", "400",
                        "JSON.stringify({entries: Array(65).fill({}), grants: [], records: []})", "400",
                        "'[' + ' '.repeat(5 << 20) + ']'", "413")
                .entrySet()) {
            assertThat(js(
                            mara,
                            ("return String((await fetch('/rooms/%s/entries', {method: 'POST', body: " + bad.getKey()
                                            + ", headers: {'Content-Type': 'application/json'}})).status)")
                                    .formatted(room)))
                    .as(bad.getKey())
                    .isEqualTo(bad.getValue());
        }
        assertThat(js(mara, "return (await ask('/rooms/%s/ledger')).entries.length".formatted(room)))
                .isEqualTo(before);
    }

    @Test
    void onlyWhoeverIsExpectedMayKnockAndOnlyAsThemselves() {
        letsJonIn();
        var knock = "return String(await fetch('/rooms/%s/requests', {method: 'POST', headers: {'Content-Type': "
                + "'application/json'}, body: JSON.stringify(%s)}).then((answer) => answer.status))";
        var other = "A".repeat(43);
        js(mara, "window.card = (await ask('/keys/me')).card");
        assertThat(js(mara, knock.formatted(room, "{card: window.card, tag: ''}")))
                .as("not expected")
                .isEqualTo("404");
        assertThat(js(jon, knock.formatted(other, "{card: (await ask('/keys/me')).card, tag: ''}")))
                .as("no such room")
                .isEqualTo("404");
        var maras = (String) js(mara, "return JSON.stringify(window.card)");
        assertThat(js(jon, knock.formatted(room, "{card: " + maras + ", tag: ''}")))
                .as("with another's card")
                .isEqualTo("422");
        assertThat(js(jon, knock.formatted(room, "{card: {...(await ask('/keys/me')).card, created: 1}, tag: ''}")))
                .as("with a card that was changed")
                .isEqualTo("422");
        assertThat(js(jon, knock.formatted(room, "{card: (await ask('/keys/me')).card, tag: 'short'}")))
                .isEqualTo("400");
        assertThat(js(mara, "return (await ask('/rooms/%s/requests')).length".formatted(room)))
                .isEqualTo(0);
        for (var tag : List.of("", other, "")) {
            assertThat(js(jon, knock.formatted(room, "{card: (await ask('/keys/me')).card, tag: '%s'}".formatted(tag))))
                    .isEqualTo("204");
        }
        assertThat(js(mara, "return (await ask('/rooms/%s/requests')).map(({tag}) => tag).join()".formatted(room)))
                .as("what came over the personal link stays when somebody asks without one")
                .isEqualTo(other);
        assertThat(js(mara, """
                const [{person}] = await ask('/rooms/%1$s/requests');
                return String((await fetch(`/rooms/%1$s/requests/${person}`, {method: 'DELETE'})).status)
                """.formatted(room))).isEqualTo("204");
    }

    private List<String> storedBytes() {
        var person = new Actor.Person(person(mara));
        return Acting.as(
                        person,
                        () -> PEERAGE.inTransaction(
                                () -> PEERAGE.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                                        .sql("select sealed from rooms.record where room_id = :room")
                                        .param("room", room)
                                        .query(byte[].class)
                                        .list()))
                .stream()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .toList();
    }
}
