package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// Every table that the program may read holds a row of a group elsewhere, and nobody from here sees one of
/// them. The rows are made by the superuser out of the catalogue alone, so a table of tomorrow is filled and
/// tried as well; they are in one transaction that is never kept.
class IsolationTests {

    private static final Pattern PERSON = Pattern.compile(
            "(.*_)?(person|actor|presenter|witness|deputy|facilitator|issued|said|asked|made|set|opened|formed|founded"
                    + "|posted|picked|approved|accepted|kept|reporter|handler|accused)(_person)?(_id|_by)");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final GroupFixture here = GroupFixture.aGroup().with(2).inAnOpenRoom();
    private final GroupFixture elsewhere = GroupFixture.aGroup().with(2).inAnOpenRoom();
    private final UUID thing = Ids.next();
    private final Connection superuser = new Superuser(peerage).connection();
    private final Map<String, List<Column>> tables = new LinkedHashMap<>();

    /// @param mark what says in this column that the row is of the group elsewhere; null where it says nothing
    private record Column(
            String name,
            String type,
            boolean given,
            @Nullable String mark,
            @Nullable String allowed) {

        String value() {
            if (mark != null) {
                return "'" + mark + "'";
            }
            return switch (type) {
                case "boolean" -> "true";
                case "integer", "bigint", "smallint", "double precision", "numeric", "real" -> "1";
                case "timestamp with time zone", "timestamp without time zone" -> "now()";
                case "date" -> "current_date";
                case "bytea" -> "'\\x00'";
                case "json", "jsonb" -> "'{}'";
                case "character", "\"char\"" -> "'x'";
                default -> type.endsWith("[]") ? "'{}'" : "'" + (allowed == null ? "x" : allowed) + "'";
            };
        }
    }

    @BeforeEach
    void aRowOfElsewhereInEveryTable() throws SQLException {
        superuser.setAutoCommit(false);
        execute("set local session_replication_role = replica");
        readTables();
        for (var table : tables.entrySet()) {
            if (rowsOfElsewhere(table.getKey()) > 0) {
                continue;
            }
            for (var check : column("select conname from pg_constraint where contype = 'c' and conrelid = '"
                    + table.getKey() + "'::regclass")) {
                execute("alter table " + table.getKey() + " drop constraint \"" + check + "\"");
            }
            var filled = table.getValue().stream().filter(one -> !one.given()).toList();
            execute("insert into " + table.getKey() + " ("
                    + filled.stream().map(one -> "\"" + one.name() + "\"").collect(Collectors.joining(", "))
                    + ") values (" + filled.stream().map(Column::value).collect(Collectors.joining(", "))
                    + ")");
            assertThat(rowsOfElsewhere(table.getKey())).as(table.getKey()).isPositive();
        }
    }

    @AfterEach
    void nothingIsKept() throws SQLException {
        superuser.rollback();
        superuser.close();
    }

    @Test
    void nobodyFromHereSeesARowOfElsewhere() throws SQLException {
        var seen = new ArrayList<String>();
        for (var who : List.of(here.chair(), here.members.getFirst(), here.convener, new PersonId(Ids.next()))) {
            as(who);
            for (var table : tables.keySet()) {
                if (rowsOfElsewhere(table) > 0) {
                    seen.add(table + " by " + name(who));
                }
            }
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void whoeverDoesNotSayWhoTheyAreSeesNoRowAtAll() throws SQLException {
        execute("set local role peerage_app");
        for (var table : tables.keySet()) {
            assertThat(number("select count(*) from " + table)).as(table).isZero();
        }
    }

    /// Else rows that nobody can ever see would pass for isolation. The rest is for named parts of the program
    /// alone.
    @Test
    void theirOwnPeopleSeeThem() throws SQLException {
        var unseen = new ArrayList<>(tables.keySet());
        for (var who : List.of(elsewhere.chair(), elsewhere.convener)) {
            as(who);
            for (var table : List.copyOf(unseen)) {
                if (rowsOfElsewhere(table) > 0) {
                    unseen.remove(table);
                }
            }
        }
        assertThat(unseen)
                .containsExactly(
                        "ballots.box",
                        "demo.figure",
                        "identity.attempt",
                        "identity.web_session",
                        "identity.web_session_attributes",
                        "jobs.lease",
                        "mail.act_link",
                        "mail.way_out",
                        "notices.digest",
                        "sponsors.figure");
    }

    private void readTables() throws SQLException {
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery("""
                        select format('%I.%I', n.nspname, c.relname), a.attname, format_type(a.atttypid, null),
                               a.attgenerated <> '' or a.attidentity <> '',
                               (select substring(pg_get_constraintdef(k.oid) from '''([^'']*)''::text')
                                from pg_constraint k
                                where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'
                          and has_any_column_privilege('peerage_app', c.oid, 'select')
                        order by 1, a.attnum
                        """)) {
            while (rows.next()) {
                var table = rows.getString(1);
                var name = rows.getString(2);
                var type = rows.getString(3);
                tables.computeIfAbsent(table, any -> new ArrayList<>())
                        .add(new Column(name, type, rows.getBoolean(4), mark(table, name, type), rows.getString(5)));
            }
        }
        assertThat(tables).hasSizeGreaterThan(50);
    }

    private @Nullable String mark(String table, String column, String type) {
        var named = column.equals("id") ? table : column;
        if (named.equals("room_id") || named.equals("rooms.room")) {
            return elsewhere.heldRoom().id();
        }
        if (!type.equals("uuid")) {
            return null;
        }
        // A group's wall is a topic by the group's own id.
        if (List.of("group_id", "audience_id", "topic_id").contains(named) || named.equals("groups.\"group\"")) {
            return elsewhere.group.toString();
        }
        if (named.equals("network_id") || named.equals("networks.network")) {
            return elsewhere.network.toString();
        }
        if (named.equals("identity.person") || PERSON.matcher(named).matches()) {
            var convened = table.startsWith("networks.") || table.startsWith("proposals.");
            return (convened ? elsewhere.convener : elsewhere.chair()).toString();
        }
        return thing.toString();
    }

    private long rowsOfElsewhere(String table) throws SQLException {
        var marks = Objects.requireNonNull(tables.get(table)).stream()
                .filter(one -> one.mark() != null)
                .map(one -> "\"" + one.name() + "\" = " + one.value())
                .collect(Collectors.joining(" or "));
        return number("select count(*) from " + table + (marks.isEmpty() ? "" : " where " + marks));
    }

    private void as(PersonId person) throws SQLException {
        execute("set local role peerage_app");
        execute("select set_config('app.person_id', '" + person + "', true)");
    }

    private String name(PersonId who) {
        return who.equals(here.chair())
                ? "a chair"
                : who.equals(here.convener)
                        ? "a convener"
                        : who.equals(here.members.getFirst()) ? "a member" : "a stranger";
    }

    private void execute(String text) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(text);
        }
    }

    private List<String> column(String text) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(text)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private long number(String text) throws SQLException {
        return Long.parseLong(column(text).getFirst());
    }
}
