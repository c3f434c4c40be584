package org.peerage.upkeep;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peerage.database.Backups;
import org.peerage.database.DatabaseRefused;
import org.springframework.util.FileSystemUtils;

/// `./peerage doctor`, `./peerage backup`, `./peerage restore` and `./peerage notice`. Zero: done and looked at; one:
/// not done, with the reason; two: asked in a way that nobody understands.
public final class UpkeepCommand {

    private static final String BACKUP = """
            usage: ./peerage backup FOLDER          the database, of this moment, into a file in that folder
                   ./peerage backup --keys FOLDER   the keys of the rooms, which no backup of the database holds;
                                                    keep them elsewhere, on another disk. Copies of more than
                                                    thirty days are deleted: a room that was ended stays ended""";

    private static final String RESTORE = """
            usage: ./peerage restore FILE [--keys FOLDER]              into an empty PEERAGE_HOME or database
                   ./peerage restore --rehearse FILE [--keys FOLDER]   into a folder of its own, which is
                                                                       looked at and thrown away""";

    private static final String NOTICE = """
            usage: ./peerage notice "TEXT"    everybody reads it at the head of every page
                   ./peerage notice --off     nobody does any more""";

    private final Path home;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final PrintStream out;
    private final PrintStream err;

    public UpkeepCommand(
            Path home, Map<String, String> environment, InstantSource clock, PrintStream out, PrintStream err) {
        this.home = home;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    public int backup(List<String> words) {
        var keys = words.size() == 2 && words.getFirst().equals("--keys");
        if (!keys && (words.size() != 1 || words.getFirst().startsWith("-"))) {
            return usage(BACKUP, words);
        }
        var folder = Path.of(words.getLast());
        return carriedOut(() -> {
            if (keys) {
                var made = RoomKeyCopies.make(RoomKeyCopies.folder(home, environment), folder, clock.instant());
                out.println(made.folder());
                err.println("The keys of " + made.keys() + " rooms were copied"
                        + (made.deleted() == 0
                                ? "."
                                : ", and " + made.deleted() + " copies of more than thirty days deleted."));
            } else {
                var taken = Backups.take(home, environment, folder, clock.instant());
                out.println(taken.file());
                err.println(taken.rows() + " rows of " + taken.tables() + " tables, read once more after they were"
                        + " written. It opens no room without the keys: ./peerage backup --keys FOLDER.");
            }
        });
    }

    public int restore(List<String> words) {
        var rehearse = !words.isEmpty() && words.getFirst().equals("--rehearse");
        var rest = rehearse ? words.subList(1, words.size()) : words;
        var keys = rest.size() == 3 && rest.get(1).equals("--keys");
        if (rest.isEmpty() || rest.getFirst().startsWith("-") || (!keys && rest.size() != 1)) {
            return usage(RESTORE, words);
        }
        var file = Path.of(rest.getFirst());
        var copy = keys ? rest.getLast() : "";
        return carriedOut(() -> {
            if (rehearse) {
                rehearse(file, copy);
                return;
            }
            var held = bringBack(file, copy, home, environment);
            if (copy.isEmpty()) {
                err.println("Without the keys of the rooms (--keys FOLDER) no room opens, unless they lie in "
                        + RoomKeyCopies.folder(home, environment) + " already.");
            }
            out.println("Brought back as of " + held.made() + ": " + held.rows() + " rows of " + held.tables()
                    + " tables, each compared with the backup. Start it with ./peerage run. Everybody signs in anew,"
                    + " and is told that what came after that moment may be missing.");
        });
    }

    /// One when something is wrong, so that a timer may run it and tell.
    public int doctor(List<String> words) {
        if (!words.isEmpty()) {
            return usage("usage: ./peerage doctor    look at the instance, from beside it and as a browser", words);
        }
        var findings = new Doctor(home, environment, clock).look();
        findings.forEach(finding -> out.println(finding.line()));
        return findings.stream().anyMatch(finding -> finding.mark() == Finding.Mark.BAD) ? 1 : 0;
    }

    public int notice(List<String> words) {
        if (words.size() != 1 || words.getFirst().isBlank() || words.getFirst().length() > OperatorsNotice.LONGEST) {
            return usage(NOTICE, words);
        }
        var off = words.getFirst().equals("--off");
        if (!off && words.getFirst().startsWith("-")) {
            return usage(NOTICE, words);
        }
        return carriedOut(() -> {
            if (off) {
                Files.deleteIfExists(OperatorsNotice.file(home));
            } else {
                Files.writeString(OperatorsNotice.file(home), words.getFirst().strip() + "\n");
            }
            out.println(off ? "Nothing is shown any more." : "Every page shows it within some seconds.");
        });
    }

    /// Elsewhere and embedded, whatever the instance itself uses; what runs is not touched.
    private void rehearse(Path file, String copy) throws IOException {
        var stage = Files.createTempDirectory(
                "peerage-rehearsal",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        try {
            Map<String, String> alone = new HashMap<>();
            alone.put(
                    "PEERAGE_POSTGRES",
                    environment.getOrDefault(
                            "PEERAGE_POSTGRES", home.resolve("postgres").toString()));
            Instant begun = clock.instant();
            var held = bringBack(file, copy, stage.resolve("home"), alone);
            out.println("The rehearsal went well: " + held.rows() + " rows of " + held.tables() + " tables, as of "
                    + held.made() + ", came back in "
                    + java.time.Duration.between(begun, clock.instant()).toSeconds()
                    + " s and were compared with the backup. Nothing else was touched.");
            if (copy.isEmpty()) {
                err.println("Whether the keys of the rooms come back was not rehearsed; say where a copy of them lies:"
                        + " --keys FOLDER.");
            }
        } finally {
            FileSystemUtils.deleteRecursively(stage);
        }
    }

    private Backups.Held bringBack(Path file, String copy, Path into, Map<String, String> where) throws IOException {
        var held = Backups.bringBack(file, into, where, clock.instant());
        var keys = RoomKeyCopies.folder(into, where);
        if (!copy.isEmpty()) {
            out.println("The keys of " + RoomKeyCopies.bringBack(Path.of(copy), keys) + " rooms are in their place.");
        }
        return held;
    }

    private interface Work {
        void carryOut() throws IOException;
    }

    private int carriedOut(Work work) {
        try {
            work.carryOut();
            return 0;
        } catch (DatabaseRefused e) {
            err.println("peerage: " + e.getMessage());
        } catch (IOException e) {
            err.println("peerage: not done: " + e.getMessage());
        }
        return 1;
    }

    private int usage(String text, List<String> words) {
        var asked = words.contains("--help");
        (asked ? out : err).println(text);
        return asked ? 0 : 2;
    }
}
