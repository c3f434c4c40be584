package org.peerage.networks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Networks and who founds them. Row security shows each person their own networks and no others.
@Component
class NetworkStore {

    private final JdbcClient sql;

    NetworkStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// How far a network has come, for its first page.
    record Tally(int leaders, int taken) {}

    List<Networks.Network> mine() {
        return sql.sql("""
                select id, name, purpose, zone, labels, id = any (array(select networks.my_convened())) as convened
                from networks.network
                order by lower(name), id
                """).query(NetworkStore::network).list();
    }

    Optional<Networks.Network> find(NetworkId id) {
        return sql.sql("""
                select id, name, purpose, zone, labels, id = any (array(select networks.my_convened())) as convened
                from networks.network
                where id = :id
                """).param("id", id.value()).query(NetworkStore::network).optional();
    }

    Tally tally(NetworkId id) {
        return sql.sql("""
                select coalesce(sum(leaders) filter (where field = ''), 0) as leaders,
                       coalesce(sum(leaders) filter (where field = 'taken'), 0) as taken
                from networks.choice
                where network_id = :id and field in ('', 'taken') and value = ''
                """)
                .param("id", id.value())
                .query((row, number) -> new Tally(row.getInt("leaders"), row.getInt("taken")))
                .single();
    }

    /// Whether whoever acts is among the leaders of the network.
    boolean hasProfile(NetworkId id) {
        return sql.sql("""
                select exists (select from networks.profile
                               where network_id = :network and person_id = tenancy.me())
                """).param("network", id.value()).query(Boolean.class).single();
    }

    Optional<UUID> leaveToFound() {
        return sql.sql("""
                select link_id
                from networks.founding
                where person_id = tenancy.me() and spent_at is null
                order by granted_at
                limit 1
                """).query(UUID.class).optional();
    }

    /// The database's own transaction time, because the policies compare with it.
    boolean spend(UUID leave, NetworkId network) {
        return sql.sql("""
                        update networks.founding set network_id = :network, spent_at = now()
                        where link_id = :leave and spent_at is null
                        """)
                        .param("network", network.value())
                        .param("leave", leave)
                        .update()
                == 1;
    }

    void add(NetworkId id, NetworkForm.Command command, PersonId founder, Instant now) {
        sql.sql("""
                insert into networks.network (id, name, purpose, zone, labels, founded_by, founded_at)
                values (:id, :name, :purpose, :zone, :labels, :founder, :now)
                """)
                .param("id", id.value())
                .param("name", command.name())
                .param("purpose", command.purpose())
                .param("zone", command.zone().getId())
                .param("labels", command.labels())
                .param("founder", founder.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    void addConvener(NetworkId id, PersonId person, Instant now) {
        sql.sql("""
                insert into networks.member (network_id, person_id, role, since)
                values (:network, :person, 'convener', :now)
                """)
                .param("network", id.value())
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    void change(NetworkId id, NetworkForm.Command command) {
        sql.sql("""
                update networks.network set name = :name, purpose = :purpose, zone = :zone, labels = :labels
                where id = :id
                """)
                .param("id", id.value())
                .param("name", command.name())
                .param("purpose", command.purpose())
                .param("zone", command.zone().getId())
                .param("labels", command.labels())
                .update();
    }

    private static Networks.Network network(ResultSet row, int number) throws SQLException {
        return new Networks.Network(
                new NetworkId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("purpose"),
                ZoneId.of(row.getString("zone")),
                row.getString("labels"),
                row.getBoolean("convened"));
    }
}
