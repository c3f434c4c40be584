package org.peerage.rosters;

import java.util.ArrayList;
import java.util.List;
import org.peerage.web.Message;

/// A list as headings and rows, each row with the line of the file it begins on.
///
/// @param top the first rows of the file, among which the headings are
public record RosterTable(List<String> headings, List<Row> rows, Heading heading, List<Row> top) {

    public static final int MOST_COLUMNS = 250;
    public static final int MOST_ROWS = 120_000;
    private static final int MOST_ABOVE = 30;
    private static final int TOP = 12;

    public record Row(int line, List<String> cells) {}

    public sealed interface Reading {

        record Table(RosterTable table) implements Reading {}

        record Refused(Message problem) implements Reading {}
    }

    public static String guessSeparator(String text) {
        return RosterCells.guessSeparator(text);
    }

    /// With the headings where they seem to be.
    public static Reading read(String text, String separator) {
        var rows = RosterCells.read(text, separator, MOST_ROWS + MOST_ABOVE + 1);
        return rows.isEmpty() ? refused("empty") : below(rows, Heading.guess(rows));
    }

    public static Reading read(String text, String separator, Heading heading) {
        var rows = RosterCells.read(text, separator, MOST_ROWS + MOST_ABOVE + 1);
        return rows.isEmpty() ? refused("empty") : below(rows, heading);
    }

    /// The first rows, whatever they are.
    public static List<Row> top(String text, String separator) {
        return List.copyOf(RosterCells.read(text, separator, TOP));
    }

    private static Reading below(List<Row> rows, Heading heading) {
        var last = heading.lines().isEmpty() ? 0 : heading.lines().getLast();
        var people = rows.stream().filter(row -> row.line() > last).toList();
        var top = rows.stream().limit(TOP).toList();
        var width = last == 0
                ? people.stream()
                        .limit(MOST_ABOVE)
                        .mapToInt(row -> row.cells().size())
                        .max()
                        .orElse(0)
                : rows.stream()
                        .filter(row -> heading.lines().contains(row.line()))
                        .mapToInt(row -> row.cells().size())
                        .max()
                        .orElse(0);
        if (width > MOST_COLUMNS) {
            return refused("columns", Math.max(1, last), width, MOST_COLUMNS);
        }
        if (people.isEmpty() || width == 0) {
            return refused("noRows");
        }
        if (people.size() > MOST_ROWS) {
            return refused("rows", people.get(MOST_ROWS).line(), MOST_ROWS);
        }
        return new Reading.Table(new RosterTable(
                heading.names(rows.stream().limit(MOST_ABOVE + TOP).toList(), width),
                people.stream()
                        .map(row -> new Row(row.line(), fitted(row.cells(), width)))
                        .toList(),
                heading,
                top));
    }

    /// Spreadsheets leave empty cells at the end of a row away, or write more of them than there are headings.
    private static List<String> fitted(List<String> cells, int width) {
        if (cells.size() == width) {
            return cells;
        }
        var fitted = new ArrayList<>(cells);
        while (fitted.size() < width) {
            fitted.add("");
        }
        while (fitted.size() > width && CellText.blank(fitted.getLast())) {
            fitted.removeLast();
        }
        return List.copyOf(fitted);
    }

    public String heading(int column) {
        return headings.get(column);
    }

    public List<String> examples(int column) {
        return rows.stream()
                .filter(row -> column < row.cells().size())
                .map(row -> row.cells().get(column).strip())
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .limit(3)
                .map(cell -> cell.length() > 40 ? cell.substring(0, 39) + "…" : cell)
                .toList();
    }

    private static Reading refused(String key, Object... arguments) {
        return new Reading.Refused(Message.of("rosters.wrong." + key, arguments));
    }
}
