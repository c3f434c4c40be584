package org.peerage.rooms;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.identity.PersonalLinks;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// Two people in one sealed room, each in a browser of their own. They enrol once per run; each test gets a new room.
abstract class TwoInARoom {

    static final RunningPeerage PEERAGE = RunningPeerage.shared();
    static final Visitor mara = enrolled("Mara Lindqvist");
    static final Visitor jon = enrolled("Jon Abara");
    String room = "";

    private static Visitor enrolled(String name) {
        var link = Acting.asProgram(
                "sign-in",
                () -> PEERAGE.bean(PersonalLinks.class).issue("test.nothing", Ids.next(), "", "/tryout/lobby"));
        return Visitor.atALaptop(name, PEERAGE.base()).enrol(link.url()).sees("The room is open on this device.");
    }

    static PersonId person(Visitor visitor) {
        return new PersonId(UUID.fromString((String) js(visitor, "return (await ask('/keys/me')).person")));
    }

    @BeforeEach
    void maraOpensARoomAndLetsJonIn() {
        mara.goTo("/tryout/lobby").sees("The room is open on this device.");
        room = (String)
                js(
                        mara,
                        "return createRoom((opening) => ask('/tryout/open', opening), {group: crypto.randomUUID(), name: 'Mara Lindqvist'})");
        jon.goTo("/tryout/lobby");
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
        jon.goTo("/tryout/" + room).sees("the room has a new key");
        jon.press("Open with my passkey").sees("The room is open on this device.");
    }

    static Locator field(Visitor visitor) {
        return visitor.page().getByLabel("Your update");
    }

    static List<String> texts(Visitor visitor) {
        return visitor.page().locator("sealed-text").allTextContents();
    }

    /// Runs a script with the page's own modules.
    static Object js(Visitor visitor, String body) {
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
