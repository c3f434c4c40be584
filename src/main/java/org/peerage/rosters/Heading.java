package org.peerage.rosters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The lines of a file that name its columns: one, two where a second tells parts of what the first names, or none.
public record Heading(List<Integer> lines) {

    public static final Heading NONE = new Heading(List.of());

    private static final int MOST_ABOVE = 30;

    public Heading {
        lines = List.copyOf(lines);
    }

    public String key() {
        return lines.isEmpty() ? "none" : lines.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    public static Optional<Heading> named(String key) {
        if (key.equals("none")) {
            return Optional.of(NONE);
        }
        return key.matches("[0-9]{1,7}(-[0-9]{1,7})?")
                ? Optional.of(new Heading(
                        Arrays.stream(key.split("-", -1)).map(Integer::valueOf).toList()))
                : Optional.empty();
    }

    /// Notes and titles stand above the headings of many an export: they are the row that says most of what we know,
    /// two things at least. Where no row does, it is the first, unless that is a person already.
    static Heading guess(List<RosterTable.Row> rows) {
        var best = 0;
        var most = 1L;
        for (var at = 0; at < Math.min(MOST_ABOVE, rows.size()); at++) {
            var known = known(rows.get(at));
            if (known > most && named(rows.get(at))) {
                most = known;
                best = at;
            }
        }
        var row = rows.get(best);
        if (most == 1 && !named(row)) {
            return NONE;
        }
        return best > 0 && twoOfThem(rows.get(best - 1), row)
                ? new Heading(List.of(rows.get(best - 1).line(), row.line()))
                : new Heading(List.of(row.line()));
    }

    /// What stands above names several columns at once: "Company" above "Name" and "City".
    private static boolean twoOfThem(RosterTable.Row above, RosterTable.Row row) {
        return known(above) >= 1
                && above.cells().size() == row.cells().size()
                && above.cells().stream().filter(cell -> !cell.isBlank()).count() >= 2;
    }

    private static long known(RosterTable.Row row) {
        return row.cells().stream().filter(HeadingWords::known).count();
    }

    /// A heading is a word: a number or an address is not.
    private static boolean named(RosterTable.Row row) {
        return row.cells().stream()
                .map(String::strip)
                .noneMatch(
                        text -> text.matches("[-+]?[0-9][0-9.,:/ -]*") || text.contains("@") || text.contains("://"));
    }

    /// The names of the columns; a cell of the first line counts for those beside it that are empty.
    List<String> names(List<RosterTable.Row> rows, int width) {
        var names = new ArrayList<String>();
        for (var column = 0; column < width; column++) {
            names.add("");
        }
        for (var row : rows) {
            if (lines.contains(row.line())) {
                var before = "";
                for (var column = 0; column < row.cells().size(); column++) {
                    var cell = row.cells().get(column).strip();
                    before = cell.isEmpty() && row.line() != lines.getLast() ? before : cell;
                    names.set(column, (names.get(column) + " " + before).strip());
                }
            }
        }
        return List.copyOf(names);
    }
}
