package org.peerage.identity.kept;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A table that names people, as its module describes it in a line of three cells: the table; the columns that name
/// somebody; the columns that go out to whoever is named, or `-` and the reason why none does. A column behind `~`
/// names
/// somebody, and its rows are another's: a letter is told to whoever gets it and not to whoever wrote it.
///
/// @param keptBack why nothing of it goes out; empty where something does
record KeptTable(String table, List<String> naming, List<String> columns, String keptBack) {

    private static final Pattern TABLE = Pattern.compile("[a-z_]+\\.[a-z_]+");
    private static final Pattern COLUMN = Pattern.compile("~?[a-z_]+");

    KeptTable {
        naming = List.copyOf(naming);
        columns = List.copyOf(columns);
    }

    /// @param module whose file the line is from; it describes no table of another
    static KeptTable parse(String module, String line) {
        var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != 3
                || !TABLE.matcher(cells.getFirst()).matches()
                || !cells.getFirst().startsWith(module + ".")) {
            throw new IllegalStateException("personal/" + module + ".txt: not a table of it: " + line);
        }
        var back = cells.getLast().startsWith("-");
        return new KeptTable(
                cells.getFirst(),
                words(cells.get(1)),
                back ? List.of() : words(cells.getLast()),
                back ? cells.getLast().substring(1).strip() : "");
    }

    private static List<String> words(String cell) {
        var words = List.of(cell.split(" +"));
        if (!words.stream().allMatch(word -> COLUMN.matcher(word).matches())) {
            throw new IllegalStateException("not columns: " + cell);
        }
        return words;
    }

    boolean goesOut() {
        return keptBack.isEmpty();
    }

    /// The rows that name whoever acts, each as a JSON object.
    String query() {
        var names = quoted(table.split("\\.", 2), ".");
        var own = naming.stream()
                .filter(column -> !column.startsWith("~"))
                .map(column -> "\"" + column + "\"")
                .collect(Collectors.joining(", "));
        return "select cast(to_jsonb(mine) as text) from (select " + quoted(columns.toArray(String[]::new), ", ")
                + " from " + names + " where cast(:me as uuid) in (" + own + ")) mine order by 1";
    }

    private static String quoted(String[] names, String between) {
        return Arrays.stream(names).map(name -> "\"" + name + "\"").collect(Collectors.joining(between));
    }
}
