package org.peerage.groups.forming;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The groups of a network as far as the acting person may see them: all for a convener, their own for everybody else.
@Component
class NetworkGroupStore {

    /// `seated` counts those who accepted or are in the room. The chair's name is empty while there is none or nobody
    /// knows it.
    record Line(GroupId id, String name, String chair, int picked, int seated, int inRoom, int target, boolean open) {}

    /// One page of lines, and how many there are in all.
    record Lines(List<Line> lines, int all) {}

    private final JdbcClient sql;

    NetworkGroupStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// By name; only those whose name has the words in it, and at most so many.
    Lines named(NetworkId network, String words, int page, int atMost) {
        var matching = sql.sql("""
                select count(*) from groups.group
                where network_id = :network and strpos(lower(name), lower(:words)) > 0
                """)
                .param("network", network.value())
                .param("words", words.strip())
                .query(Integer.class)
                .single();
        var lines = sql.sql("""
                select g.id, g.name, g.target, g.opened_at is not null as open,
                       coalesce(max(coalesce(nullif(s.name, ''), p.name)) filter (where s.chair), '') as chair,
                       count(s.id) as picked,
                       count(s.id) filter (where s.state in ('accepted', 'in-room')) as seated,
                       count(s.id) filter (where s.state = 'in-room') as in_room
                from (select id, name, target, opened_at from groups.group
                      where network_id = :network and strpos(lower(name), lower(:words)) > 0
                      order by lower(name), id
                      limit :most offset :from) g
                left join groups.seat s on s.group_id = g.id and s.state <> 'left'
                left join networks.shared_profile p on p.id = s.profile_id and s.chair
                group by g.id, g.name, g.target, g.opened_at
                order by lower(g.name), g.id
                """)
                .param("network", network.value())
                .param("words", words.strip())
                .param("most", atMost)
                .param("from", (page - 1) * atMost)
                .query((row, number) -> line(row))
                .list();
        return new Lines(lines, matching);
    }

    /// Whether somebody was picked for a group.
    boolean seats(ProfileId leader) {
        return sql.sql("select exists (select from groups.seat where profile_id = :leader and state <> 'left')")
                .param("leader", leader.value())
                .query(Boolean.class)
                .single();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new GroupId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("chair"),
                row.getInt("picked"),
                row.getInt("seated"),
                row.getInt("in_room"),
                row.getInt("target"),
                row.getBoolean("open"));
    }
}
