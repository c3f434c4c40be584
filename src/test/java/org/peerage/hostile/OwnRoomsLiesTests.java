package org.peerage.hostile;

import org.junit.jupiter.api.Test;
import org.peerage.Visitor;

/// A server that lies to a person about what their own devices have told each other.
class OwnRoomsLiesTests extends RoomUnderAttack {

    private static final String OWN = "/keys/rooms";

    @Test
    void nothingWhereSomethingWasPromised() {
        onANewDevice(MARA);
        alarmed(
                MARA,
                Lie.aboutPath("my rooms left out", OWN, (asked, honest) -> Lie.Answer.json(404, "{}")),
                "What you keep about your rooms is missing",
                () -> opens(MARA));
    }

    @Test
    void somebodyElses() {
        var others = own(JON);
        onANewDevice(MARA);
        alarmed(
                MARA,
                Lie.aboutPath("another's my rooms", OWN, (asked, honest) -> Lie.Answer.json(200, others)),
                "is not yours",
                () -> opens(MARA));
    }

    /// It takes nothing from a device that remembers what the newer one said.
    @Test
    void anOlderOneThanThisDeviceHasSeen() {
        JON.goTo(PAGE).opensTheRoom();
        var older = own(JON);
        var told = java.util.UUID.randomUUID().toString();
        tells(told);
        JON.press("Close it on this device").sees("sealed on this device");
        var lie = Lie.aboutPath("older my rooms", OWN, (asked, honest) -> Lie.Answer.json(200, older));
        JONS.tells(lie);
        opens(JON);
        JON.sees("The room is open on this device.");
        org.assertj.core.api.Assertions.assertThat(JONS.told(lie)).isTrue();
        org.assertj.core.api.Assertions.assertThat(
                        js(JON, "return (await keyring.current()).stand('%s').head".formatted(told)))
                .isEqualTo("x");
    }

    private static void tells(String group) {
        js(JON, """
                const ring = await keyring.current();
                await ring.tell({'%s': {room: '%s', seq: 1e6, head: 'x', at: 1}});
                """.formatted(group, ROOM));
    }

    @Test
    void anOlderOneThanThisDeviceRemembers() {
        JON.goTo(PAGE).opensTheRoom();
        var older = own(JON);
        tells(java.util.UUID.randomUUID().toString());
        js(JON, """
                const {change} = await import(document.querySelector('script[src*="/room/elements.js"]').src
                  .replace('elements.js', 'keep.js'));
                await change('mine', (await keyring.current()).card.ed25519, ({rev}) => rev);
                """);
        JON.press("Close it on this device").sees("sealed on this device");
        alarmed(
                JON,
                Lie.aboutPath("old my rooms", OWN, (asked, honest) -> Lie.Answer.json(200, older)),
                "has gone backwards: a newer one was here before",
                () -> opens(JON));
    }

    private static String own(Visitor visitor) {
        visitor.goTo(PAGE);
        return (String) js(visitor, "return JSON.stringify(await ask('/keys/rooms'))");
    }
}
