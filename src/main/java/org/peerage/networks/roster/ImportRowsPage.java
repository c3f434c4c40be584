package org.peerage.networks.roster;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.Networks;
import org.peerage.rosters.Column;
import org.peerage.rosters.Listed;
import org.peerage.web.Message;

/// The third step of an import: what would happen, row by row.
///
/// @param kind whether rows of one kind alone are looked at; `flawed` for those with cells that could not be read
/// @param flawed how many cells could not be read
record ImportRowsPage(
        Networks.Network network,
        Upload upload,
        Map<Roster.Kind, Integer> counts,
        int flawed,
        String kind,
        List<Row> rows,
        int page,
        int pages)
        implements Networks.Within {

    static final int ROWS = 50;
    static final String FLAWED = "flawed";

    /// @param facts what the row says of the leader; absent where it could not be read
    /// @param before what is known of them now, where that would change
    /// @param choice whether it can be left out, or taken after all
    record Row(
            int line,
            Roster.Kind kind,
            @Nullable LeaderFacts facts,
            @Nullable LeaderFacts before,
            List<Column> changes,
            int first,
            @Nullable Message problem,
            List<Listed.Flaw> flaws,
            boolean choice) {

        static Row of(Roster.Line line, List<Listed.Flaw> flaws) {
            return switch (line) {
                case Roster.Line.New(var number, var facts) ->
                    new Row(number, line.kind(), facts, null, List.of(), 0, null, flaws, true);
                case Roster.Line.Changed(var number, var _, var before, var facts, var changes) ->
                    new Row(number, line.kind(), facts, before, changes, 0, null, flaws, true);
                case Roster.Line.LeftOut(var number, var would) -> {
                    var row = of(would, flaws);
                    yield new Row(number, line.kind(), row.facts(), row.before(), row.changes(), 0, null, flaws, true);
                }
                case Roster.Line.Unchanged(var number, var facts) ->
                    new Row(number, line.kind(), facts, null, List.of(), 0, null, flaws, false);
                case Roster.Line.Repeated(var number, var facts, var first) ->
                    new Row(number, line.kind(), facts, null, List.of(), first, null, flaws, false);
                case Roster.Line.Unreadable(var number, var problem) ->
                    new Row(number, line.kind(), null, null, List.of(), 0, problem, flaws, false);
            };
        }

        String was(Column column) {
            var text = before == null ? "" : before.text(column);
            return text.isEmpty() ? "–" : text;
        }

        String becomes(Column column) {
            return Objects.requireNonNull(facts).text(column);
        }
    }

    /// @param page counts from 1; the last where there are not as many
    static ImportRowsPage of(Networks.Network network, Upload upload, Roster roster, String kind, int page) {
        var one = Roster.Kind.named(kind);
        var lines = roster.lines().stream()
                .filter(line -> kind.equals(FLAWED)
                        ? roster.flaws().containsKey(line.number())
                        : one.isEmpty() || line.kind() == one.get())
                .toList();
        var pages = Math.max(1, (lines.size() + ROWS - 1) / ROWS);
        var current = Math.clamp(page, 1, pages);
        return new ImportRowsPage(
                network,
                upload,
                roster.counts(),
                roster.flawed(),
                kind.equals(FLAWED) ? FLAWED : one.map(Roster.Kind::key).orElse(""),
                lines.stream()
                        .skip((current - 1L) * ROWS)
                        .limit(ROWS)
                        .map(line -> Row.of(line, roster.flaws().getOrDefault(line.number(), List.of())))
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
}
