package org.peerage.rooms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.tenancy.PersonId;

/// Two people in one sealed room, each in a browser of their own. They enrol once per run; each test gets a new room of
/// Mara's, and lets Jon in where it needs him.
abstract class TwoInARoom {

    static final RunningPeerage PEERAGE = RunningPeerage.shared();
    static final Visitor mara = enrolled("Mara Lindqvist");
    static final Visitor jon = enrolled("Jon Abara");
    String room = "";

    private static Visitor enrolled(String name) {
        return Visitor.atALaptop(name, PEERAGE.base())
                .enrol(PEERAGE.enrollingLink("/tryout/lobby"))
                .sees("The room is open on this device.");
    }

    static PersonId person(Visitor visitor) {
        return new PersonId(UUID.fromString((String) js(visitor, "return (await ask('/keys/me')).person")));
    }

    @BeforeEach
    void maraOpensARoom() {
        room = (String)
                js(
                        mara,
                        "return createRoom((opening) => ask('/tryout/open', opening), {group: crypto.randomUUID(), name: 'Mara Lindqvist'})");
        mara.goTo("/tryout/" + room).sees("The room is open on this device.");
    }

    void letsJonIn() {
        PEERAGE.bean(TryoutController.Guests.class).people.add(person(jon));
        js(
                jon,
                "const {card} = await ask('/keys/me'); await ask('/rooms/%s/requests', {card, tag: ''})"
                        .formatted(room));
        js(mara, """
                const [asking] = await ask('/rooms/%1$s/requests');
                const room = await openRoom('%1$s');
                await room.again(() => room.change([{kind: 'add', data: {card: asking.card, name: 'Jon Abara', how: 'unchecked'}}]));
                """.formatted(room));
        mara.goTo("/tryout/" + room).sees("The room is open on this device.");
        jon.goTo("/tryout/" + room).sees("Welcome, Jon Abara.");
        jon.press("Open with my passkey").sees("The room is open on this device.");
    }

    static Locator field(Visitor visitor) {
        return visitor.page().getByLabel("Your update");
    }

    /// These are the texts on the page, in this order and no others.
    static void reads(Visitor visitor, String... texts) {
        assertThat(visitor.page().locator("sealed-text")).hasText(texts);
    }

    static void readsNothing(Visitor visitor) {
        assertThat(visitor.page().locator("sealed-text")).hasCount(0);
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
                          const {ask} = await import(at + 'server.js');
                          const keyring = await import(at + 'keyring.js');
                        """ + body + "\n}");
    }
}
