package org.peerage.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerage.Caller;
import org.peerage.Passable;
import org.peerage.RunningPeerage;
import org.peerage.canary.StolenDatabase;
import org.peerage.database.Database;
import org.peerage.database.DatabaseLogin;
import org.peerage.groups.GroupFixture;
import org.peerage.web.Message;

/// The running program with a room in it, brought back elsewhere: what the server has of a room is its signed entries,
/// its sealed texts and its outer key, and all three are the same.
class UpkeepCommandTests {

    private static final Instant NOW = Instant.parse("2026-11-28T04:15:00Z");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PEERAGE_POSTGRES", System.getenv().getOrDefault("PEERAGE_POSTGRES", "target/postgres"));

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir(factory = Passable.class)
    private Path machine;

    private UpkeepCommand command(Path home, Instant now) {
        said.reset();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new UpkeepCommand(home, ENVIRONMENT, InstantSource.fixed(now), out, out);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aRoomComesBackWithItsEntriesItsTextsAndItsKey() throws Exception {
        var circle = GroupFixture.aGroup().with(2).inAnOpenRoom();
        var backups = machine.resolve("backups");
        var copies = machine.resolve("copies");
        assertThat(command(peerage.home(), NOW).backup(List.of(backups.toString())))
                .isZero();
        assertThat(command(peerage.home(), NOW).backup(List.of("--keys", copies.toString())))
                .isZero();
        var file = backups.resolve("peerage-20261128T041500Z.zip");
        var keys = copies.resolve("room-keys-20261128T041500Z");

        var elsewhere = machine.resolve("elsewhere");
        assertThat(command(elsewhere, NOW).restore(List.of(file.toString(), "--keys", keys.toString())))
                .as(this::said)
                .isZero();

        var room = circle.heldRoom().id();
        assertThat(Files.readAllBytes(elsewhere.resolve("room-keys").resolve(room)))
                .isEqualTo(
                        Files.readAllBytes(peerage.home().resolve("room-keys").resolve(room)));
        try (var database = Database.start(elsewhere, ENVIRONMENT)) {
            var password = Files.readString(elsewhere.resolve("secrets/peerage_backup"));
            var there = new DatabaseLogin(database.app().url(), "peerage_backup", password.strip());
            assertThat(ofTheRoom(there, room)).isNotEmpty().isEqualTo(ofTheRoom(peerage.login("peerage_backup"), room));
            assertThat(new BroughtBack(database, InstantSource.fixed(NOW)).announced())
                    .as("everybody is told, for a while")
                    .contains(Message.of("upkeep.broughtBack", new Message.Moment(NOW, ZoneOffset.UTC)));
            assertThat(new BroughtBack(database, InstantSource.fixed(NOW.plus(Duration.ofDays(31)))).announced())
                    .isEmpty();
        }

        assertThat(command(elsewhere, NOW).restore(List.of(file.toString()))).isEqualTo(1);
        assertThat(said()).contains("holds a Peerage already", "Nothing was changed");

        assertThat(command(elsewhere, NOW).restore(List.of("--rehearse", file.toString())))
                .as(this::said)
                .isZero();
        assertThat(said())
                .contains("keys of the rooms come back was not rehearsed")
                .doesNotContain("room-keys");
    }

    /// Every row that names it, table by table, in any order.
    private static Map<String, List<String>> ofTheRoom(DatabaseLogin login, String room) {
        var rows = new TreeMap<String, List<String>>();
        StolenDatabase.texts(login, table -> table.startsWith("rooms.")).forEach((table, text) -> {
            var found =
                    text.lines().filter(line -> line.contains(room)).sorted().toList();
            if (!found.isEmpty()) {
                rows.put(table, found);
            }
        });
        return rows;
    }

    @Test
    void copiesOfKeysAreDeletedAfterThirtyDays() throws IOException {
        var home = machine.resolve("home");
        var key = Files.createDirectories(home.resolve("room-keys")).resolve("k".repeat(43));
        Files.writeString(key, "key");
        var copies = machine.resolve("copies");
        for (var days : List.of(0, 29, 31)) {
            assertThat(command(home, NOW.plus(Duration.ofDays(days))).backup(List.of("--keys", copies.toString())))
                    .isZero();
        }
        try (var kept = Files.list(copies)) {
            assertThat(kept.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("room-keys-20261227T041500Z", "room-keys-20261229T041500Z");
        }
        assertThat(said()).contains("1 copies of more than thirty days deleted");
    }

    /// Several programs on one database share a folder that lies in nobody's home.
    @Test
    void keysThatLieElsewhereAreCopiedFromThere() throws IOException {
        var shared = Files.createDirectories(machine.resolve("shared"));
        Files.writeString(shared.resolve("k".repeat(43)), "key");
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var command = new UpkeepCommand(
                machine.resolve("home"),
                Map.of("PEERAGE_ROOM_KEYS", shared.toString()),
                InstantSource.fixed(NOW),
                out,
                out);
        var copies = machine.resolve("copies");
        assertThat(command.backup(List.of("--keys", copies.toString())))
                .as(this::said)
                .isZero();
        assertThat(copies.resolve("room-keys-20261128T041500Z").resolve("k".repeat(43)))
                .hasContent("key");
    }

    @Test
    void whereNoKeysLieNoneAreSaidToBeSafe() {
        assertThat(command(machine.resolve("home"), NOW).backup(List.of("--keys", machine.toString())))
                .isEqualTo(1);
        assertThat(said()).contains("there is no folder", "PEERAGE_ROOM_KEYS");
    }

    @Test
    void whatTheOperatorWantsKnownStandsAtTheHeadOfEveryPage() throws Exception {
        var stranger = Caller.stranger(peerage);
        try {
            assertThat(command(peerage.home(), NOW).notice(List.of("We rest on <Saturday> from 20:00.")))
                    .isZero();
            var notice = new OperatorsNotice(peerage.home(), InstantSource.system());
            assertThat(notice.announced()).isPresent();
            await(() -> stranger.page("/help").text().contains("We rest on <Saturday> from 20:00."));
        } finally {
            assertThat(command(peerage.home(), NOW).notice(List.of("--off"))).isZero();
        }
        await(() -> !stranger.page("/help").text().contains("We rest on"));
        assertThat(command(machine, NOW).notice(List.of("x".repeat(301)))).isEqualTo(2);
    }

    private static void await(Supplier<Boolean> seen) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!seen.get()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Test
    void whatNobodyUnderstandsIsAnsweredWithHowToAsk() {
        assertThat(command(machine, NOW).backup(List.of())).isEqualTo(2);
        assertThat(said()).contains("usage: ./peerage backup");
        assertThat(command(machine, NOW).restore(List.of("--help"))).isZero();
        assertThat(said()).contains("--rehearse");
    }
}
