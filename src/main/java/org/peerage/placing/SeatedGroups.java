package org.peerage.placing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.composition.SizeLimits;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The groups of a network and who has a seat in them, as far as the acting person may see them: all for a convener,
/// their own for everybody else.
@Component
class SeatedGroups {

    private static final String GROUP = """
            select g.id, g.network_id, g.name, g.smallest, g.target, g.largest,
                   array(select s.profile_id from groups.shared_seat s
                         where s.group_id = g.id and s.state <> 'left' order by s.id) as people,
                   g.id = any (array(select groups.my_overseen())) as convened,
                   g.id = any (array(select groups.my_chaired())) as chaired
            from groups.shared_group g
            """;

    private final JdbcClient sql;

    SeatedGroups(JdbcClient sql) {
        this.sql = sql;
    }

    List<SeatedGroup> of(NetworkId network) {
        return sql.sql(GROUP + " where g.network_id = :network order by lower(g.name), g.id")
                .param("network", network.value())
                .query((row, number) -> group(row))
                .list();
    }

    Optional<SeatedGroup> find(GroupId id) {
        return sql.sql(GROUP + " where g.id = :id")
                .param("id", id.value())
                .query((row, number) -> group(row))
                .optional();
    }

    private static SeatedGroup group(ResultSet row) throws SQLException {
        return new SeatedGroup(
                new GroupId(row.getObject("id", UUID.class)),
                new NetworkId(row.getObject("network_id", UUID.class)),
                row.getString("name"),
                new SizeLimits(row.getInt("smallest"), row.getInt("target"), row.getInt("largest")),
                Arrays.stream((UUID[]) row.getArray("people").getArray())
                        .map(ProfileId::new)
                        .toList(),
                row.getBoolean("convened"),
                row.getBoolean("chaired"));
    }
}
