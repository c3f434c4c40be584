package org.peerage.networks;

import java.util.List;
import org.peerage.identity.Acquaintances;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A convener knows who is in the network.
@Component
class Membership implements Acquaintances {

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
}
