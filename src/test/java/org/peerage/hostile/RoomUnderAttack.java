package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Proxy;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.PersonId;

/// Mara, who is in the chair, and Jon in one room, each before a server of their own that may lie to them alone. They
/// enrol once per run and share the room: a lie leaves nothing in it.
abstract class RoomUnderAttack {

    static final RunningPeerage PEERAGE = RunningPeerage.shared();
    static final HostileServer MARAS = new HostileServer(PEERAGE.base());
    static final HostileServer JONS = new HostileServer(PEERAGE.base());
    static final Visitor MARA = enrolled("Mara Example", MARAS);
    static final Visitor JON = enrolled("Jon Abara", JONS);
    static final GroupFixture HERE = GroupFixture.chairedBy(person(MARA), MARA.name());
    static final String HOME = "/groups/" + HERE.group;
    static final String ROOM = opened();
    static final String PAGE = "/tryout/" + ROOM;
    static final String LEDGER = "/rooms/[^/]+/ledger";

    /// The words by which a page knows why it refused. None of them is the server's to hear.
    private static final Set<String> REASONS = Set.of(
            "gone-backwards",
            "false-ledger",
            "bad-grant",
            "bad-card",
            "does-not-open",
            "not-genesis",
            "out-of-order",
            "bad-signature",
            "not-vouched",
            "too-soon",
            "bad-envelope",
            "signer-not-active",
            "another-room",
            "differ",
            "elsewhere",
            "not-your-key",
            "bad-lock",
            "no-own-rooms",
            "old-own-rooms");

    static Visitor enrolled(String name, HostileServer server) {
        return Visitor.of(name, PEERAGE.base(), options -> options.setProxy(new Proxy(server.address())))
                .enrol(PEERAGE.enrollingLink("/tryout/lobby"))
                .sees("The room is open on this device.");
    }

    static PersonId person(Visitor visitor) {
        return new PersonId(UUID.fromString((String) js(visitor, "return (await ask('/keys/me')).person")));
    }

    private static String opened() {
        MARA.goTo(HOME + "/room").press("Open the room").sees("Opened the room");
        HERE.seat(person(JON), JON.name());
        HERE.sign(person(JON));
        MARA.letsIn(JON, HOME);
        return MARA.page().locator("room-door").getAttribute("data-room");
    }

    @AfterEach
    void theServersAreHonestAgain() {
        MARAS.isHonest();
        JONS.isHonest();
    }

    static HostileServer serverOf(Visitor visitor) {
        return visitor == JON ? JONS : MARAS;
    }

    /// A device that has never seen the room, in the same hands: their passkey is in it.
    /// Emptied where no page of ours runs, which would put back what it still holds.
    static void onANewDevice(Visitor visitor) {
        visitor.goTo("/livez").page().evaluate("""
                async () => {
                  await new Promise((done, failed) => {
                    const gone = indexedDB.deleteDatabase('peerage');
                    gone.onsuccess = done;
                    gone.onerror = failed;
                  });
                  localStorage.clear();
                }
                """);
    }

    /// One touch on a device whose rooms are closed.
    static void opens(Visitor visitor) {
        opens(visitor, PAGE);
    }

    static void opens(Visitor visitor, String page) {
        visitor.goTo(page);
        var first = visitor.page()
                .locator("[data-alarm], room-lock [data-open]:visible")
                .first();
        first.waitFor();
        if (first.getAttribute("data-alarm") == null) {
            visitor.press("Open with my passkey");
        }
    }

    static void writes(Visitor visitor, String words) {
        visitor.goTo(PAGE).opensTheRoom();
        visitor.fill("Your update", words);
        // The room may have the same words from before, and whoever goes on to another page stops what is on its way.
        visitor.page()
                .waitForResponse(
                        answer -> answer.request().method().equals("POST")
                                && answer.url().endsWith(PAGE)
                                && answer.ok(),
                        () -> visitor.press("Send"));
        visitor.sees(words);
    }

    /// Tells the lie and opens a page; the sentence must come, and then neither page nor reader can write, and the
    /// server hears nothing of why.
    static void refused(Visitor visitor, Lie lie, String path, String sentence) {
        refused(visitor, lie, sentence, () -> visitor.goTo(path));
    }

    static void refused(Visitor visitor, Lie lie, String sentence, Runnable step) {
        var server = serverOf(visitor);
        server.tells(lie);
        var before = server.heard().size();
        step.run();
        visitor.sees(sentence);
        assertThat(server.told(lie)).as("told: " + lie.name()).isTrue();
        toldNothing(server, before, lie.name());
    }

    /// No request says why anything was refused.
    static void toldNothing(HostileServer server, int before, String lie) {
        assertThat(server.heard().subList(before, server.heard().size()))
                .as("heard after " + lie)
                .noneMatch(asked -> REASONS.stream()
                        .anyMatch(reason -> (asked.path() + asked.query() + asked.body()).contains(reason)));
    }

    /// After an alarm nothing on the page writes, neither by itself nor by hand.
    static void alarmed(Visitor visitor, Lie lie, String path, String sentence) {
        alarmed(visitor, lie, sentence, () -> visitor.goTo(path));
    }

    static void alarmed(Visitor visitor, Lie lie, String sentence, Runnable step) {
        var before = serverOf(visitor).heard().size();
        refused(visitor, lie, sentence, step);
        assertThat(visitor.page().locator("main form, main button, main sealed-text, main sealed-field"))
                .hasCount(0);
        assertThat(writesSince(visitor, before))
                .as("written after " + lie.name())
                .isEmpty();
    }

    /// What was written into rooms; opening one's own locks is none of it.
    static List<Lie.Asked> writesSince(Visitor visitor, int before) {
        var heard = serverOf(visitor).heard();
        return heard.subList(before, heard.size()).stream()
                .filter(Lie.Asked::writes)
                .filter(asked ->
                        asked.path().startsWith("/rooms/") || asked.path().startsWith("/tryout/"))
                .toList();
    }

    /// Runs a script with the page's own modules; from a page that has none it goes to one that has.
    static Object js(Visitor visitor, String body) {
        visitor.page().waitForLoadState();
        if (visitor.page().locator("script[src*='/room/elements.js']").count() == 0) {
            visitor.goTo("/tryout/lobby");
        }
        return visitor.page().evaluate("""
                        async () => {
                          const at = document.querySelector('script[src*="/room/elements.js"]').src.replace('elements.js', '');
                          const {openRoom, createRoom} = await import(at + 'room.js');
                          const {readLedger} = await import(at + 'ledger-read.js');
                          const {ask} = await import(at + 'server.js');
                          const keyring = await import(at + 'keyring.js');
                        """ + body + "\n}");
    }
}
