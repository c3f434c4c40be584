package org.peerage.rosters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Characters to rows of cells, forgivingly: a quotation mark opens a cell at its beginning only, and closes it only
/// before the next separator, so that `12" Records` and `"The "Best" Bakery"` are read as they were meant. One that is
/// never closed is a letter like any other, and so is one before the line in which another opens a cell.
public final class RosterCells {

    public static final List<String> SEPARATORS = List.of("comma", "semicolon", "tab", "bar");

    private static final Map<String, Character> SIGNS = Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|');
    private static final int LINES_LOOKED_AT = 60;
    private static final int WIDEST = 1000;

    private final String text;
    private final char separator;

    /// Behind it no quotation mark closes a cell, so that nothing there is searched to its end for each that opens one.
    private final int lastClosing;

    /// Before it none does either: what opens there never closes, and is not searched for again.
    private int opened;

    private int lineEnd;

    private final List<RosterTable.Row> rows = new ArrayList<>();
    private int at;
    private int line = 1;

    private RosterCells(String text, char separator) {
        this.text = text;
        this.separator = separator;
        this.lastClosing = lastClosing(text, separator);
        // A spreadsheet's own word on the first line.
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 5 && "\r\n".indexOf(text.charAt(5)) >= 0) {
            at = 5;
            breakLine();
        }
    }

    /// The one that parts the most lines into the same number of cells; a comma where there is none.
    static String guessSeparator(String text) {
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4) {
            for (var name : SEPARATORS) {
                if (Objects.equals(SIGNS.get(name), text.charAt(4))) {
                    return name;
                }
            }
        }
        return SEPARATORS.stream()
                .min(Comparator.comparingInt(name -> -evenly(read(text, name, LINES_LOOKED_AT))))
                .orElseThrow();
    }

    /// By the lines first: what stands in a cell may hold as many of another sign on every line but that of the names.
    private static int evenly(List<RosterTable.Row> rows) {
        var widths = new HashMap<Integer, Integer>();
        rows.forEach(row -> widths.merge(row.cells().size(), 1, Integer::sum));
        return widths.entrySet().stream()
                .filter(width -> width.getKey() > 1)
                .mapToInt(width -> width.getValue() * WIDEST + Math.min(width.getKey(), WIDEST - 1))
                .max()
                .orElse(0);
    }

    /// The rows that hold anything, at most so many, each with the line it begins on.
    static List<RosterTable.Row> read(String text, String separator, int atMost) {
        var cells = new RosterCells(text, SIGNS.getOrDefault(separator, ','));
        while (cells.at < text.length() && cells.rows.size() < atMost) {
            cells.row();
        }
        return cells.rows;
    }

    private void row() {
        var begins = line;
        var cells = new ArrayList<String>();
        var more = true;
        while (more) {
            cells.add(cell());
            more = at < text.length() && text.charAt(at) == separator;
            if (more) {
                at++;
            }
        }
        breakLine();
        if (!cells.stream().allMatch(CellText::blank)) {
            rows.add(new RosterTable.Row(begins, List.copyOf(cells)));
        }
    }

    private String cell() {
        var begins = at;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            var closed = closing(at + 1);
            if (closed >= 0) {
                var cell = text.substring(at + 1, closed).replace("\"\"", "\"");
                line += breaks(at, closed);
                at = ends(text, closed + 1);
                return cell;
            }
        }
        at = begins;
        while (at < text.length() && text.charAt(at) != separator && !lineEnds(text, at)) {
            at++;
        }
        return text.substring(begins, at);
    }

    /// Where the quotation mark stands that closes the cell; -1 where none does. Two of them are one letter.
    private int closing(int from) {
        if (from < opened) {
            return -1;
        }
        var ends = lineEnd(from);
        for (var k = text.indexOf('"', from); k >= 0 && k <= lastClosing; k = text.indexOf('"', k + 1)) {
            if (text.startsWith("\"\"", k)) {
                k++;
            } else if (closes(text, separator, k)) {
                return k;
            } else if (k > ends && opens(k)) {
                opened = k;
                return -1;
            }
        }
        return -1;
    }

    /// On a later line than the mark before it: that one never was open.
    private boolean opens(int mark) {
        return text.charAt(mark - 1) == separator || lineEnds(text, mark - 1);
    }

    /// Looked for once a line: there may be millions of cells on it.
    private int lineEnd(int from) {
        if (from > lineEnd || lineEnd == 0) {
            lineEnd = from;
            while (lineEnd < text.length() && !lineEnds(text, lineEnd)) {
                lineEnd++;
            }
        }
        return lineEnd;
    }

    private static int lastClosing(String text, char separator) {
        var last = text.lastIndexOf('"');
        while (last >= 0 && !closes(text, separator, last)) {
            last = text.lastIndexOf('"', last - 1);
        }
        return last;
    }

    private static boolean closes(String text, char separator, int mark) {
        var next = ends(text, mark + 1);
        return next == text.length() || text.charAt(next) == separator || lineEnds(text, next);
    }

    private static int ends(String text, int from) {
        var next = from;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next;
    }

    private static boolean lineEnds(String text, int where) {
        return text.charAt(where) == '\n' || text.charAt(where) == '\r';
    }

    private int breaks(int from, int to) {
        var breaks = 0;
        for (var k = from; k < to; k++) {
            var alone = text.charAt(k) == '\r' && (k + 1 >= text.length() || text.charAt(k + 1) != '\n');
            breaks += text.charAt(k) == '\n' || alone ? 1 : 0;
        }
        return breaks;
    }

    private void breakLine() {
        if (at < text.length()) {
            at += text.startsWith("\r\n", at) ? 2 : 1;
            line++;
        }
    }
}
