package org.peerage.meetings;

import static org.peerage.meetings.Columns.instant;
import static org.peerage.meetings.Columns.uuid;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What remains of meetings: for members their list, for conveners how many were there.
@Component
class SummaryStore {

    private final JdbcClient sql;

    SummaryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param mean absent below five answers and until the meeting is closed
    record RatingOf(int answers, @Nullable String mean) {}

    record GroupOf(String name, ZoneId zone, boolean member) {}

    RatingOf rating(MeetingId meeting) {
        return sql.sql("select answers, mean::text from meetings.rating_of(:id)")
                .param("id", meeting.value())
                .query((rows, row) -> new RatingOf(rows.getInt("answers"), rows.getString("mean")))
                .optional()
                .orElse(new RatingOf(0, null));
    }

    Optional<GroupOf> group(GroupId group) {
        return sql.sql("""
                        select name, zone, id = any (array(select groups.my_groups())) as member
                          from groups.shared_group where id = :id
                        """)
                .param("id", group.value())
                .query((rows, row) -> new GroupOf(
                        rows.getString("name"), ZoneId.of(rows.getString("zone")), rows.getBoolean("member")))
                .optional();
    }

    /// Latest first. A convener learns counts and states here, and nothing else of any meeting.
    List<MeetingsPage.Row> counts(GroupId group) {
        return sql.sql("""
                        select meeting_id, starts_at, state, present, late from meetings.attendance_counts()
                         where group_id = :group and state <> 'cancelled' order by starts_at desc
                        """)
                .param("group", group.value())
                .query((rows, row) -> new MeetingsPage.Row(
                        new MeetingId(uuid(rows, "meeting_id")),
                        instant(rows, "starts_at"),
                        Sitting.State.valueOf(rows.getString("state").toUpperCase(Locale.ROOT)),
                        rows.getInt("present"),
                        rows.getInt("late")))
                .list();
    }
}
