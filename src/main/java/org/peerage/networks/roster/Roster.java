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
import java.util.regex.Pattern;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.ProfileId;
import org.peerage.rosters.Column;
import org.peerage.rosters.Listed;
import org.peerage.rosters.Mapping;
import org.peerage.rosters.RosterTable;
import org.peerage.web.Message;

/// What an import would do, row by row. A leader is recognised by the external id, else by the address, else by person
/// and organisation. A company of the same name in another place is another one.
///
/// Columns that the file does not have, and empty cells, leave everything as it is. What a person who has taken their
/// seat says about themselves (name, role, e-mail, time zone) is theirs: no file changes it.
///
/// @param flaws cells that could not be read, by the line of their row
record Roster(List<Line> lines, Map<Integer, List<Listed.Flaw>> flaws) {

    private static final Set<Column> OWN = Set.of(Column.NAME, Column.ROLE_TITLE, Column.EMAIL, Column.TIME_ZONE);

    /// A leader the directory has already.
    record Known(ProfileId id, boolean taken, LeaderFacts facts) {}

    public sealed interface Line {
        int number();

        record New(int number, LeaderFacts facts) implements Line {}

        record Changed(int number, ProfileId profile, LeaderFacts before, LeaderFacts facts, List<Column> changes)
                implements Line {}

        record Unchanged(int number, LeaderFacts facts) implements Line {}

        record Repeated(int number, LeaderFacts facts, int first) implements Line {}

        /// Somebody decided that it changes nothing.
        record LeftOut(int number, Line would) implements Line {}

        record Unreadable(int number, Message problem) implements Line {}

        default Kind kind() {
            return switch (this) {
                case New _ -> Kind.NEW;
                case Changed _ -> Kind.CHANGED;
                case Unchanged _ -> Kind.UNCHANGED;
                case Repeated _ -> Kind.REPEATED;
                case LeftOut _ -> Kind.LEFT_OUT;
                case Unreadable _ -> Kind.UNREADABLE;
            };
        }
    }

    public enum Kind {
        NEW,
        CHANGED,
        UNCHANGED,
        REPEATED,
        LEFT_OUT,
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
        var listed = Listed.of(table, mapping);
        var flaws = new HashMap<Integer, List<Listed.Flaw>>();
        for (var row : listed) {
            if (row instanceof Listed.Somebody somebody && !somebody.flaws().isEmpty()) {
                flaws.put(row.line(), somebody.flaws());
            }
        }
        return new Roster(new Comparison(listed, directory, chiefExecutive).lines(), Map.copyOf(flaws));
    }

    /// With what somebody decided row by row.
    Roster without(Set<Integer> leftOut) {
        return new Roster(
                lines.stream()
                        .map(line -> leftOut.contains(line.number())
                                        && (line instanceof Line.New || line instanceof Line.Changed)
                                ? new Line.LeftOut(line.number(), line)
                                : line)
                        .toList(),
                flaws);
    }

