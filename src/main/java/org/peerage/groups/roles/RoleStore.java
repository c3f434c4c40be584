package org.peerage.groups.roles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who has which role; somebody who was picked and has not come yet may be meant for one.
@Component
class RoleStore {

    private final JdbcClient sql;

    RoleStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A seat that somebody has or is meant for, by the name that is known of them.
    record Seated(UUID seat, String name, boolean chair, Optional<PersonId> person) {}

    record Held(String role, Seated by, LocalDate until) {}

    List<Seated> seats(GroupId group) {
        return sql.sql("""
                select s.id, s.chair, s.person_id,
                       coalesce(nullif(s.name, ''), nullif(p.name, ''), p.organisation, '') as name
                from groups.seat s left join networks.shared_profile p on p.id = s.profile_id
                where s.group_id = :group and s.state <> 'left'
                order by s.chair desc, s.picked_at, s.id
                """)
                .param("group", group.value())
                .query((row, number) -> seated(row))
                .list();
    }

    List<Held> held(GroupId group) {
        return sql.sql("""
                select r.role, r.until, s.id, s.chair, s.person_id,
                       coalesce(nullif(s.name, ''), nullif(p.name, ''), p.organisation, '') as name
                from groups.role r join groups.seat s on s.id = r.seat_id
                left join networks.shared_profile p on p.id = s.profile_id
                where r.group_id = :group and s.state <> 'left'
                order by r.role
                """)
                .param("group", group.value())
                .query((row, number) ->
                        new Held(row.getString("role"), seated(row), row.getObject("until", LocalDate.class)))
                .list();
    }

    void give(GroupId group, String role, UUID seat, LocalDate until, Instant now) {
        sql.sql("""
                insert into groups.role (group_id, role, seat_id, until, given_at)
                values (:group, :role, :seat, :until, :now)
                on conflict (group_id, role) do update
                    set seat_id = excluded.seat_id, until = excluded.until, given_at = excluded.given_at
                """)
                .param("group", group.value())
                .param("role", role)
                .param("seat", seat)
                .param("until", until)
                .param("now", Timestamp.from(now))
                .update();
    }

    void end(GroupId group, String role) {
        sql.sql("delete from groups.role where group_id = :group and role = :role")
                .param("group", group.value())
                .param("role", role)
                .update();
    }

    private static Seated seated(ResultSet row) throws SQLException {
        return new Seated(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getBoolean("chair"),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new));
    }
}
