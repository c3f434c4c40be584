package org.peerage.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The dates of the groups that the acting person may see.
@Component
class DateStore {

    private static final String DATES = """
            select id, group_id, local_start, zone, first_local, first_zone, minutes, place, video, uid, sequence, state
            from scheduling.date
            """;

    private final JdbcClient sql;

    DateStore(JdbcClient sql) {
        this.sql = sql;
    }

    boolean add(GroupDate date, Instant now) {
        return sql.sql("""
                        insert into scheduling.date
                            (id, group_id, local_start, zone, first_local, first_zone, starts_at, minutes, place, video, uid, sequence, state,
                             set_by, set_at, moment_sequence)
                        values (:id, :group, :local, :zone, :local, :zone, :starts, :minutes, :place, :video, :uid, :sequence, 'set',
                                :by, :now, :sequence)
                        on conflict (id) do nothing
                        """)
                        .param("id", date.id().value())
                        .param("group", date.group().value())
                        .param("local", date.time().local())
                        .param("zone", date.time().zone().getId())
                        .param("starts", Timestamp.from(date.time().startsAt()))
                        .param("minutes", date.time().minutes())
                        .param("place", date.venue().place())
                        .param("video", date.venue().video())
                        .param("uid", date.uid())
                        .param("sequence", date.sequence())
                        .param("by", Acting.me().value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /// True unless somebody changed the date meanwhile: `date` carries the sequence after the change.
    /// Who means to come is asked anew when the moment is another.
    boolean change(GroupDate date) {
        return sql.sql("""
                        update scheduling.date
                        set local_start = :local, zone = :zone, starts_at = :starts, minutes = :minutes, place = :place,
                            moment_sequence = case when starts_at = :starts then moment_sequence else :sequence end,
                            video = :video, sequence = :sequence, state = :state
                        where id = :id and sequence = :sequence - 1 and state = 'set'
                        """)
                        .param("id", date.id().value())
                        .param("local", date.time().local())
                        .param("zone", date.time().zone().getId())
                        .param("starts", Timestamp.from(date.time().startsAt()))
                        .param("minutes", date.time().minutes())
                        .param("place", date.venue().place())
                        .param("video", date.venue().video())
                        .param("sequence", date.sequence())
                        .param("state", date.cancelled() ? "cancelled" : "set")
                        .update()
                == 1;
    }

    Optional<GroupDate> find(DateId id) {
        return sql.sql(DATES + "where id = :id")
                .param("id", id.value())
                .query((row, number) -> date(row))
                .optional();
    }

    Optional<GroupDate> find(String uid) {
        return sql.sql(DATES + "where uid = :uid")
                .param("uid", uid)
                .query((row, number) -> date(row))
                .optional();
    }

    List<GroupDate> of(GroupId group) {
        return sql.sql(DATES + "where group_id = :group order by starts_at, id")
                .param("group", group.value())
                .query((row, number) -> date(row))
                .list();
    }

    /// Whether anything is still to come.
    boolean ahead(GroupId group, Instant now) {
        return sql.sql("""
                select exists (select 1 from scheduling.date
                               where group_id = :group and state = 'set' and starts_at > :now)
                """)
                .param("group", group.value())
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    private static GroupDate date(ResultSet row) throws SQLException {
        return new GroupDate(
                new DateId(row.getObject("id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                new MeetingTime(
                        row.getObject("local_start", LocalDateTime.class),
                        ZoneId.of(row.getString("zone")),
                        row.getInt("minutes")),
                new MeetingTime(
                        row.getObject("first_local", LocalDateTime.class),
                        ZoneId.of(row.getString("first_zone")),
                        row.getInt("minutes")),
                new GroupDate.Venue(row.getString("place"), row.getString("video")),
                row.getString("uid"),
                row.getInt("sequence"),
                row.getString("state").equals("cancelled"));
    }
}
