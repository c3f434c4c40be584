package org.peerage.networks.roster;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.peerage.web.Message;

/// A roster as headings and rows, each row with the line of the file it begins on.
record RosterTable(List<String> headings, List<Row> rows) {

    static final int MOST_COLUMNS = 60;
    static final int MOST_ROWS = 50_000;
    static final Map<String, Character> SEPARATORS = Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|');

    record Row(int line, List<String> cells) {}

    public sealed interface Reading {

        record Table(RosterTable table) implements Reading {}

        record Refused(Message problem) implements Reading {}
    }

    /// The separator that occurs most in the first line outside quotes; a comma where there is none.
    static String guessSeparator(String text) {
        var counts = new HashMap<Character, Integer>();
        var quoted = false;
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (!counts.isEmpty()) {
                    break;
                }
            } else if (!quoted && SEPARATORS.containsValue(c)) {
                counts.merge(c, 1, Integer::sum);
            }
        }
        return SEPARATORS.entrySet().stream()
                .filter(entry -> counts.containsKey(entry.getValue()))
                .max(Comparator.comparing(entry -> counts.getOrDefault(entry.getValue(), 0)))
                .map(Map.Entry::getKey)
                .orElse("comma");
    }

    static Reading read(String text, String separator) {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(SEPARATORS.getOrDefault(separator, ','))
                .setIgnoreEmptyLines(false)
                .get();
        var headings = new ArrayList<String>();
        var rows = new ArrayList<Row>();
        var line = 1;
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            var records = parser.iterator();
            while (records.hasNext()) {
                var record = records.next();
                if (!blank(record)) {
                    if (headings.isEmpty()) {
                        var flaw = flawOfHeadings(record, line);
                        if (flaw != null) {
                            return new Reading.Refused(flaw);
                        }
                        record.forEach(heading -> headings.add(heading.strip()));
                    } else if (rows.size() == MOST_ROWS) {
                        return refused("rows", line, MOST_ROWS);
                    } else {
                        rows.add(new Row(line, record.toList()));
                    }
                }
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | IOException e) {
            return refused("quotes", line);
        }
        if (headings.isEmpty()) {
            return refused("empty");
        }
        return rows.isEmpty() ? refused("noRows") : new Reading.Table(new RosterTable(headings, rows));
    }

    String heading(int column) {
        return headings.get(column);
    }

    List<String> examples(int column) {
        return rows.stream()
                .filter(row -> column < row.cells().size())
                .map(row -> row.cells().get(column).strip())
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .limit(3)
                .map(cell -> cell.length() > 40 ? cell.substring(0, 39) + "…" : cell)
                .toList();
    }

    private static boolean blank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    /// A heading is a word; a number, an address or nothing at all means that the file starts with its first leader.
    private static @Nullable Message flawOfHeadings(CSVRecord first, int line) {
        if (first.size() > MOST_COLUMNS) {
            return Message.of("networks.import.wrong.columns", line, first.size(), MOST_COLUMNS);
        }
        for (var heading : first) {
            var text = heading.strip();
            if (text.matches("[-+]?[0-9][0-9.,:/ -]*") || text.contains("@") || text.contains("://")) {
                return Message.of(
                        "networks.import.wrong.noHeader", line, text.length() > 60 ? text.substring(0, 60) : text);
            }
        }
        return null;
    }

    private static Reading refused(String key, Object... arguments) {
        return new Reading.Refused(Message.of("networks.import.wrong." + key, arguments));
    }
}
