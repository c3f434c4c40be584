package org.peerage.groups.charter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How one version of a clause differs from another, word by word.
record Difference(String title, List<Piece> pieces) {

    enum Change {
        SAME,
        GONE,
        NEW
    }

    record Piece(Change change, String text) {}

    /// Only of clauses that differ, in the order of the later version; what it leaves out comes last.
    static List<Difference> between(List<Clause.Written> before, List<Clause.Written> after) {
        return Stream.concat(
                        after.stream().map(clause -> of(clause.title(), text(before, clause), clause.text())),
                        before.stream()
                                .filter(clause -> after.stream().noneMatch(other -> same(clause, other)))
                                .map(clause -> of(clause.title(), clause.text(), "")))
                .filter(Difference::differs)
                .toList();
    }

    private static String text(List<Clause.Written> before, Clause.Written clause) {
        return before.stream()
                .filter(other -> same(clause, other))
                .map(Clause.Written::text)
                .findFirst()
                .orElse("");
    }

    private static boolean same(Clause.Written one, Clause.Written other) {
        return one.id().equals(other.id())
                && (!one.id().isEmpty() || one.title().equals(other.title()));
    }

    private boolean differs() {
        return pieces.stream().anyMatch(piece -> piece.change() != Change.SAME);
    }

    /// Along the longest words that both have in common.
    static Difference of(String title, String before, String after) {
        var old = words(before);
        var now = words(after);
        var common = new int[old.length + 1][now.length + 1];
        for (var i = old.length - 1; i >= 0; i--) {
            for (var j = now.length - 1; j >= 0; j--) {
                common[i][j] =
                        old[i].equals(now[j]) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var pieces = new ArrayList<Piece>();
        var i = 0;
        var j = 0;
        while (i < old.length || j < now.length) {
            if (i < old.length && j < now.length && old[i].equals(now[j])) {
                add(pieces, Change.SAME, now[j]);
                i++;
                j++;
            } else if (j == now.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) {
                add(pieces, Change.GONE, old[i]);
                i++;
            } else {
                add(pieces, Change.NEW, now[j]);
                j++;
            }
        }
        return new Difference(title, List.copyOf(pieces));
    }

    private static void add(List<Piece> pieces, Change change, String word) {
        if (!pieces.isEmpty() && pieces.getLast().change() == change) {
            pieces.set(pieces.size() - 1, new Piece(change, pieces.getLast().text() + " " + word));
        } else {
            pieces.add(new Piece(change, word));
        }
    }

    private static String[] words(String text) {
        return text.isBlank() ? new String[0] : text.strip().split("\\s+", -1);
    }
}
