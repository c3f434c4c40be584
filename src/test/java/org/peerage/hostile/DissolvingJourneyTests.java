package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.Superuser;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A room ends: nothing of it opens any more, on no device, and not from a copy of the database with a member's own
/// keys.
class DissolvingJourneyTests extends RoomOfThree {

    private static final Path PICTURES = Path.of("target/pictures/dissolving");
    private static final List<String> TABLES = List.of("record", "key_grant");

    @Test
    void afterTheEndNothingOpensAndNoBackupHelps() {
        comesIn(JON);
        writes(JON, "Said before the end");
        MARA.goTo(door).opensTheRoom();
        assertThat(refusal(MARA, "await (await openRoom('%s')).dissolve();".formatted(room)))
                .isEqualTo("not-agreed");
        assertThatThrownBy(() -> as(
                        JON,
                        () -> PEERAGE.bean(JdbcClient.class)
                                .sql("select rooms.dissolve(:room, now())")
                                .param("room", room)
                                .query()
                                .listOfRows()))
                .hasStackTraceContaining("nobody has signed that this room ends");

        JON.goTo(door).opensTheRoom().page().getByText("End this room for good").click();
        JON.looksRight(PICTURES, "agree");
        JON.press("I agree that this room ends");
        assertThat(JON.page().locator("room-end [data-who]")).containsText("Jon Abara agreed that this room ends.");
        MARA.goTo("/notices").sees("somebody has agreed that the room ends for good");
        MARA.goTo(door)
                .opensTheRoom()
                .page()
                .getByText("End this room for good")
                .click();
        MARA.fill("To end it, type the name", "Another Circle").press("End this room now");
        MARA.sees("That is not the name of the group.");
        var key = PEERAGE.home().resolve("room-keys").resolve(room);
        assertThat(key).exists();
        try (var database = new Superuser(PEERAGE)) {
            for (var table : TABLES) {
                database.run(
                        "create temporary table kept_%s as select * from rooms.%1$s where room_id = ?".formatted(table),
                        room);
            }
            database.run(
                    "insert into files.file values (gen_random_uuid(), ?, ?, ?, 1, now(), gen_random_uuid(), now())",
                    here.group.value(),
                    room,
                    person(JON).value());
            MARA.fill("To end it, type the name", "Tuesday Circle").press("End this room now");
            MARA.page().waitForURL(url -> !url.contains("/groups/"));
            assertThat(Files.exists(key)).isFalse();
            nothingIsLeft();
            database.run("update rooms.member set active = true where room_id = ?", room);
            for (var table : TABLES) {
                database.run("insert into rooms.%s select * from kept_%1$s".formatted(table));
            }
            theBackupOpensNothing();
            database.run("update rooms.member set active = false where room_id = ?", room);
        }
    }

    private void nothingIsLeft() {
        JON.goTo("/notices").sees("The room of Tuesday Circle has ended");
        JON.goTo(door).sees("This page is not here");
        assertThat(here.seenBy(here.convener).seated()).isEmpty();
        try (var database = new Superuser(PEERAGE)) {
            assertThat(database.run("delete from files.file where room_id = ?", room))
                    .isZero();
        }
        for (var table :
                List.of("record", "key_grant", "draft", "join_request", "new_card", "renewal", "record_reader")) {
            try (var database = new Superuser(PEERAGE)) {
                assertThat(database.run("delete from rooms." + table + " where room_id = ?", room))
                        .as(table)
                        .isZero();
            }
        }
    }

    /// The rows are all there again, Jon has his own keys and a server that gives him all of it.
    private void theBackupOpensNothing() {
        JON.goTo(page).sees("This room has ended.");
        assertThat(JON.page().locator("main").innerText()).doesNotContain("Said before the end");
        assertThat(JON.page()
                        .evaluate(
                                "async room => (await (await fetch(`/rooms/${room}/grants`, { headers: { Accept: 'application/json' } })).json()).mine.length",
                                room))
                .isEqualTo(0);
        assertThat(JON.page()
                        .evaluate(
                                "async room => (await fetch(`/rooms/${room}/ledger`, { headers: { Accept: 'application/json' } })).status",
                                room))
                .isEqualTo(200);
    }
}
