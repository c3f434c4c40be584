package org.peerage.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Answers that come late, after another of this person's windows or devices has gone on. Nobody has lied, and nobody
/// is told so.
class CrossedAnswersTests extends RoomUnderAttack {

    /// The ledger as it stood when it was asked for, and "My rooms" as it stands when the answer comes.
    @Test
    void aLedgerThatComesLaterThanNewsOfWhatFollowedIt() throws InterruptedException {
        JON.goTo(PAGE).opensTheRoom();
        var asked = new CountDownLatch(1);
        var goesOn = new CountDownLatch(1);
        JONS.tells(Lie.aboutPath("a late answer", LEDGER, (request, honest) -> {
            var answer = honest.answer();
            if (asked.getCount() > 0) {
                asked.countDown();
                waitFor(goesOn);
            }
            return answer;
        }));
        js(JON, """
                window.late = readLedger('%s').then(({ seq }) => seq, ({ code }) => code);
                """.formatted(ROOM));
        asked.await();
        var now = js(JON, """
                const room = await openRoom('%s');
                const others = room.ledger.active().map(({ fp }) => fp).filter((fp) => fp !== room.ring.fp).sort();
                await room.say('check', { seq: room.ledger.last.seq, head: room.ledger.last.head, with: others });
                const { group, seq, head } = room.ledger;
                await (await keyring.current()).tell({ [group]: { room: room.id, seq, head, at: Date.now() } });
                return seq;
                """.formatted(ROOM));
        goesOn.countDown();
        assertThat(js(JON, "return window.late;")).isEqualTo(now);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whoever is merely here may not put back the keys that another window has exchanged meanwhile.
    @Test
    void somebodyWhoIsHereOverwritesNoNewerKeys() {
        JON.goTo(PAGE).opensTheRoom();
        assertThat(js(JON, """
                const { change, fetchKept, keep } = await import(at + 'keep.js');
                const before = await fetchKept('session', 'keys');
                try {
                  const touched = change('session', 'keys', (blob) => blob && { ...blob, until: 5 });
                  const newer = keep('session', 'keys', { ...before, sealed: new ArrayBuffer(7) });
                  const again = change('session', 'keys', (blob) => blob && { ...blob, until: 6 });
                  await Promise.all([touched, newer, again]);
                  const { sealed, until } = await fetchKept('session', 'keys');
                  return [sealed.byteLength, until].join();
                } finally {
                  await keep('session', 'keys', before);
                }
                """)).isEqualTo("7,6");
    }
}
