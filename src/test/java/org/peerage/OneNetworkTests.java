package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peerage.tenancy.PersonId;
import tools.jackson.databind.json.JsonMapper;

/// The tables can be distributed by network: each carries its network, its group, its room or its person, and no
/// statement that a route sends reaches for a row by less (`docs/operations.md`, growing).
class OneNetworkTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();

    /// What says in which network a row is; a room and a meeting are of one group, a group of one network. Rows
    /// that are somebody's own are reached by who they are.
    private static final Set<String> KEYS =
            Set.of("network_id", "group_id", "room_id", "meeting_id", "person_id", "chain");

    /// Tables that are the thing itself, or hang on a row which says where it is, and by what one reaches them.
    private static final Map<String, String> HANG = Map.ofEntries(
            Map.entry("networks.network", "id"),
            Map.entry("groups.group", "id"),
            Map.entry("rooms.room", "id"),
            Map.entry("live.topic", "id|audience_id"),
            Map.entry("live.event", "topic_id"),
            Map.entry("files.part", "file_id"),
            Map.entry("ballots.box", "ballot_id"),
            Map.entry("proposals.accepted", "proposal_id"),
            Map.entry("proposals.seat", "proposal_id"),
            Map.entry("proposals.what_if", "run_id|proposal_id"),
            Map.entry("selection.application", "prospect_id"),
            Map.entry("selection.move", "prospect_id"));

    /// Schemas of people, who may be in several networks, and of the instance: these stay in one place.
    private static final Set<String> IN_ONE_PLACE = Set.of("identity", "mail", "jobs", "database", "pg_catalog");

    @Test
    void everyTableCarriesItsNetworkItsGroupOrItsPersonOrHangsOnOneThatDoes() {
        var keyless = PEERAGE.column("""
                select n.nspname || '.' || c.relname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'
                  and c.relname <> 'flyway_history'
                  and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnotnull
                                    and a.attname = any (string_to_array('%s', ',')))
                """.formatted(String.join(",", KEYS)));
        assertThat(keyless)
                .as("tables that say nowhere in which network their rows are")
                .allMatch(table -> HANG.containsKey(table) || isInOnePlace(table));
        HANG.forEach(
                (table, columns) -> assertThat(PEERAGE.column("select column_name from information_schema.columns where"
                                + " is_nullable = 'NO' and table_schema || '.' || table_name = '" + table + "'"))
                        .as(table)
                        .containsAll(List.of(columns.split("\\|", -1))));
    }

    /// All routes, with what they are tried with by whoever may and by whoever may not, in the plans by which they were
    /// carried out.
    @Test
    void noStatementOfARouteReachesForRowsByLessThanTheirNetworkGroupOrPerson() throws IOException {
        var loose = new TreeMap<String, String>();
        var reached = new TreeSet<String>();
        var world = new AuthorityMatrix();
        for (var plan : asked(world, List.of(world.here.convener, world.here.chair(), world.here.members.getFirst()))) {
            for (var touched : Plans.touched(plan)) {
                reached.add(touched.table());
                if (!isInOnePlace(touched.table()) && !followsAKey(plan) && !bound(touched)) {
                    loose.put(touched.table() + ": " + plan.statement(), touched.conditions());
                }
            }
        }
        assertThat(loose).isEmpty();
        assertThat(reached).as("tables that the routes reach").hasSizeGreaterThan(90);
    }

    @Test
    void aStatementThatNamesNoNetworkIsSeen() {
        assertThat(explained("select * from networks.profile where name = 'Mara'"))
                .isNotEmpty()
                .noneMatch(OneNetworkTests::bound);
        assertThat(explained("select * from networks.profile p join networks.network n on n.id = p.network_id"
                        + " where n.id = gen_random_uuid()"))
                .hasSize(2)
                .allMatch(OneNetworkTests::bound);
        assertThat(explained("update groups.seat set name = '' where name = 'Mara'"))
                .isNotEmpty()
                .noneMatch(OneNetworkTests::bound);
    }

    private static List<Plans.Touched> explained(String statement) {
        var plan = JsonMapper.shared()
                .readTree(PEERAGE.column("explain (format json, verbose) " + statement)
                        .getFirst());
        return Plans.touched(new Plans.Plan(statement, plan.path(0).path("Plan")));
    }

    private static boolean isInOnePlace(String table) {
        return IN_ONE_PLACE.contains(table.substring(0, table.indexOf('.')));
    }

    /// PostgreSQL itself, from a row to the one that it names: both are of one group.
    private static boolean followsAKey(Plans.Plan plan) {
        return plan.statement().contains("FROM ONLY");
    }

    private static List<Plans.Plan> asked(AuthorityMatrix world, List<PersonId> people) throws IOException {
        try (var plans = new Plans(PEERAGE)) {
            for (var route : AuthorityMatrix.probed().toList()) {
                people.forEach(person -> world.ask(person, route));
            }
            return plans.of(people.stream().map(PersonId::toString).collect(Collectors.toSet()));
        }
    }

    private static boolean bound(Plans.Touched touched) {
        // A row that is written carries what the test of the tables asks for; nothing is found among no ids.
        if (touched.written() || touched.conditions().contains("= ANY ('{}'")) {
            return true;
        }
        var columns = HANG.containsKey(touched.table())
                ? String.join("|", KEYS) + "|" + HANG.get(touched.table())
                : String.join("|", KEYS);
        return Pattern.compile("\\b(" + columns + ")\\)? = |= \\w+\\.(" + columns + ")\\b")
                .matcher(touched.conditions())
                .find();
    }
}