    /// How many cells could not be read.
    int flawed() {
        return flaws.values().stream().mapToInt(List::size).sum();
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

        /// An office has these, not a person.
        private static final Pattern SHARED = Pattern.compile(
                "(info|office|contact|hello|kontakt|mail|admin|sales|team|post|ceo|hola|contacto|contato"
                        + "|accueil|bonjour|direction|verwaltung|zentrale|sekretariat|empfang|reception|service|support"
                        + "|enquiries|welcome)@.*");

        private final List<Listed> listed;
        private final String chiefExecutive;
        private final Map<String, Known> byExternalId = new HashMap<>();
        private final Map<String, List<Known>> byAddress = new HashMap<>();
        private final Map<String, List<Known>> byName = new HashMap<>();
        private final Map<String, List<Known>> takenByOrganisation = new HashMap<>();
        private final Map<String, Integer> seen = new HashMap<>();
        private final Map<ProfileId, Integer> matched = new HashMap<>();

        /// Addresses under which this file has several people.
        private final Set<String> shared = new HashSet<>();

        /// Names of several people in this file, whom their addresses tell apart.
        private final Set<String> namesakes = new HashSet<>();

        Comparison(List<Listed> listed, List<Known> directory, String chiefExecutive) {
            this.listed = listed;
            this.chiefExecutive = chiefExecutive;
            for (var known : directory) {
                var id = known.facts().text(Column.EXTERNAL_ID);
                if (!id.isEmpty()) {
                    byExternalId.put(id, known);
                }
                add(byAddress, known.facts().text(Column.EMAIL), known);
                add(byName, nameKey(known.facts()), known);
                if (known.taken()) {
                    add(takenByOrganisation, organisationKey(known.facts()), known);
                }
            }
        }

        private static void add(Map<String, List<Known>> index, String key, Known known) {
            if (!key.isEmpty()) {
                index.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(known);
            }
        }

        List<Line> lines() {
            var addresses = new HashMap<String, String>();
            var names = new HashMap<String, String>();
            for (var row : listed) {
                if (row instanceof Listed.Somebody(var _, var values, var _)) {
                    var facts = new LeaderFacts(values);
                    var address = facts.text(Column.EMAIL);
                    var name = address.isEmpty() ? "" : nameKey(facts);
                    var other = address.isEmpty() ? null : names.putIfAbsent(address, name);
                    if (other != null && !other.equals(name)) {
                        shared.add(address);
                    }
                    var before = address.isEmpty() ? null : addresses.putIfAbsent(name, address);
                    if (before != null && !before.equals(address)) {
                        namesakes.add(name);
                    }
                }
            }
            return listed.stream().map(this::line).toList();
        }

        /// In this file, whom a row without an id is about.
        private String rowKey(LeaderFacts facts, String name) {
            if (facts.text(Column.NAME).isEmpty()) {
                return name + "\u0000" + LeaderFacts.plain(Whereabouts.of(facts));
            }
            return namesakes.contains(name) ? name + "\u0000" + facts.text(Column.EMAIL) : name;
        }

        private Line line(Listed row) {
            return switch (row) {
                case Listed.Nobody(var number, var problem) -> new Line.Unreadable(number, problem);
                case Listed.Somebody(var number, var values, var _) -> line(number, new LeaderFacts(values));
            };
        }

        private Line line(int number, LeaderFacts facts) {
            var id = facts.text(Column.EXTERNAL_ID);
            var name = nameKey(facts);
            var first = seen.putIfAbsent(id.isEmpty() ? rowKey(facts, name) : "id " + id, number);
            if (first != null) {
                return new Line.Repeated(number, facts, first);
            }
            var candidates = candidates(facts, name);
            if (candidates.size() > 1) {
                return new Line.Unreadable(number, Message.of("networks.import.wrong.several", candidates.size()));
            }
            if (candidates.isEmpty()) {
                return new Line.New(number, withRole(facts));
            }
            var known = candidates.getFirst();
            first = matched.putIfAbsent(known.id(), number);
            return first != null ? new Line.Repeated(number, facts, first) : compared(number, facts, known);
        }

        private List<Known> candidates(LeaderFacts facts, String name) {
            var id = facts.text(Column.EXTERNAL_ID);
            var byId = byExternalId.get(id);
            if (byId != null) {
                return List.of(byId);
            }
            // Whoever has another id of the convener's own is somebody else.
            var known = byAddress.getOrDefault(facts.text(Column.EMAIL), List.of()).stream()
                    .filter(other -> free(id, other) && mayBe(facts, name, other))
                    .toList();
            if (known.size() == 1) {
                return known;
            }
            var named = byName.getOrDefault(name, List.of()).stream()
                    .filter(other -> free(id, other))
                    .toList();
            var same = sameOne(facts, name, named);
            if (!id.isEmpty()) {
                return same.stream().limit(1).toList();
            }
            return same.isEmpty() && facts.text(Column.NAME).isEmpty()
                    ? takenByOrganisation.getOrDefault(organisationKey(facts), List.of()).stream()
                            .filter(other -> !Whereabouts.differ(facts, other.facts()))
                            .toList()
                    : same;
        }

        private static boolean free(String id, Known other) {
            return id.isEmpty() || other.facts().text(Column.EXTERNAL_ID).isEmpty();
        }

        /// An address that an office or two people share tells nobody apart; under it only the name does.
        private boolean mayBe(LeaderFacts facts, String name, Known other) {
            var address = facts.text(Column.EMAIL);
            return !(SHARED.matcher(address).matches() || shared.contains(address))
                    || name.equals(nameKey(other.facts()));
        }

        /// Of those who have the name in common: those who may be meant.
        private List<Known> sameOne(LeaderFacts facts, String name, List<Known> named) {
            var email = facts.text(Column.EMAIL);
            var sameAddress = named.stream()
                    .filter(known ->
                            !email.isEmpty() && known.facts().text(Column.EMAIL).equalsIgnoreCase(email))
                    .toList();
            if (!sameAddress.isEmpty()) {
                return sameAddress;
            }
            return named.stream()
                    .filter(known -> !namesakes.contains(name)
                            || known.facts().text(Column.EMAIL).isEmpty())
                    .filter(known -> !facts.text(Column.NAME).isEmpty() || !Whereabouts.differ(facts, known.facts()))
                    .toList();
        }

        private static Line compared(int number, LeaderFacts facts, Known known) {
            var after = known.facts();
            var changes = new ArrayList<Column>();
            for (var column : facts.values().keySet().stream().sorted().toList()) {
                var text = facts.text(column);
                var theirs = known.taken() && OWN.contains(column);
                if (!theirs && !text.isEmpty() && !text.equals(after.text(column))) {
                    after = after.with(column, text);
                    changes.add(column);
                }
            }
            return changes.isEmpty()
                    ? new Line.Unchanged(number, after)
                    : new Line.Changed(number, known.id(), known.facts(), after, changes);
        }

        private LeaderFacts withRole(LeaderFacts facts) {
            return facts.text(Column.NAME).isEmpty()
                            && facts.text(Column.ROLE_TITLE).isEmpty()
                    ? facts.with(Column.ROLE_TITLE, chiefExecutive)
                    : facts;
        }

        private static String nameKey(LeaderFacts facts) {
            return "name " + organisationKey(facts) + "\u0000" + LeaderFacts.plain(facts.text(Column.NAME));
        }

        private static String organisationKey(LeaderFacts facts) {
            return LeaderFacts.plain(facts.text(Column.ORGANISATION));
        }
    }
}
