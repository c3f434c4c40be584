package org.peerage.breach;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reports as far as whoever acts wrote them or handles them.
@Component
class ReportStore {

    private static final String REPORTS =
            "select id, group_id, room_id, reporter_id, handler_id, reported_at, breach_id, dropped from breach.report ";

    private final JdbcClient sql;

    ReportStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Report report) {
        sql.sql("""
                insert into breach.report (id, group_id, room_id, reporter_id, handler_id, reported_at)
                values (:id, :group, :room, :reporter, :handler, :at)
                """)
                .param("id", report.id())
                .param("group", report.group().value())
                .param("room", report.room().value())
                .param("reporter", report.reporter().value())
                .param("handler", report.handler().value())
                .param("at", Timestamp.from(report.at()))
                .update();
    }

    /// The latest first.
    List<Report> in(GroupId group) {
        return sql.sql(REPORTS + "where group_id = :group order by reported_at desc, id")
                .param("group", group.value())
                .query((row, number) -> report(row))
                .list();
    }

    /// For whoever handles it, and for nobody else until the transaction ends.
    Optional<Report> take(GroupId group, UUID id) {
        return sql.sql(REPORTS + "where group_id = :group and id = :id and handler_id = tenancy.me() for update")
                .param("group", group.value())
                .param("id", id)
                .query((row, number) -> report(row))
                .optional();
    }

    void takenUp(Report report, UUID breach) {
        sql.sql("update breach.report set breach_id = :breach where group_id = :group and id = :id")
                .param("breach", breach)
                .param("group", report.group().value())
                .param("id", report.id())
                .update();
    }

    void drop(Report report) {
        sql.sql("update breach.report set dropped = true where group_id = :group and id = :id")
                .param("group", report.group().value())
                .param("id", report.id())
                .update();
    }

    /// How many wait for whoever acts.
    int waiting(GroupId group) {
        return sql.sql("""
                select count(*) from breach.report
                where group_id = :group and handler_id = tenancy.me() and breach_id is null and not dropped
                """).param("group", group.value()).query(Integer.class).single();
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                new GroupId(row.getObject("group_id", UUID.class)),
                new RoomId(row.getString("room_id")),
                new PersonId(row.getObject("reporter_id", UUID.class)),
                new PersonId(row.getObject("handler_id", UUID.class)),
                row.getTimestamp("reported_at").toInstant(),
                row.getObject("breach_id", UUID.class),
                row.getBoolean("dropped"));
    }
}
