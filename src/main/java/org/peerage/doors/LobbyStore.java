package org.peerage.doors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.doors.LobbyAnswer.Group;
import org.peerage.doors.LobbyAnswer.Leader;
import org.peerage.doors.LobbyAnswer.Meeting;
import org.peerage.doors.LobbyAnswer.Member;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.tenancy.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the lobby as far as row security shows it to the owner of the token.
@Component
class LobbyStore {

    private static final String GROUPS = """
            select g.id, g.network_id, g.name, g.zone, g.state, g.id = any (array(select groups.my_groups())) as seated,
                   g.id = any (array(select groups.my_chaired())) as chaired
            from groups.shared_group g
            """;

    private final JdbcClient sql;

    LobbyStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// By their ids, which do not change when a leader does: what a program reads page by page has nobody twice.
    List<Leader> people(NetworkId network, @Nullable UUID after, int most) {
        return sql.sql("""
                select id, person_id is not null as taken, name, organisation, role_title, industry, stage, team_size,
                       place
                from networks.shared_profile
                where network_id = :network and (cast(:after as uuid) is null or id > :after)
                order by id limit :most
                """)
                .param("network", network.value())
                .param("after", after)
                .param("most", most)
                .query((row, number) -> leader(row))
                .list();
    }

    List<Group> groups(@Nullable NetworkId network, @Nullable UUID after, int most) {
        return sql.sql(GROUPS + """
                where (cast(:network as uuid) is null or g.network_id = :network)
                  and (cast(:after as uuid) is null or g.id > :after)
                order by g.id limit :most
                """)
                .param("network", network == null ? null : network.value())
                .param("after", after)
                .param("most", most)
                .query((row, number) -> group(row))
                .list();
    }

    List<Group> group(GroupId group) {
        return sql.sql(GROUPS + "where g.id = :group")
                .param("group", group.value())
                .query((row, number) -> group(row))
                .list();
    }

    /// Who has sat down, by name.
    List<Member> members(GroupId group) {
        return sql.sql("""
                select s.profile_id, m.name, m.role, m.state
                from groups.shared_member m
                join groups.shared_seat s on s.group_id = m.group_id and s.person_id = m.person_id and s.state = m.state
                where m.group_id = :group and m.state <> 'left'
                order by lower(m.name), s.profile_id
                """)
                .param("group", group.value())
                .query((row, number) -> new Member(
                        row.getObject("profile_id", UUID.class),
                        row.getString("name"),
                        row.getString("role"),
                        row.getString("state")))
                .list();
    }

    /// In the order in which they begin. That a meeting was held is seen by those who sit in its group.
    ///
    /// @param group null for all in which whoever acts has a seat
    List<Meeting> meetings(@Nullable GroupId group, @Nullable UUID after, int most) {
        return sql.sql("""
                with shown as (
                    select d.id, d.group_id, d.starts_at, d.zone, d.minutes, d.place, d.state, d.sequence
                    from scheduling.shared_date d
                    where (case when cast(:group as uuid) is null then d.group_id = any (array(select groups.my_groups()))
                                else d.group_id = :group end)
                      and (cast(:after as uuid) is null or (d.starts_at, d.id) >
                           ((select b.starts_at from scheduling.shared_date b where b.id = :after), cast(:after as uuid)))
                    order by d.starts_at, d.id limit :most)
                select d.*, m.state as held, a.coming as mine, coalesce(c.coming, 0) as coming, coalesce(c.away, 0) as away
                from shown d
                left join meetings.shared_meeting m on m.date_id = d.id
                left join scheduling.shared_answer a on a.date_id = d.id and a.person_id = :me
                left join lateral scheduling.answer_counts(array(select id from shown)) c on c.date_id = d.id
                order by d.starts_at, d.id
                """)
                .param("group", group == null ? null : group.value())
                .param("after", after)
                .param("most", most)
                .param("me", Acting.me().value())
                .query((row, number) -> meeting(row))
                .list();
    }

    private static Leader leader(ResultSet row) throws SQLException {
        var size = row.getObject("team_size", Integer.class);
        return new Leader(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("role_title"),
                row.getString("industry"),
                row.getString("stage"),
                size,
                row.getString("place"),
                row.getBoolean("taken"));
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                row.getObject("id", UUID.class),
                row.getObject("network_id", UUID.class),
                row.getString("name"),
                row.getString("zone"),
                row.getString("state"),
                row.getBoolean("seated"),
                row.getBoolean("chaired"));
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        var starts = row.getTimestamp("starts_at").toInstant();
        var mine = row.getObject("mine", Boolean.class);
        return new Meeting(
                row.getObject("id", UUID.class),
                row.getObject("group_id", UUID.class),
                starts,
                starts.plus(Duration.ofMinutes(row.getInt("minutes"))),
                row.getString("zone"),
                row.getString("place"),
                state(row.getString("state"), row.getString("held")),
                row.getInt("sequence"),
                row.getInt("coming"),
                row.getInt("away"),
                mine == null ? null : mine ? "coming" : "away");
    }

    private static String state(String date, @Nullable String meeting) {
        if (date.equals("cancelled")) {
            return "cancelled";
        }
        return switch (meeting) {
            case "live" -> "live";
            case "closed" -> "held";
            case null, default -> "set";
        };
    }
}
