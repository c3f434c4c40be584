package org.peerage;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.peerage.groups.GroupId;

/// Five weeks later: whatever the program has noted about a group is that much older, as only the superuser of the
/// database can make it. What people have signed stays as it was signed.
final class MonthPasses {

    static final int DAYS = 35;

    private static final String DATED = """
            select c.table_schema || '.' || quote_ident(c.table_name),
                   string_agg(format(case c.data_type when 'date' then '%1$I = %1$I - 35'
                                                      else '%1$I = %1$I - interval ''35 days''' end, c.column_name), ', '),
                   bool_or(o.column_name = 'group_id')
            from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            join information_schema.columns o using (table_schema, table_name)
            where t.table_type = 'BASE TABLE' and c.data_type in ('timestamp with time zone', 'date')
              and o.column_name in ('group_id', 'meeting_id')
              and c.table_schema not in ('pg_catalog', 'information_schema')
            group by 1, o.column_name
            order by 1, o.column_name
            """;

    private MonthPasses() {}

    static void in(RunningPeerage peerage, GroupId group) {
        try (var superuser = new Superuser(peerage);
                var sql = superuser.connection().createStatement()) {
            var connection = superuser.connection();
            connection.setAutoCommit(false);
            sql.execute("set local session_replication_role = replica");
            for (var update : updates(sql, group)) {
                sql.execute(update);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> updates(Statement sql, GroupId group) throws SQLException {
        var updates = new ArrayList<String>();
        var done = new ArrayList<String>();
        try (var rows = sql.executeQuery(DATED)) {
            while (rows.next()) {
                var table = rows.getString(1);
                if (!done.contains(table)) {
                    done.add(table);
                    var whose = rows.getBoolean(3)
                            ? "group_id = '" + group + "'"
                            : "meeting_id in (select id from meetings.meeting where group_id = '" + group + "')";
                    updates.add("update " + table + " set " + rows.getString(2) + " where " + whose);
                }
            }
        }
        return updates;
    }
}
