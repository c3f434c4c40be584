package org.peerage.networks.directory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.peerage.networks.LeaderFacts;
import org.peerage.rosters.Column;
import org.peerage.web.Message;
import org.peerage.web.Name;

/// People as somebody types them from their head or pastes them from a mail: a name, an address if there is one, and
/// after it organisation and role. On a line each, or in one line as a mail program joins them.
record Introductions(List<Line> lines) {

    /// More than this many is a roster.
    static final int MOST = 200;

    /// Characters. Looking for an address takes the square of a line's length: a longer one is nobody.
    static final int LONGEST = 1_000;

    private static final int HEAD = 80;

    private static final Pattern ADDRESS = Pattern.compile("<?\\s*([^@\\s,;<>\"]+@[^@\\s,;<>\"]+)\\s*>?");
    private static final Pattern BETWEEN_PEOPLE = Pattern.compile(
            "\\R" + "|(?<=>)\\s*;(?=[^;<>]*<)|(?<=>)\\s*,(?=[^;,<>]*<)" + "|(?<=@[^\\s,;<>\"]{1,200})\\s*;(?=[^;]*@)");
    private static final Pattern BETWEEN_CELLS = Pattern.compile("[\\t;,]");

    sealed interface Line {

        /// What was typed.
        String text();
    }

    record Read(String text, LeaderFacts facts) implements Line {}

    record Unreadable(String text, Message problem) implements Line {

        /// Enough of it to be found again.
        String head() {
            return text.length() <= HEAD ? text : text.substring(0, HEAD) + "…";
        }
    }

    static Introductions of(String typed) {
        var lines = new ArrayList<Line>();
        for (var person : BETWEEN_PEOPLE.split(typed, -1)) {
            var text = person.strip();
            if (!text.isEmpty()) {
                lines.add(line(text));
            }
        }
        return new Introductions(List.copyOf(lines));
    }

    private static Line line(String text) {
        if (text.length() > LONGEST) {
            return new Unreadable(text, Message.of("networks.people.wrong.long", LONGEST));
        }
        var address = ADDRESS.matcher(text);
        if (!address.find()) {
            return read(text, cells(text), Optional.empty());
        }
        var before = text.substring(0, address.start()).strip().replaceAll("[,;\\t]+$", "");
        var after = text.substring(address.end());
        var cells = new ArrayList<String>();
        if (address.group().startsWith("<")) {
            cells.add(straight(before));
        } else {
            cells(before).stream().filter(cell -> !cell.isEmpty()).forEach(cells::add);
        }
        cells(after).stream().filter(cell -> !cell.isEmpty()).forEach(cells::add);
        return read(text, cells, Optional.of(address.group(1)));
    }

    /// A mail program writes `"Sousa, Ana" <ana@…>`: the family name first.
    private static String straight(String name) {
        var plain = name.replace("\"", "").strip();
        var halves = plain.split(",", -1);
        return halves.length == 2 ? halves[1].strip() + " " + halves[0].strip() : plain;
    }

    private static List<String> cells(String text) {
        return BETWEEN_CELLS
                .splitAsStream(text)
                .map(cell -> cell.replace("\"", "").strip())
                .toList();
    }

    private static Line read(String text, List<String> cells, Optional<String> address) {
        Map<Column, String> typed = new EnumMap<>(Column.class);
        typed.put(Column.NAME, cell(cells, 0));
        typed.put(Column.ORGANISATION, cell(cells, 1));
        typed.put(Column.ROLE_TITLE, cell(cells, 2));
        address.ifPresent(found -> typed.put(Column.EMAIL, found));
        if (!Name.accepts(cell(cells, 0), 120)) {
            return new Unreadable(text, Message.of("networks.people.wrong.name"));
        }
        var facts = new LeaderFacts(Map.of());
        for (var column : typed.entrySet()) {
            switch (column.getKey().read(column.getValue())) {
                case Column.Cell.Read(var value) -> facts = facts.with(column.getKey(), value);
                case Column.Cell.Unreadable(var problem) -> {
                    return new Unreadable(text, problem);
                }
            }
        }
        return new Read(text, facts);
    }

    private static String cell(List<String> cells, int number) {
        return number < cells.size() ? cells.get(number) : "";
    }
}
