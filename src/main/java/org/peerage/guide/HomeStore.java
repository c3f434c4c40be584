package org.peerage.guide;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerage.networks.NetworkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What others show of their tables, as far as the person who looks may see it.
@Component
class HomeStore {

    private final JdbcClient sql;

    HomeStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    Set<NetworkId> networksWithLeaders() {
        return sql
                .sql("select distinct network_id from networks.shared_profile")
                .query((row, number) -> new NetworkId(row.getObject("network_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    @Transactional(readOnly = true)
    List<HomePage.Circle> groups() {
        return sql.sql("""
                select g.id, g.network_id, n.name as network, g.name, g.state,
                       coalesce(m.role, '') as role, coalesce(m.state, '') as seat
                from groups.shared_group g
                join networks.shared_network n on n.id = g.network_id
                left join groups.shared_member m
                    on m.group_id = g.id and m.person_id = tenancy.me() and m.state <> 'left'
                order by lower(g.name), g.id
                """).query(HomeStore::circle).list();
    }

    /// To come, or begun and not closed.
    @Transactional(readOnly = true)
    List<HomePage.Meeting> meetings(Instant now) {
        return sql.sql("""
                select t.id, t.group_id, g.name, t.starts_at, t.zone, t.state, coalesce(d.place, '') as place,
                       t.approved_at is not null as agreed,
                       exists (select 1 from meetings.shared_preparation p
                               where p.meeting_id = t.id and p.person_id = tenancy.me()) as prepared
                from meetings.shared_meeting t
                join groups.shared_group g on g.id = t.group_id
                left join scheduling.shared_date d on d.id = t.date_id
                join groups.shared_member m on m.group_id = g.id and m.person_id = tenancy.me() and m.state = 'in-room'
                where t.state = 'live' or t.state = 'planned' and t.starts_at > :now
                order by t.starts_at, t.id
                limit 50
                """)
                .param("now", Timestamp.from(now.minusSeconds(4 * 60 * 60)))
                .query(HomeStore::meeting)
                .list();
    }

    /// One's own, not yet closed, the next due first.
    @Transactional(readOnly = true)
    List<HomePage.Commitment> commitments() {
        return sql.sql("""
                select c.id, c.group_id, g.name, c.due_on, coalesce(w.name, '') as witness
                from commitments.shared_commitment c
                join groups.shared_group g on g.id = c.group_id
                left join groups.shared_member w on w.group_id = c.group_id and w.person_id = c.witness_id
                where c.person_id = tenancy.me() and c.state = 'open'
                order by c.due_on, c.id
                limit 50
                """).query(HomeStore::commitment).list();
    }

    private static HomePage.Circle circle(ResultSet row, int number) throws SQLException {
        return new HomePage.Circle(
                row.getObject("id", UUID.class),
                new NetworkId(row.getObject("network_id", UUID.class)),
                row.getString("network"),
                row.getString("name"),
                row.getString("state").equals("open"),
                row.getString("role").equals("chair"),
                row.getString("seat"));
    }

    private static HomePage.Commitment commitment(ResultSet row, int number) throws SQLException {
        return new HomePage.Commitment(
                row.getObject("id", UUID.class),
                row.getObject("group_id", UUID.class),
                row.getString("name"),
                row.getObject("due_on", LocalDate.class),
                row.getString("witness"));
    }

    private static HomePage.Meeting meeting(ResultSet row, int number) throws SQLException {
        return new HomePage.Meeting(
                row.getObject("id", UUID.class),
                row.getObject("group_id", UUID.class),
                row.getString("name"),
                row.getTimestamp("starts_at").toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getString("place"),
                row.getString("state").equals("live"),
                row.getBoolean("agreed"),
                row.getBoolean("prepared"));
    }
}
