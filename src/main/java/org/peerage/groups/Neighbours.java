package org.peerage.groups;

import java.util.List;
import org.peerage.identity.Acquaintances;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A chair knows who sits in the group.
@Component
class Neighbours implements Acquaintances {

    private final JdbcClient sql;

    Neighbours(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Acquaintance> mine() {
        return sql.sql("""
                select s.person_id, s.name, g.name as known_from, not networks.convenes_elsewhere(s.person_id) as helpable
                from groups.seat s join groups.group g on g.id = s.group_id
                where s.group_id = any (array(select groups.my_chaired())) and s.state in ('accepted', 'in-room')
                  and s.person_id <> tenancy.me()
                order by lower(s.name), s.person_id
                """).query(Acquaintance::of).list();
    }
}
