package org.peerage.identity.kept;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A table that names people, as its module describes it in a line of three or four cells: the table; the
/// columns that name somebody; the columns that go out to whoever is named, or `-` and the reason why none
/// does; what erasing does. A column behind `~` names somebody, and its rows are another's: a letter is told to
/// whoever gets it and not to whoever wrote it.
///
/// @param keptBack why nothing of it goes out; empty where something does
/// @param rules what becomes of its rows when somebody is erased: `COLUMN delete` or `COLUMN set …`, either with
/// `if …`; without one they stay. With `rows` in place of the column the condition alone finds them; `in TABLE`
/// before it means a table of a lower floor. `COLUMN forbids if …`: as long as there is such a row, nobody is erased
record KeptTable(String table, List<String> naming, List<String> columns, String keptBack, List<String> rules) {

    private static final Pattern TABLE = Pattern.compile("[a-z_]+\\.[a-z_]+");
    private static final Pattern COLUMN = Pattern.compile("~?[a-z_]+");
    private static final Pattern RULE = Pattern.compile(
            "(?:in (?<lower>[a-z_]+\\.[a-z_]+) )?(?<column>[a-z_]+) (?:(?<word>delete|forbids)|set (?<values>.+?))"
                    + "(?: if (?<condition>.+))?");
    private static final String BY_CONDITION = "rows";

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
        var names = name(table);
        var own = naming.stream()
                .filter(column -> !column.startsWith("~"))
                .map(column -> "\"" + column + "\"")
                .collect(Collectors.joining(", "));
        return "select cast(to_jsonb(mine) as text) from (select " + quoted(columns.toArray(String[]::new), ", ")
                + " from " + names + " where cast(:me as uuid) in (" + own + ")) mine order by 1";
    }

    /// The statements that take a person out of it.
    ///
    /// @param byCondition those that look elsewhere for what they change, or those that find it by the person
    List<String> erasing(boolean byCondition) {
        return rules.stream()
                .map(this::rule)
                .filter(rule -> !"forbids".equals(rule.group("word")))
                .filter(rule -> BY_CONDITION.equals(rule.group("column")) == byCondition)
                .map(this::statement)
                .toList();
    }

    /// How many rows keep somebody from being erased, as queries that lock those of the person first.
    List<String> forbidding() {
        return rules.stream()
                .map(this::rule)
                .filter(rule -> "forbids".equals(rule.group("word")))
                .map(rule -> "with theirs as materialized (select * from " + name(table) + theirs(rule)
                        + " for update) select count(*) from theirs where " + rule.group("condition"))
                .toList();
    }

    private Matcher rule(String text) {
        var parts = RULE.matcher(text);
        if (!parts.matches()
                || (parts.group("condition") == null
                        && (BY_CONDITION.equals(parts.group("column")) || "forbids".equals(parts.group("word"))))) {
            throw new IllegalStateException(table + ": not a rule: " + text);
        }
        return parts;
    }

    private String statement(Matcher rule) {
        var lower = rule.group("lower");
        var names = name(lower == null ? table : lower);
        var begun = rule.group("values") == null
                ? "delete from " + names
                : "update " + names + " set " + rule.group("values");
        if (BY_CONDITION.equals(rule.group("column"))) {
            return begun + " where " + rule.group("condition");
        }
        return begun + theirs(rule) + (rule.group("condition") == null ? "" : " and " + rule.group("condition"));
    }

    private static String theirs(Matcher rule) {
        return " where cast(\"" + rule.group("column") + "\" as text) = :person";
    }

    private static String name(String table) {
        return quoted(table.split("\\.", 2), ".");
    }

    private static String quoted(String[] names, String between) {
        return Arrays.stream(names).map(name -> "\"" + name + "\"").collect(Collectors.joining(between));
    }
}
