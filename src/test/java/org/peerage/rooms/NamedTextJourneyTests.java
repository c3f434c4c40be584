package org.peerage.rooms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/// A word to the chair, from one browser to another: whoever reads it is named from the ledger before it is sent, it
/// opens with one touch for them, and for nobody else although they hold the room's key.
class NamedTextJourneyTests extends TwoInARoom {

    @Test
    void aWordToTheChairOpensForTheChairAlone() {
        letsJonIn();
        addressedBy(jon, "chair");
        jon.sees("Read by Mara Lindqvist");
        field(jon).fill("For Mara alone");
        jon.press("Send");
        // Its writer keeps nothing.
        jon.sees("Only Mara Lindqvist can read this now.");
        assertThat(field(jon)).hasValue("");
        assertThat(jon.page().locator(".htmx-request")).hasCount(0);
        readsNothing(jon);

        mara.goTo("/tryout/" + room).sees("Written for you");
        mara.sees("It opens with your key").press("Open with my passkey").sees("For Mara alone");
        mara.goTo("/tryout/" + room).sees("For Mara alone");

        assertThat((String) js(jon, """
                const text = JSON.parse(%s);
                const room = await openRoom('%s');
                await room.refresh();
                return room.open(text.header, Uint8Array.fromBase64
                    ? Uint8Array.fromBase64(text.sealed, {alphabet: 'base64url'}) : new Uint8Array(500))
                    .then(() => 'opened', (failure) => failure.code);
                """.formatted(Twice.quoted(asMaraSeesIt()), room)))
                .as("with the row of the database in hand")
                .isEqualTo("unopened");
    }

    @Test
    void nothingIsSentWhereItsReaderIsNotInTheRoom() {
        letsJonIn();
        addressedBy(jon, "presenter:0193f0c0-0000-7000-8000-000000000001");
        jon.sees("Nobody can read this yet");
        field(jon).fill("For somebody who is not here");
        jon.press("Send").sees("whoever should read this is not in the room");
        assertThat(field(jon)).hasValue("For somebody who is not here");
        mara.goTo("/tryout/" + room);
        readsNothing(mara);
    }

    private void addressedBy(org.peerage.Visitor writer, String readers) {
        writer.page().evaluate("""
                readers => { const form = document.querySelector('form[data-record]'); form.dataset.readers = readers;
                  form.querySelector('sealed-field').sayReaders(); }""", readers);
    }

    private String asMaraSeesIt() {
        return Objects.toString(mara.page().evaluate("""
                () => { const { room, kind, id, rev, epoch, about, author, sealed } =
                    document.querySelector('sealed-text').dataset;
                  return JSON.stringify({sealed, header: {v: 1, room, kind, id, rev: +rev, epoch: +epoch, about, author}}); }"""));
    }

    private static final class Twice {

        private static String quoted(String json) {
            return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(json);
        }
    }
}
