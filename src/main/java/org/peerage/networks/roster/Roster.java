package org.peerage.networks.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peerage.networks.Column;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.ProfileId;
import org.peerage.web.Message;

/// What an import would do, row by row. A leader is recognised by the external id, or by organisation and name; of
/// several who have these in common, by the address. A company of the same name in another place is another one.
///
/// Columns that the file does not have stay as they are. What a person who has taken their seat says about themselves
/// (name, role, e-mail, time zone) is theirs: no file changes it.
record Roster(List<Line> lines) {

    private static final Set<Column> OWN = Set.of(Column.NAME, Column.ROLE_TITLE, Column.EMAIL, Column.TIME_ZONE);

    /// A leader the directory has already.
    record Known(ProfileId id, boolean taken, LeaderFacts facts) {}

    public sealed interface Line {
        int number();

        record New(int number, LeaderFacts facts) implements Line {}

        record Changed(int number, ProfileId profile, LeaderFacts facts, List<Column> changes) implements Line {}

        record Unchanged(int number, LeaderFacts facts) implements Line {}

        record Repeated(int number, LeaderFacts facts, int first) implements Line {}

        record Unreadable(int number, String heading, Message problem) implements Line {}

        default Kind kind() {
            return switch (this) {
                case New _ -> Kind.NEW;
                case Changed _ -> Kind.CHANGED;
                case Unchanged _ -> Kind.UNCHANGED;
                case Repeated _ -> Kind.REPEATED;
                case Unreadable _ -> Kind.UNREADABLE;
            };
        }
    }

    public enum Kind {
        NEW,
        CHANGED,
        UNCHANGED,
        REPEATED,
        UNREADABLE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> named(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }
    }

    /// @param chiefExecutive the role of whoever leads an organisation and is not known by name
    static Roster of(RosterTable table, Mapping mapping, List<Known> directory, String chiefExecutive) {
        return new Roster(new Comparison(table, mapping, directory, chiefExecutive).lines());
    }

