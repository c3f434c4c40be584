package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.PersonId;

/// Mara, in the chair, with Jon and Eva, each in a browser of their own. They enrol once per run; each test has a group
/// and a room of its own, with whom it lets in.
abstract class RoomOfThree {

    static final RunningPeerage PEERAGE = RunningPeerage.shared();
    static final Visitor MARA = Visitor.enrolled("Mara Lindqvist");
    static final Visitor JON = Visitor.enrolled("Jon Abara");
    static final Visitor EVA = Visitor.enrolled("Eva Kowalska");

    GroupFixture here = GroupFixture.chairedBy(person(MARA), MARA.name());
    String home = "/groups/" + here.group;
    String door = home + "/room";
    String room = "";
    String page = "";

    static PersonId person(Visitor visitor) {
        return new PersonId(UUID.fromString(Objects.toString(
                visitor.page().evaluate("async () => (await (await fetch('/keys/me')).json()).person"))));
    }

    @BeforeEach
    void maraOpensTheRoom() {
        MARA.goTo(door).press("Open the room").sees("Opened the room");
        room = Objects.requireNonNull(MARA.page().locator("room-door").getAttribute("data-room"));
        page = "/tryout/" + room;
    }

    void comesIn(Visitor visitor) {
        knocks(visitor);
        MARA.goTo(door).page().getByLabel("Let in " + visitor.name()).check();
        MARA.press("Let in");
        assertThat(line(MARA, visitor)).containsText("Let in");
        visitor.goTo(door).opensTheRoom();
    }

    void knocks(Visitor visitor) {
        here.seat(person(visitor), visitor.name());
        here.sign(person(visitor));
        visitor.goTo(home).press("Ask to be let in").sees("You are at the door");
    }

    static com.microsoft.playwright.Locator row(Visitor visitor, Visitor about) {
        return visitor.page().locator("[data-inside='" + person(about) + "']");
    }

    static com.microsoft.playwright.Locator line(Visitor visitor, Visitor about) {
        return row(visitor, about).locator("[data-line]");
    }

    void writes(Visitor visitor, String words) {
        visitor.goTo(page).opensTheRoom();
        visitor.fill("Your update", words).press("Send");
        assertThat(visitor.page()
                        .locator("sealed-text", new com.microsoft.playwright.Page.LocatorOptions().setHasText(words)))
                .isVisible();
    }

    /// What came of a script with the page's own modules: what it gave, or the code of its refusal.
    static String refusal(Visitor visitor, String body) {
        return Objects.toString(visitor.page().evaluate("""
                async () => {
                  const at = document.querySelector('script[src*="/room/elements.js"]').src.replace('elements.js', '');
                  const {openRoom} = await import(at + 'room.js');
                  const {readLedger} = await import(at + 'ledger-read.js');
                  const {nextEntry} = await import(at + 'ledger.js');
                  const {codeOf} = await import(at + 'texts.js');
                  const {ask} = await import(at + 'server.js');
                  const {current} = await import(at + 'keyring.js');
                  try { return await (async () => { %s })() ?? 'taken'; }
                  catch (failure) { return failure.cause?.reason ?? failure.code ?? String(failure); }
                }""".formatted(body)));
    }

    static void later(Visitor visitor, Duration time) {
        visitor.page().clock().setSystemTime(Instant.now().plus(time).toEpochMilli());
    }

    static <T> T as(Visitor visitor, java.util.function.Supplier<T> act) {
        return Acting.as(new Actor.Person(person(visitor)), () -> PEERAGE.inTransaction(act));
    }
}
