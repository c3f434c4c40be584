package org.peerage.networks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.identity.Acquaintances;
import org.peerage.identity.trail.Conveners;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A convener knows who is in the network, and what was done in it.
@Component
class Membership implements Acquaintances, Conveners {

    private final JdbcClient sql;

    Membership(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Acquaintance> mine() {
        return sql.sql("""
                select m.person_id, coalesce(p.name, '') as name, n.name as known_from,
                       not networks.convenes_elsewhere(m.person_id) as helpable
                from networks.member m
                join networks.network n on n.id = m.network_id
                left join networks.profile p on p.network_id = m.network_id and p.person_id = m.person_id
                where m.network_id = any (array(select networks.my_convened())) and m.person_id <> tenancy.me()
                order by lower(p.name), m.person_id
                """).query(Acquaintance::of).list();
    }

    @Override
    public Optional<Convened> convened(UUID network) {
        return sql.sql("""
                select n.id, n.name from networks.network n
                where n.id = :network and n.id = any (array(select networks.my_convened()))
                """)
                .param("network", network)
                .query((row, _) ->
                        new Convened(row.getString("name"), new NetworkId(row.getObject("id", UUID.class)).address()))
                .optional();
    }

    @Override
    public Map<UUID, String> names(UUID network, Set<UUID> people) {
        var names = new HashMap<UUID, String>();
        sql.sql("""
                select p.person_id, p.name from networks.profile p
                where p.network_id = :network and p.person_id = any (:people) and p.name <> ''
                """)
                .param("network", network)
                .param("people", people.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("person_id", UUID.class), row.getString("name"));
                });
        return names;
    }
}
