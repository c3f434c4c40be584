package org.peerage.sponsors;

import java.util.List;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The groups that a convener may find a sponsor for.
@Component
class SponsoredGroups {

    /// A list to choose from.
    private static final int MOST = 500;

    private final JdbcClient sql;

    SponsoredGroups(JdbcClient sql) {
        this.sql = sql;
    }

    record Named(GroupId id, String name) {}

    List<Named> of(NetworkId network) {
        return sql.sql("""
                select id, name from groups.shared_group where network_id = :network order by lower(name), id limit :most
                """)
                .param("network", network.value())
                .param("most", MOST)
                .query((row, number) -> new Named(new GroupId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }
}
