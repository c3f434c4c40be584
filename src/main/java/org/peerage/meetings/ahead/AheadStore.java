package org.peerage.meetings.ahead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The next meetings of groups.
@Component
class AheadStore {

    /// A meeting that has not been begun yet is still ahead for so long.
    private static final Duration LATE = Duration.ofHours(4);

    private final JdbcClient sql;

    AheadStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// One of each group, the one that is going on before those to come; the first to begin comes first.
    List<MeetingAhead> next(Collection<GroupId> groups, Instant now) {
        return sql.sql("""
                select * from (
                    select distinct on (m.group_id) m.id, m.group_id, m.starts_at, m.zone, m.state,
                           coalesce(d.place, '') as place, m.approved_at is not null as agreed,
                           exists (select 1 from meetings.preparation p
                                   where p.meeting_id = m.id and p.person_id = tenancy.me()) as prepared
                    from meetings.meeting m
                    left join scheduling.shared_date d on d.id = m.date_id
                    where m.group_id = any (:groups)
                      and (m.state = 'live' or m.state = 'planned' and m.starts_at > :now)
                    order by m.group_id, m.state = 'live' desc, m.starts_at, m.id) n
                order by starts_at, id
                """)
                .param("groups", groups.stream().map(GroupId::value).toArray(UUID[]::new))
                .param("now", Timestamp.from(now.minus(LATE)))
                .query((row, number) -> meeting(row))
                .list();
    }

    private static MeetingAhead meeting(ResultSet row) throws SQLException {
        return new MeetingAhead(
                new MeetingId(row.getObject("id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getTimestamp("starts_at").toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getString("place"),
                row.getString("state").equals("live"),
                row.getBoolean("agreed"),
                row.getBoolean("prepared"));
    }
}
