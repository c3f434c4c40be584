package org.peerage.networks.roster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.networks.Column;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.Networks;
import org.peerage.web.Message;

/// The third step of an import: what would happen, row by row.
///
/// @param kind whether rows of one kind alone are looked at
record ImportRowsPage(
        Networks.Network network,
        Upload upload,
        Map<Roster.Kind, Integer> counts,
        Optional<Roster.Kind> kind,
        List<Row> rows,
        int page,
        int pages) {

    static final int ROWS = 50;

    /// @param facts what the row says of the leader; absent where it could not be read
    record Row(
            int line,
            Roster.Kind kind,
            @Nullable LeaderFacts facts,
            List<Column> changes,
            int first,
            String heading,
            @Nullable Message problem) {

        static Row of(Roster.Line line) {
            return switch (line) {
                case Roster.Line.New(var number, var facts) ->
                    new Row(number, line.kind(), facts, List.of(), 0, "", null);
                case Roster.Line.Changed changed ->
                    new Row(changed.number(), line.kind(), changed.facts(), changed.changes(), 0, "", null);
                case Roster.Line.Unchanged(var number, var facts) ->
                    new Row(number, line.kind(), facts, List.of(), 0, "", null);
                case Roster.Line.Repeated(var number, var facts, var first) ->
                    new Row(number, line.kind(), facts, List.of(), first, "", null);
                case Roster.Line.Unreadable(var number, var heading, var problem) ->
                    new Row(number, line.kind(), null, List.of(), 0, heading, problem);
            };
        }
    }

    /// @param page counts from 1; the last where there are not as many
    static ImportRowsPage of(
            Networks.Network network, Upload upload, Roster roster, Optional<Roster.Kind> kind, int page) {
        var lines = roster.lines().stream()
                .filter(line -> kind.isEmpty() || line.kind() == kind.get())
                .toList();
        var pages = Math.max(1, (lines.size() + ROWS - 1) / ROWS);
        var current = Math.clamp(page, 1, pages);
        return new ImportRowsPage(
                network,
                upload,
                roster.counts(),
                kind,
                lines.stream()
                        .skip((current - 1L) * ROWS)
                        .limit(ROWS)
                        .map(Row::of)
                        .toList(),
                current,
                pages);
    }

    int count(Roster.Kind of) {
        return counts.getOrDefault(of, 0);
    }

    int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    int written() {
        return count(Roster.Kind.NEW) + count(Roster.Kind.CHANGED);
    }

    String address(String of, int at) {
        return "/networks/" + network.id() + "/import/" + upload.id() + "/rows?kind=" + of
                + (at == 1 ? "" : "&page=" + at);
    }

    String kindKey() {
        return kind.map(Roster.Kind::key).orElse("");
    }
}
