package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerage.Superuser;
import org.peerage.Visitor;

/// The rows of a room go back to what they were. Every device that remembers more refuses, until most of those who were
/// in the room have signed, each for themselves, that it stands so.
class BroughtBackJourneyTests extends RoomOfThree {

    private static final Path PICTURES = Path.of("target/pictures/brought-back");
    private static final String BACKWARDS = "This room has gone backwards";
    private static final String COMPARED = "We have read these words to each other, and they are the same";
    private static final String ACCEPT = "I accept the room as it stands now";

    /// In the order in which one may be without the others.
    private static final List<String> TABLES = List.of("entry", "member", "key_grant", "record", "record_reader");

    private final Superuser database = new Superuser(PEERAGE);

    @AfterEach
    void theDatabaseIsLeft() {
        database.close();
    }

    private void remembersTheRows() {
        TABLES.forEach(table -> database.run(
                "create temporary table kept_%1$s as select * from rooms.%1$s where room_id = ?".formatted(table),
                room));
        database.run(
                "create temporary table kept_seat as select * from groups.seat where group_id = ?", here.group.value());
        database.run("create temporary table kept_room as select * from rooms.room where id = ?", room);
    }

    private void bringsTheRowsBack() {
        // No trigger and no reference has a say in what a backup holds.
        database.run("set session_replication_role = replica");
        TABLES.reversed()
                .forEach(table -> database.run("delete from rooms.%s where room_id = ?".formatted(table), room));
        TABLES.forEach(table -> database.run("insert into rooms.%1$s select * from kept_%1$s".formatted(table)));
        database.run("update groups.seat s set state = k.state from kept_seat k"
                + " where s.group_id = k.group_id and s.person_id = k.person_id");
        database.run("update rooms.room r set head_seq = k.head_seq, head_hash = k.head_hash, epoch = k.epoch"
                + " from kept_room k where r.id = k.id");
    }

    private Visitor isStopped(Visitor visitor) {
        visitor.goTo(door).sees(BACKWARDS).sees("It takes 2 of those who were in the room then");
        assertThat(visitor.page().locator("main form, main sealed-text, main sealed-field"))
                .hasCount(0);
        return visitor;
    }

    private static void signs(Visitor visitor) {
        assertThat(visitor.page().locator("room-restored [data-accept]")).isDisabled();
        visitor.page().getByLabel(COMPARED).check();
        visitor.press(ACCEPT);
    }

    @Test
    void mostOfThoseWhoWereThereAcceptTheRoomAsItStands() {
        comesIn(JON);
        comesIn(EVA);
        writes(JON, "Before the backup");
        remembersTheRows();
        writes(JON, "After the backup");
        writes(EVA, "Eva after the backup");
        MARA.goTo(door).opensTheRoom();
        row(MARA, EVA).getByText("Remove Eva").first().click();
        MARA.press("Remove Eva Kowalska now");
        assertThat(row(MARA, EVA)).hasCount(0);
        writes(MARA, "Without Eva");
        JON.goTo(page).opensTheRoom().sees("Without Eva");
        bringsTheRowsBack();

        isStopped(MARA)
                .sees("Eva Kowalska was let out after this and would be in again")
                .sees("Written by Jon Abara, and missing: 1")
                .sees("Written by Eva Kowalska, and missing: 1")
                .sees("Written by Mara Lindqvist, and missing: 1")
                .sees("Nobody has signed yet.");
        MARA.looksRight(PICTURES, "stopped");
        isStopped(JON);

        // Eva is out, as all but her own device know.
        isStopped(EVA);
        signs(EVA);
        EVA.sees("Signed by Eva Kowalska.");
        isStopped(JON).sees("Nobody has signed yet.");
        signs(JON);
        JON.sees("Signed by Jon Abara.");
        isStopped(MARA).sees("Signed by Jon Abara.");
        signs(MARA);

        var lost = MARA.page().locator("room-restored [data-lost]");
        assertThat(lost).containsText("What you wrote at these times is no more on the server");
        assertThat(lost.locator("li")).hasCount(1);
        MARA.looksRight(PICTURES, "accepted");
        JON.page().locator("room-restored [data-lost]").waitFor();
        JON.press("I have seen it");
        assertThat(JON.page().locator("room-restored")).isHidden();

        // The first act of the chair puts right what the backup did not know.
        MARA.goTo(door).opensTheRoom();
        row(MARA, EVA).getByText("Remove Eva").first().click();
        MARA.press("Remove Eva Kowalska now");
        assertThat(row(MARA, EVA)).hasCount(0);
        writes(MARA, "The room goes on");
        JON.goTo(page).opensTheRoom().sees("The room goes on").sees("Before the backup");
        assertThat(JON.page().getByText("After the backup")).hasCount(0);
        writes(JON, "So it does");
        assertThat(JON.goTo(door).page().locator("room-log [data-list]"))
                .containsText("Mara Lindqvist accepted the room as it stood");
    }
}
