package org.peerage.guide;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the first page asks that nobody else asks.
@Component
class HomeStore {

    private final JdbcClient sql;

    HomeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Which of these have nobody in their directory yet.
    Set<NetworkId> empty(Collection<NetworkId> networks) {
        return new HashSet<>(sql.sql("""
                select n.id from unnest(:networks) n (id)
                where not exists (select 1 from networks.shared_profile p where p.network_id = n.id)
                """)
                .param("networks", networks.stream().map(NetworkId::value).toArray(UUID[]::new))
                .query((row, number) -> new NetworkId(row.getObject("id", UUID.class)))
                .list());
    }
}
