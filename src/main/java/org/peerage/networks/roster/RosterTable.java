package org.peerage.networks.roster;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;
import org.peerage.networks.Column;
import org.peerage.web.Message;

/// A roster as headings and rows, each row with the line of the file it begins on.
record RosterTable(List<String> headings, List<Row> rows) {

    static final int MOST_COLUMNS = 200;
    static final int MOST_ROWS = 50_000;
    private static final int MOST_ABOVE = 30;
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
        var rows = new ArrayList<Row>();
        var line = 1;
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            var records = parser.iterator();
            while (records.hasNext()) {
                var cells = records.next().toList();
                if (!cells.stream().allMatch(String::isBlank)) {
                    rows.add(new Row(line, cells));
                    if (rows.size() > MOST_ROWS + MOST_ABOVE) {
                        break;
                    }
                }
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | IOException e) {
            return refused("quotes", line);
        }
        return rows.isEmpty() ? refused("empty") : below(rows, headingRow(rows));
    }

    /// Notes and titles stand above the headings of many an export: the headings are the first row that says at least
    /// two things we know, or the one after it where that says more. Where no row does, it is the first.
    private static int headingRow(List<Row> rows) {
        for (var at = 0; at < Math.min(MOST_ABOVE, rows.size()); at++) {
            if (known(rows.get(at)) >= 2) {
                var next = at + 1 < rows.size() ? known(rows.get(at + 1)) : 0;
                return next > known(rows.get(at)) ? at + 1 : at;
            }
        }
        return 0;
    }

    private static long known(Row row) {
        return row.cells().stream()
                .filter(cell -> Column.firstName(cell)
                        || Column.lastName(cell)
                        || Arrays.stream(Column.values()).anyMatch(column -> column.goesBy(cell)))
                .count();
    }

    private static Reading below(List<Row> rows, int at) {
        var headings = rows.get(at).cells().stream().map(String::strip).toList();
        var flaw = flawOfHeadings(headings, rows.get(at).line());
        if (flaw != null) {
            return new Reading.Refused(flaw);
        }
        var leaders = rows.subList(at + 1, rows.size());
        if (leaders.isEmpty()) {
            return refused("noRows");
        }
        if (leaders.size() > MOST_ROWS) {
            return refused("rows", leaders.get(MOST_ROWS).line(), MOST_ROWS);
        }
        var table = new RosterTable(
                headings,
                leaders.stream()
                        .map(row -> new Row(row.line(), fitted(row.cells(), headings.size())))
                        .toList());
        return new Reading.Table(table.withWholeNames());
    }

    /// Spreadsheets leave empty cells at the end of a row away, or write more of them than there are headings.
    private static List<String> fitted(List<String> cells, int width) {
        var fitted = new ArrayList<>(cells);
        while (fitted.size() < width) {
            fitted.add("");
        }
        while (fitted.size() > width && fitted.getLast().isBlank()) {
            fitted.removeLast();
        }
        return List.copyOf(fitted);
    }

    /// First and last names in columns of their own make one more column, where none has the whole name.
    private RosterTable withWholeNames() {
        var first = place(Column::firstName);
        var last = place(Column::lastName);
        if (first < 0 || last < 0 || place(Column.NAME::goesBy) >= 0) {
            return this;
        }
        var more = new ArrayList<>(headings);
        more.add(headings.get(first) + " + " + headings.get(last));
        return new RosterTable(
                List.copyOf(more),
                rows.stream()
                        .map(row -> new Row(row.line(), withName(row.cells(), first, last)))
                        .toList());
    }

    /// A row that is too wide stays too wide.
    private static List<String> withName(List<String> cells, int first, int last) {
        var more = new ArrayList<>(cells);
        more.add((cells.get(first).strip() + " " + cells.get(last).strip()).strip());
        return List.copyOf(more);
    }

    private int place(Predicate<String> which) {
        return IntStream.range(0, headings.size())
                .filter(at -> which.test(headings.get(at)))
                .findFirst()
                .orElse(-1);
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

    /// A heading is a word; a number, an address or nothing at all means that the file starts with its first leader.
    private static @Nullable Message flawOfHeadings(List<String> first, int line) {
        if (first.size() > MOST_COLUMNS) {
            return Message.of("networks.import.wrong.columns", line, first.size(), MOST_COLUMNS);
        }
        for (var text : first) {
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