    Map<Kind, Integer> counts() {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) {
            counts.put(kind, 0);
        }
        lines.forEach(line -> counts.merge(line.kind(), 1, Integer::sum));
        return counts;
    }

    private static final class Comparison {

        private final RosterTable table;
        private final Mapping mapping;
        private final String chiefExecutive;
        private final Map<String, Known> byExternalId = new HashMap<>();
        private final Map<String, List<Known>> byName = new HashMap<>();
        private final Map<String, List<Known>> takenByOrganisation = new HashMap<>();
        private final Map<String, Integer> seen = new HashMap<>();
        private final Map<ProfileId, Integer> matched = new HashMap<>();

        /// Names of several people in this file, whom their addresses tell apart.
        private final Set<String> namesakes = new HashSet<>();

        Comparison(RosterTable table, Mapping mapping, List<Known> directory, String chiefExecutive) {
            this.table = table;
            this.mapping = mapping;
            this.chiefExecutive = chiefExecutive;
            for (var known : directory) {
                if (!known.facts().text(Column.EXTERNAL_ID).isEmpty()) {
                    byExternalId.put(known.facts().text(Column.EXTERNAL_ID), known);
                }
                byName.computeIfAbsent(nameKey(known.facts()), _ -> new ArrayList<>())
                        .add(known);
                if (known.taken()) {
                    takenByOrganisation
                            .computeIfAbsent(organisationKey(known.facts()), _ -> new ArrayList<>())
                            .add(known);
                }
            }
        }

        List<Line> lines() {
            var addresses = new HashMap<String, Set<String>>();
            for (var row : table.rows()) {
                if (row.cells().size() == table.headings().size()) {
                    var key = nameKey(new LeaderFacts(Map.of(
                            Column.ORGANISATION, cell(row, Column.ORGANISATION), Column.NAME, cell(row, Column.NAME))));
                    addresses
                            .computeIfAbsent(key, _ -> new HashSet<>())
                            .add(cell(row, Column.EMAIL).toLowerCase(Locale.ROOT));
                }
            }
            addresses.forEach((key, some) -> {
                some.remove("");
                if (some.size() > 1) {
                    namesakes.add(key);
                }
            });
            return table.rows().stream().map(this::line).toList();
        }

        private String cell(RosterTable.Row row, Column column) {
            var place = mapping.places().get(column);
            return place == null ? "" : row.cells().get(place).strip();
        }

        /// In this file, whom a row without an id is about.
        private String rowKey(LeaderFacts facts) {
            var name = nameKey(facts);
            return namesakes.contains(name) ? name + "\u0000" + facts.text(Column.EMAIL) : name;
        }

        private Line line(RosterTable.Row row) {
            var width = table.headings().size();
            if (row.cells().size() != width) {
                return unreadable(
                        row,
                        "",
                        Message.of("networks.import.wrong.cells", row.cells().size(), width));
            }
            var values = new EnumMap<Column, String>(Column.class);
            for (var column : Column.values()) {
                var place = mapping.places().get(column);
                if (place != null) {
                    switch (column.read(row.cells().get(place))) {
                        case Column.Cell.Read(var text) -> values.put(column, text);
                        case Column.Cell.Unreadable(var problem) -> {
                            return unreadable(row, table.heading(place), problem);
                        }
                    }
                }
            }
            var facts = new LeaderFacts(values);
            if (facts.text(Column.ORGANISATION).isEmpty()
                    && facts.text(Column.NAME).isEmpty()) {
                return unreadable(row, "", Message.of("networks.import.wrong.nameless"));
            }
            var id = facts.text(Column.EXTERNAL_ID);
            var first = seen.putIfAbsent(id.isEmpty() ? rowKey(facts) : "id " + id, row.line());
            if (first != null) {
                return new Line.Repeated(row.line(), facts, first);
            }
            var candidates = candidates(facts);
            if (candidates.size() > 1) {
                return unreadable(row, "", Message.of("networks.import.wrong.several", candidates.size()));
            }
            if (candidates.isEmpty()) {
                return new Line.New(row.line(), withRole(facts));
            }
            var known = candidates.getFirst();
            first = matched.putIfAbsent(known.id(), row.line());
            return first != null ? new Line.Repeated(row.line(), facts, first) : compared(row, facts, known);
        }

        private List<Known> candidates(LeaderFacts facts) {
            var id = facts.text(Column.EXTERNAL_ID);
            if (!id.isEmpty()) {
                var known = byExternalId.get(id);
                return known != null
                        ? List.of(known)
                        : byName.getOrDefault(nameKey(facts), List.of()).stream()
                                .filter(other ->
                                        other.facts().text(Column.EXTERNAL_ID).isEmpty())
                                .limit(1)
                                .toList();
            }
            var named = sameOne(facts, byName.getOrDefault(nameKey(facts), List.of()));
            if (named.isEmpty() && facts.text(Column.NAME).isEmpty()) {
                return takenByOrganisation.getOrDefault(organisationKey(facts), List.of());
            }
            return named;
        }

        /// Of those who have the name in common: those who may be meant.
        private List<Known> sameOne(LeaderFacts facts, List<Known> named) {
            var email = facts.text(Column.EMAIL);
            var byAddress = named.stream()
                    .filter(known ->
                            !email.isEmpty() && known.facts().text(Column.EMAIL).equalsIgnoreCase(email))
                    .toList();
            if (!byAddress.isEmpty()) {
                return byAddress;
            }
            return named.stream()
                    .filter(known -> !namesakes.contains(nameKey(facts))
                            || known.facts().text(Column.EMAIL).isEmpty())
                    .filter(known -> !facts.text(Column.NAME).isEmpty() || !elsewhere(facts, known.facts()))
                    .toList();
        }

        private static boolean elsewhere(LeaderFacts one, LeaderFacts other) {
            var here = LeaderFacts.plain(one.text(Column.PLACE));
            var there = LeaderFacts.plain(other.text(Column.PLACE));
            return !here.isEmpty() && !there.isEmpty() && !here.equals(there);
        }

        private static Line compared(RosterTable.Row row, LeaderFacts facts, Known known) {
            var after = known.facts();
            var changes = new ArrayList<Column>();
            for (var column : facts.values().keySet().stream().sorted().toList()) {
                var text = facts.text(column);
                var theirs = known.taken() && OWN.contains(column);
                var lost = text.isEmpty() && (column == Column.ROLE_TITLE || column == Column.EXTERNAL_ID);
                if (!theirs && !lost && !text.equals(after.text(column))) {
                    after = after.with(column, text);
                    changes.add(column);
                }
            }
            return changes.isEmpty()
                    ? new Line.Unchanged(row.line(), after)
                    : new Line.Changed(row.line(), known.id(), after, changes);
        }

        private LeaderFacts withRole(LeaderFacts facts) {
            return facts.text(Column.NAME).isEmpty()
                            && facts.text(Column.ROLE_TITLE).isEmpty()
                    ? facts.with(Column.ROLE_TITLE, chiefExecutive)
                    : facts;
        }

        private static Line unreadable(RosterTable.Row row, String heading, Message problem) {
            return new Line.Unreadable(row.line(), heading, problem);
        }

        private static String nameKey(LeaderFacts facts) {
            return "name " + organisationKey(facts) + "\u0000" + LeaderFacts.plain(facts.text(Column.NAME));
        }

        private static String organisationKey(LeaderFacts facts) {
            return LeaderFacts.plain(facts.text(Column.ORGANISATION));
        }
    }
}
