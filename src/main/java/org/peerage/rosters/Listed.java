package org.peerage.rosters;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peerage.web.Message;

/// What one row of a list says: a leader, column by column as it will be stored, or why it says nobody.
public sealed interface Listed {

    int line();

    /// A cell that could not be read; what it was to say stays unknown.
    record Flaw(String heading, Message problem) {}

    record Somebody(int line, Map<Column, String> values, List<Flaw> flaws) implements Listed {

        public String text(Column column) {
            return values.getOrDefault(column, "");
        }
    }

    record Nobody(int line, Message problem) implements Listed {}

    static List<Listed> of(RosterTable table, Mapping mapping) {
        return table.rows().stream().map(row -> of(table, mapping, row)).toList();
    }

    private static Listed of(RosterTable table, Mapping mapping, RosterTable.Row row) {
        var width = table.headings().size();
        if (row.cells().size() != width) {
            return new Nobody(
                    row.line(), Message.of("rosters.wrong.cells", row.cells().size(), width));
        }
        var remark = Remarks.in(table, row);
        if (remark.isPresent()) {
            return new Nobody(row.line(), remark.get());
        }
        var values = new EnumMap<Column, String>(Column.class);
        var flaws = new ArrayList<Flaw>();
        for (var column : Column.values()) {
            var places = mapping.placesOf(column);
            if (!places.isEmpty()) {
                var cells = places.stream()
                        .map(place -> column.said(row.cells().get(place)))
                        .filter(cell -> !cell.isEmpty())
                        .toList();
                var cell = column.joint().isEmpty()
                        ? cells.stream().findFirst().orElse("")
                        : cells.stream().distinct().collect(Collectors.joining(column.joint()));
                switch (column.understood(cell)) {
                    case Column.Cell.Read(var text) -> values.put(column, text);
                    case Column.Cell.Unreadable(var problem) -> {
                        values.put(column, "");
                        flaws.add(new Flaw(table.heading(places.getFirst()), problem));
                    }
                }
            }
        }
        addressBesideName(values);
        return values.getOrDefault(Column.ORGANISATION, "").isEmpty()
                        && values.getOrDefault(Column.NAME, "").isEmpty()
                ? new Nobody(row.line(), Message.of("rosters.wrong.nameless"))
                : new Somebody(row.line(), values, List.copyOf(flaws));
    }

    /// "Ann Able <ann@example.org>" as the name says the address as well.
    private static void addressBesideName(Map<Column, String> values) {
        var name = values.getOrDefault(Column.NAME, "");
        CellText.addressIn(name).ifPresent(address -> {
            var alone = CellText.withoutAddress(name);
            values.put(Column.NAME, alone.isEmpty() ? name : alone);
            if (values.getOrDefault(Column.EMAIL, "").isEmpty()) {
                values.put(Column.EMAIL, address);
            }
        });
    }
}
