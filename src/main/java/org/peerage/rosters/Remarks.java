package org.peerage.rosters;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.peerage.web.Message;

/// Lines of a list that say nobody: totals at the foot, comments, the headings once more on the next page.
final class Remarks {

    private static final Pattern SUM =
            Pattern.compile("(?i)(grand |sub-?)?(total|totals|totaal|sum|summe|gesamt|gesamtsumme"
                    + "|zwischensumme|anzahl|suma|soma|somme|average|mittelwert|durchschnitt|count)\\b[ :]*(.*)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9.,' %€$]*");
    private static final Pattern NOTE =
            Pattern.compile("(?i)(#|//|\\*{2,}|-{3,}|confidential information|copyright\\b|©"
                    + "|generated (by|on|at)\\b|report (generated|run)\\b|exported (by|on|from)\\b|printed (by|on)\\b|source:|quelle:"
                    + "|fuente:|stand:|as of [0-9]|end of (list|report)|page [0-9]|seite [0-9]).*");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(.*\\)|\\[.*\\]");

    private Remarks() {}

    static Optional<Message> in(RosterTable table, RosterTable.Row row) {
        var cells = row.cells();
        var first = IntStream.range(0, cells.size())
                .filter(at -> !CellText.blank(cells.get(at)))
                .findFirst();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var begins = cells.get(first.getAsInt()).strip();
        var others = cells.subList(first.getAsInt() + 1, cells.size()).stream()
                .map(String::strip)
                .filter(cell -> !CellText.blank(cell))
                .toList();
        return sum(begins, others)
                        || (others.isEmpty() && NOTE.matcher(begins).matches())
                        || (!others.isEmpty() && (inBrackets(begins, others) || headings(table, row, first.getAsInt())))
                ? Optional.of(Message.of("rosters.wrong.remark", begins))
                : Optional.empty();
    }

    /// A word for a sum, and nothing but numbers.
    private static boolean sum(String begins, List<String> others) {
        var sum = SUM.matcher(begins);
        return sum.matches()
                && others.stream().allMatch(other -> NUMBER.matcher(other).matches())
                && (sum.group(3).isEmpty()
                        ? !others.isEmpty()
                        : Character.isDigit(sum.group(3).charAt(0)));
    }

    /// A second line of headings, which says in what a column is counted.
    private static boolean inBrackets(String begins, List<String> others) {
        return IN_BRACKETS.matcher(begins).matches()
                && others.stream().allMatch(other -> IN_BRACKETS.matcher(other).matches());
    }

    private static boolean headings(RosterTable table, RosterTable.Row row, int first) {
        return IntStream.range(
                        first, Math.min(row.cells().size(), table.headings().size()))
                .filter(at -> !CellText.blank(row.cells().get(at)))
                .allMatch(at -> CellText.seen(row.cells().get(at)).equals(CellText.seen(table.heading(at))));
    }
}
