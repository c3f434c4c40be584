package org.peerage.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.identity.PersonalLinks;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// Two people in one sealed room, each in a browser of their own.
class RoomJourneyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final TryoutController TRYOUT = PEERAGE.bean(TryoutController.class);
    private static Visitor mara = enrolled("Mara Lindqvist");
    private static Visitor jon = enrolled("Jon Abara");
    private String room = "";

    private static Visitor enrolled(String name) {
        var link = Acting.asProgram(
                "sign-in",
                () -> PEERAGE.bean(PersonalLinks.class).issue("test.nothing", Ids.next(), "", "/tryout/lobby"));
        return Visitor.atALaptop(name, PEERAGE.base()).enrol(link.url()).sees("The room is open on this device.");
    }

    @BeforeAll
    static void jonMayAsk() {
        PEERAGE.bean(TryoutController.Guests.class).people.add(new PersonId(UUID.fromString((String)
                js(jon, "return (await ask('/keys/me')).person"))));
    }

    @AfterAll
    static void goHome() {
        mara.close();
        jon.close();
    }

    @BeforeEach
    void maraOpensARoomAndLetsJonIn() {
        mara.goTo("/tryout/lobby").sees("The room is open on this device.");
        room = (String) js(mara, "return createRoom((opening) => ask('/tryout/open', opening))");
        jon.goTo("/tryout/lobby");
        js(
                jon,
                "const {card} = await ask('/keys/me'); await ask('/rooms/%s/requests', {card, tag: ''})"
                        .formatted(room));
        js(mara, """
                const [asking] = await ask('/rooms/%1$s/requests');
                const room = await openRoom('%1$s');
                await room.again(() => room.change([{kind: 'add', data: {card: asking.card, how: 'unchecked'}}]));
                """.formatted(room));
        mara.goTo("/tryout/" + room).sees("The room is open on this device.");
        jon.goTo("/tryout/" + room).sees("the room has a new key");
        jon.press("Open with my passkey").sees("The room is open on this device.");
    }

    @Test
    void whatOneWritesTheOtherReadsAndNobodyElseCould() {
        var marker = "Marzipan margin " + UUID.randomUUID();
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

    @ParameterizedTest
    @ValueSource(ints = {422, 500, 403, 404})
    void aRefusalKeepsWhatWasTyped(int status) {
        TRYOUT.failing.put(room, status);
        field(mara).fill("Half a thought");
        mara.press("Send");
        mara.sees(status == 422 ? "Not yet" : "That was not accepted");
        assertThat(field(mara).inputValue()).isEqualTo("Half a thought");
        mara.press("Send").sees("Half a thought");
        assertThat(texts(mara)).containsExactly("Half a thought");
    }

    @Test
    void aBrokenConnectionKeepsWhatWasTyped() {
        field(mara).fill("Half a thought");
        mara.page().route("**/tryout/" + room, Route::abort);
        mara.press("Send").sees("We could not reach the server");
        assertThat(field(mara).inputValue()).isEqualTo("Half a thought");
        mara.page().unroute("**/tryout/" + room);
        mara.press("Send");
        mara.page().locator("sealed-text[data-state=open]").first().waitFor();
        assertThat(texts(mara)).containsExactly("Half a thought");
    }

    @Test
    void aDraftIsSavedPrivatelyAndComesBack() {
        field(jon).pressSequentially("A private worry");
        jon.sees("Saved privately. Only you can read it.");
        jon.goTo("/tryout/" + room).sees("This is what you wrote before");
        assertThat(field(jon).inputValue()).isEqualTo("A private worry");
        assertThat(jon.sent()).noneMatch(request -> request.contains("private worry"));
        mara.goTo("/tryout/" + room).sees("The room is open on this device.");
        assertThat(field(mara).inputValue()).isEmpty();
        jon.press("Send").sees("A private worry");
        jon.goTo("/tryout/" + room).sees("A private worry");
        assertThat(field(jon).inputValue()).as("sent is sent").isEmpty();
    }

    @Test
    void aReloadNeedsNoTouch() {
        field(mara).fill("Still here");
        mara.press("Send").sees("Still here");
        var before = mara.prompts();
        mara.goTo("/tryout/" + room).sees("Still here");
        assertThat(mara.prompts()).isEqualTo(before);
        assertThat((String) js(mara, """
                const {fetchKept} = await import(at + 'keep.js');
                const kept = await fetchKept('session', 'keys');
                return JSON.stringify({...kept, sealed: new TextDecoder('latin1').decode(kept.sealed)});
                """)).doesNotContain("ed25519", "rooms", room);
    }

    @Test
    void closingLeavesNothingReadableOnThePageOrTheDevice() {
        field(mara).fill("A secret plan");
        mara.press("Send").sees("A secret plan");
        field(mara).fill("Not sent yet");
        var other = mara.page().context().newPage();
        other.navigate(PEERAGE.base() + "/tryout/" + room);
        other.getByText("A secret plan").waitFor();
        mara.press("Close it on this device").sees("The room is sealed on this device.");
        other.getByText("The room is sealed on this device.").waitFor();
        assertThat(other.content()).as("the other window").doesNotContain("A secret plan");
        other.close();
        assertThat(mara.page().content()).doesNotContain("A secret plan");
        assertThat(field(mara).inputValue()).isEmpty();
        assertThat(texts(mara)).containsExactly("Sealed");
        assertThat(js(mara, "return (await (await import(at + 'keep.js')).fetchKept('session', 'keys')) ?? 'nothing'"))
                .isEqualTo("nothing");
        assertThat(mara.accessibilityFindings()).isEmpty();

        mara.press("Open with my passkey").sees("A secret plan");
        assertThat(field(mara).inputValue()).as("half-written words come back").isEqualTo("Not sent yet");
    }

    @Test
    void onAComputerThatIsNotMineNothingIsKept() {
        js(jon, "keyring.keepNothing(true)");
        try {
            jon.press("Close it on this device").sees("sealed on this device");
            jon.press("Open with my passkey").sees("The room is open on this device.");
            assertThat(js(
                            jon,
                            "return (await (await import(at + 'keep.js')).fetchKept('session', 'keys')) ?? 'nothing'"))
                    .isEqualTo("nothing");
            jon.goTo("/tryout/" + room).sees("sealed on this device");
        } finally {
            js(jon, "keyring.keepNothing(false)");
            jon.press("Open with my passkey").sees("The room is open on this device.");
        }
    }

    @Test
    void anOpenEditorIsNotTornAwayWhenTheGroupMovesOn() {
        field(jon).fill("Jon's news");
        jon.press("Send").sees("Jon's news");
        field(mara).fill("Let me finish");
        mara.page()
                .evaluate("() => { window.here = document.querySelector('textarea'); window.here.focus();"
                        + " document.body.dispatchEvent(new Event('meeting')); }");
        mara.sees("The group has moved on");
        assertThat((Boolean)
                        mara.page().evaluate("() => window.here.isConnected && document.activeElement === window.here"))
                .isTrue();
        assertThat(field(mara).inputValue()).isEqualTo("Let me finish");
        mara.press("Show where the group is").sees("Jon's news");
        assertThat(field(mara).inputValue()).as("nothing is lost").isEqualTo("Let me finish");
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
        field(jon).fill("First thought");
        jon.press("Send").sees("First thought");
        mara.goTo("/tryout/" + room).sees("First thought");
        js(jon, """
                const room = await openRoom('%1$s');
                const old = document.querySelector('sealed-text').dataset;
                const [put] = await room.seal([{kind: old.kind, id: old.id, rev: 2, body: {text: 'Second thought'}}]);
                await ask('/rooms/%1$s/entries', {entries: [put.entry], grants: [],
                  records: [{header: put.header, ciphertext: put.ciphertext}]});
                """.formatted(room));
        // The old page, still with the sealed bytes it was loaded with, is opened again.
        mara.press("Close it on this device").sees("sealed on this device");
        mara.press("Open with my passkey");
        mara.sees("Second thought");
    }

    @Test
    void aRoomThatHasGoneBackwardsStopsThePage() {
        field(mara).fill("Once written");
        mara.press("Send").sees("Once written");
        mara.page().route("**/rooms/" + room + "/ledger*", route -> {
            var entries = Acting.as(
                    new Actor.Person(
                            new PersonId(UUID.fromString((String) js(jon, "return (await ask('/keys/me')).person")))),
                    () -> PEERAGE.bean(RoomReading.class).ledger(new RoomId(room), -1));
            var shorter = entries.lines().get(entries.lines().size() - 2);
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody("{\"entries\":[],\"head\":{\"seq\":" + shorter.seq() + ",\"hash\":\"" + shorter.hash()
                            + "\"}}"));
        });
        mara.goTo("/tryout/" + room).sees("This room has gone backwards");
        assertThat(mara.page().locator("form[data-room]").count()).isZero();
        mara.page().unroute("**/rooms/" + room + "/ledger*");
    }

    @Test
    void whoeverIsRemovedReadsNothingNew() {
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
        assertThat(texts(jon)).isEmpty();
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
    void halfAnHourOfSilenceClosesTheRoom() {
        field(mara).fill("Left lying about");
        mara.press("Send").sees("Left lying about");
        var page = mara.page().context().newPage();
        try {
            page.clock().install();
            page.navigate(PEERAGE.base() + "/tryout/" + room);
            page.getByText("Left lying about").waitFor();
            page.clock().fastForward("29:00");
            assertThat(page.locator("sealed-text").first().textContent()).isEqualTo("Left lying about");
            page.clock().fastForward("02:00");
            page.getByText("The room is sealed on this device.").waitFor();
            assertThat(page.content()).doesNotContain("Left lying about");
        } finally {
            page.close();
        }
        mara.goTo("/tryout/" + room).sees("The room is sealed on this device.");
        mara.press("Open with my passkey").sees("Left lying about");
    }

    @Test
    void onlyWhoeverIsExpectedMayKnockAndOnlyAsThemselves() {
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
    }

    @Test
    void theRoomFitsAPhoneInLightAndDark() {
        jon.page().setViewportSize(375, 740);
        try {
            jon.goTo("/tryout/" + room).sees("The room is open on this device.");
            jon.press("Close it on this device").sees("sealed on this device");
            assertThat(
                            (Boolean)
                                    jon.page()
                                            .evaluate(
                                                    "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isTrue();
            assertThat(jon.accessibilityFindings()).isEmpty();
            jon.inTheDark();
            assertThat(jon.accessibilityFindings()).isEmpty();
            jon.picture(java.nio.file.Path.of("target/room-phone.png"));
        } finally {
            jon.page().setViewportSize(1280, 800);
            jon.press("Open with my passkey").sees("The room is open on this device.");
        }
        jon.picture(java.nio.file.Path.of("target/room-laptop.png"));
    }

    private static Locator field(Visitor visitor) {
        return visitor.page().getByLabel("Your update");
    }

    private static List<String> texts(Visitor visitor) {
        return visitor.page().locator("sealed-text").allTextContents();
    }

    private List<String> storedBytes() {
        var person = new Actor.Person(
                new PersonId(UUID.fromString((String) js(mara, "return (await ask('/keys/me')).person"))));
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

    /// Runs a script with the page's own modules.
    private static Object js(Visitor visitor, String body) {
        visitor.page().waitForLoadState();
        return visitor.page().evaluate("""
                        async () => {
                          const at = document.querySelector('script[src*="/room/elements.js"]').src.replace('elements.js', '');
                          const {openRoom, createRoom} = await import(at + 'room.js');
                          const {ask} = await import(at + 'server.js');
                          const keyring = await import(at + 'keyring.js');
                        """ + body + "\n}");
    }
}
