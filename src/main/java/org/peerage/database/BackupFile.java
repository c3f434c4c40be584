package org.peerage.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A backup that is being read: a zip with one entry a table, and a list of contents that was written last. One that is
/// cut short has no list, and one that was changed does not fit it.
final class BackupFile implements AutoCloseable {

    static final String CONTENTS = "contents.txt";

    private static final String FIRST_LINE = "peerage backup 1";

    private final Path path;
    private final ZipFile zip;
    private final Contents contents;

    /// What is written down of a backup in the backup itself.
    record Contents(Instant made, String server, Map<String, Migrations.State> schemas, List<BackupTable> tables) {

        Contents {
            schemas = new LinkedHashMap<>(schemas);
            tables = List.copyOf(tables);
        }

        String text() {
            var text = new StringBuilder(FIRST_LINE + "\n");
            text.append("made ").append(made).append('\n');
            text.append("server ").append(server).append('\n');
            schemas.forEach((module, state) ->
                    text.append("schema %s %d %s%n".formatted(module, state.version(), state.fingerprint())));
            tables.forEach(table -> text.append("table %s %s %d %s %s%n"
                    .formatted(
                            table.schema(),
                            table.name(),
                            table.rows(),
                            table.hash(),
                            String.join(",", table.columns()))));
            return text.toString();
        }

        long rows() {
            return tables.stream().mapToLong(BackupTable::rows).sum();
        }
    }

    private BackupFile(Path path, ZipFile zip, Contents contents) {
        this.path = path;
        this.zip = zip;
        this.contents = contents;
    }

    /// @throws DatabaseRefused when it is no backup, or not a whole one
    static BackupFile open(Path path) {
        try {
            var zip = new ZipFile(path.toFile());
            try {
                return new BackupFile(path, zip, contents(zip));
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            throw new DatabaseRefused(
                    path + " is not a whole backup of Peerage (" + e.getMessage() + "); take another one.", e);
        }
    }

    private static Contents contents(ZipFile zip) throws IOException {
        var made = Instant.EPOCH;
        var server = "";
        Map<String, Migrations.State> schemas = new LinkedHashMap<>();
        var tables = new ArrayList<BackupTable>();
        try (var lines = new BufferedReader(
                new InputStreamReader(zip.getInputStream(entry(zip, CONTENTS)), StandardCharsets.UTF_8))) {
            if (!FIRST_LINE.equals(lines.readLine())) {
                throw new IOException("it was written in another way");
            }
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ", -1);
                switch (words[0]) {
                    case "made" -> made = Instant.parse(words[1]);
                    case "server" -> server = words[1];
                    case "schema" -> schemas.put(words[1], new Migrations.State(Integer.parseInt(words[2]), words[3]));
                    case "table" ->
                        tables.add(new BackupTable(
                                words[1], words[2], List.of(words[5].split(",")), Long.parseLong(words[3]), words[4]));
                    default -> throw new IOException("it has a line that nobody knows");
                }
            }
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("its list of contents is damaged", e);
        }
        return new Contents(made, server, schemas, tables);
    }

    Contents contents() {
        return contents;
    }

    InputStream rows(BackupTable table) throws IOException {
        return zip.getInputStream(entry(zip, entryOf(table)));
    }

    /// Reads every row once more, as a disk may lie about what was written.
    void verify() {
        try {
            for (var table : contents.tables()) {
                try (var rows = rows(table)) {
                    if (!table.isWhole(rows)) {
                        throw new IOException("the rows of " + table.label() + " have changed");
                    }
                }
            }
        } catch (IOException e) {
            throw new DatabaseRefused(path + " is damaged (" + e.getMessage() + "); take another one.", e);
        }
    }

    static String entryOf(BackupTable table) {
        return "tables/" + table.label();
    }

    private static ZipEntry entry(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(name + " is missing");
        }
        return entry;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
