package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.peerage.Superuser;
import org.peerage.Visitor;

/// What a newcomer may read of before is chosen by whoever lets them in, said on the page, and made true by
/// keys: not by what the server hands out.
class HistoryJourneyTests extends RoomOfThree {

    private static final Path PICTURES = Path.of("target/pictures/history");

    @Test
    void fromTodayKeepsWhatWasBeforeClosedWhateverTheServerHandsOut() {
        comesIn(JON);
        writes(JON, "Said before Eva came");
        comesIn(EVA);
        assertThat(line(EVA, EVA)).containsText("You read what is written from then on");
        assertThat(line(JON.goTo(door).opensTheRoom(), EVA)).containsText("Reads what is written from then on.");
        writes(JON, "Said to Eva too");
        EVA.goTo(page).opensTheRoom().sees("Said to Eva too").sees("Written before you were let in.");
        assertThat(EVA.page().locator("main").innerText()).doesNotContain("Said before Eva came");
        assertThat(opensFirstText(EVA)).isEqualTo("contents-before");
        // The bytes of everybody's keys are of no use to her either, whoever hands them to her.
        try (var database = new Superuser(PEERAGE)) {
            database.run("""
                    insert into rooms.key_grant select g.room_id, g.epoch, e.fingerprint, g.file, g.person_id, g.stored_at
                    from rooms.key_grant g join rooms.member j on j.room_id = g.room_id and j.fingerprint = g.fingerprint
                    join rooms.member e on e.room_id = g.room_id and e.person_id = ?
                    where g.room_id = ? and j.person_id = ? on conflict do nothing""", person(EVA).value(), room, person(JON).value());
            EVA.press("Close it on this device").press("Open with my passkey");
            EVA.sees("Said to Eva too");
            assertThat(opensFirstText(EVA)).isEqualTo("contents-before");
            assertThat(EVA.page().locator("main").innerText()).doesNotContain("Said before Eva came");
            database.run("""
                    delete from rooms.key_grant g using rooms.member e where e.room_id = g.room_id
                      and e.fingerprint = g.fingerprint and g.room_id = ? and e.person_id = ?""", room, person(EVA).value());
        }
    }

    private String opensFirstText(Visitor visitor) {
        return refusal(visitor, """
                const room = await openRoom('%s');
                const put = [...room.ledger.puts.values()].sort((a, b) => a.seq - b.seq)[0];
                return JSON.stringify((await room.openLatest(put.id)).body);
                """.formatted(room));
    }

    @Test
    void allGivesEverything() {
        comesIn(JON);
        writes(JON, "Said first");
        knocks(EVA);
        MARA.goTo(door).opensTheRoom().page().getByLabel("Let in " + EVA.name()).check();
        MARA.page().getByLabel("Everything that you can read yourself").check();
        MARA.press("Let in");
        assertThat(line(MARA, EVA)).containsText("Reads everything that was written before as well.");
        EVA.goTo(page).sees("Welcome, Eva Kowalska.").sees("You also read everything that was written before.");
        EVA.looksRight(PICTURES, "welcome");
        EVA.opensTheRoom().sees("Said first");
    }

    @Test
    void someGivesOnlyTheTimesThatWerePicked() {
        writes(MARA, "Said when she was alone");
        comesIn(JON);
        writes(JON, "Said when they were two");
        knocks(EVA);
        MARA.goTo(door).opensTheRoom().page().getByLabel("Let in " + EVA.name()).check();
        MARA.page().getByLabel("Some of it").check();
        MARA.page().locator("[data-stretches] input").last().check();
        MARA.looksRight(PICTURES, "let-in");
        MARA.press("Let in");
        assertThat(line(MARA, EVA)).containsText("Also reads what was written");
        EVA.goTo(page).opensTheRoom().sees("Said when they were two").sees("Written before you were let in.");
        assertThat(EVA.page().locator("main").innerText()).doesNotContain("Said when she was alone");
        assertThat(line(EVA.goTo(door), EVA)).containsText("You also read what was written");
        assertThat(opensFirstText(EVA)).isEqualTo("contents-before");
    }
}
