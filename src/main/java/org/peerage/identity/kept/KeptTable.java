package org.peerage.identity.kept;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A table that names people, as its module describes it in a line of three or four cells: the table; the
/// columns that name somebody; the columns that go out to whoever is named, or `-` and the reason why none
/// does; what erasing does. A column behind `~` names somebody, and its rows are another's: a letter is told to
/// whoever gets it and not to whoever wrote it.
///
/// @param keptBack why nothing of it goes out; empty where something does
/// @param rules what becomes of its rows when somebody is erased, `COLUMN delete` or `COLUMN set … if …`;
/// without one they stay
record KeptTable(String table, List<String> naming, List<String> columns, String keptBack, List<String> rules) {

    private static final Pattern TABLE = Pattern.compile("[a-z_]+\\.[a-z_]+");
    private static final Pattern COLUMN = Pattern.compile("~?[a-z_]+");
    private static final Pattern RULE = Pattern.compile("([a-z_]+) (?:(delete)|set (.+?)(?: if (.+))?)");

    KeptTable {
        naming = List.copyOf(naming);
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
    }

    /// Reads one line.
    ///
    /// @param module whose file the line is from; it describes no table of another
    static KeptTable parse(String module, String line) {
        var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if ((cells.size() != 3 && cells.size() != 4)
                || !TABLE.matcher(cells.getFirst()).matches()
                || !cells.getFirst().startsWith(module + ".")) {
            throw new IllegalStateException("personal/" + module + ".txt: not a table of it: " + line);
        }
        var out = cells.get(2);
        var back = out.startsWith("-");
        return new KeptTable(
                cells.getFirst(),
                words(cells.get(1)),
                back ? List.of() : words(out),
                back ? out.substring(1).strip() : "",
                cells.size() == 3
                        ? List.of()
                        : Arrays.stream(cells.get(3).split(";", -1))
                                .map(String::strip)
                                .toList());
    }

    private static List<String> words(String cell) {
        var words = List.of(cell.split(" +", -1));
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

    /// The statements that take a person out of it.
    List<String> erasing() {
        return rules.stream().map(this::statement).toList();
    }

    /// `rows set … if …` finds the rows by its condition alone.
    private String statement(String rule) {
        var parts = RULE.matcher(rule);
        if (!parts.matches()) {
            throw new IllegalStateException(table + ": not a rule: " + rule);
        }
        var names = quoted(table.split("\\.", 2), ".");
        var theirs = " where cast(\"" + parts.group(1) + "\" as text) = :person";
        if (parts.group(2) != null) {
            return "delete from " + names + theirs;
        }
        var update = "update " + names + " set " + parts.group(3);
        if ("rows".equals(parts.group(1)) && parts.group(4) != null) {
            return update + " where " + parts.group(4);
        }
        return update + theirs + (parts.group(4) == null ? "" : " and " + parts.group(4));
    }

    private static String quoted(String[] names, String between) {
        return Arrays.stream(names).map(name -> "\"" + name + "\"").collect(Collectors.joining(between));
    }
}
