package org.peerage.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Leaves, as far as whoever acts may know of them.
@Component
class LeaveStore {

    private static final String COLUMNS =
            "select id, group_id, person_id, first_day, last_day, state, back_on, decided from attendance.leave ";

    private final JdbcClient sql;

    LeaveStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Waits for whoever acts where they ask for another at the same moment, so that no two of theirs overlap.
    void askOneByOne() {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('attendance.leave ' || tenancy.me(), 0))")
                .query()
                .listOfRows();
    }

    /// The first to begin comes first.
    List<Leave> in(GroupId group) {
        return sql.sql(COLUMNS + "where group_id = :group order by first_day, id")
                .param("group", group.value())
                .query((row, number) -> leave(row))
                .list();
    }

    /// Holds it until the transaction ends.
    Optional<Leave> take(GroupId group, UUID id) {
        return sql.sql(COLUMNS + "where group_id = :group and id = :id for update")
                .param("group", group.value())
                .param("id", id)
                .query((row, number) -> leave(row))
                .optional();
    }

    void ask(Leave leave, Instant now) {
        sql.sql("""
                insert into attendance.leave (id, group_id, person_id, first_day, last_day, state, asked_at)
                values (:id, :group, tenancy.me(), :first, :last, 'asked', :now)
                """)
                .param("id", leave.id())
                .param("group", leave.group().value())
                .param("first", leave.first())
                .param("last", leave.last())
                .param("now", Timestamp.from(now))
                .update();
    }

    void decided(Leave leave, PersonId by, Instant at) {
        sql.sql("""
                insert into attendance.leave
                    (id, group_id, person_id, first_day, last_day, state, asked_at, settled_by, settled_at, decided)
                values (:id, :group, :person, :first, :last, 'agreed', :at, :by, :at, true)
                """)
                .param("id", leave.id())
                .param("group", leave.group().value())
                .param("person", leave.person().value())
                .param("first", leave.first())
                .param("last", leave.last())
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .update();
    }

    void settle(Leave leave, Leave.State state, @Nullable LocalDate backOn, Instant now) {
        sql.sql("""
                update attendance.leave
                set state = :state, settled_by = tenancy.me(), settled_at = :now, back_on = cast(:back as date)
                where id = :id
                """)
                .param("state", state.key())
                .param("now", Timestamp.from(now))
                .param("back", backOn)
                .param("id", leave.id())
                .update();
    }

    private static Leave leave(ResultSet row) throws SQLException {
        return new Leave(
                row.getObject("id", UUID.class),
                new GroupId(row.getObject("group_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Leave.State.of(row.getString("state")),
                row.getObject("back_on", LocalDate.class),
                row.getBoolean("decided"));
    }
}
