package org.peerage.networks.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.rosters.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads a whole directory, as far as row security shows it.
@Component
class ExportStore {

    /// @param key by which they are in order, of two with the same by their ids
    record Person(ProfileId id, String key, boolean taken, LeaderFacts facts) {}

    /// Before everybody.
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient sql;

    ExportStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// So many of those who come after somebody, or from the beginning.
    List<Person> after(NetworkId network, Optional<Person> last, int most) {
        return sql.sql("""
                select p.id, p.sort_key, p.person_id is not null as taken, p.organisation, p.name, p.role_title, p.industry,
                       p.subindustry, p.tags, p.team_size, p.stage, p.status, p.place, p.country, p.time_zone,
                       case p.remote when true then 'yes' when false then 'no' end as remote, p.languages,
                       p.experience_years, p.has_done, p.aims, a.email, p.external_id
                from networks.profile p left join networks.address a on a.profile_id = p.id
                where p.network_id = :network and (p.sort_key, p.id) > (:key, :id)
                order by p.sort_key, p.id limit :most
                """)
                .param("network", network.value())
                .param("key", last.map(Person::key).orElse(""))
                .param("id", last.map(one -> one.id().value()).orElse(NOBODY))
                .param("most", most)
                .query((row, number) -> person(row))
                .list();
    }

    private static Person person(ResultSet row) throws SQLException {
        var values = new EnumMap<Column, String>(Column.class);
        for (var column : Column.values()) {
            var text = row.getString(column.key());
            values.put(column, text == null ? "" : text);
        }
        return new Person(
                new ProfileId(row.getObject("id", UUID.class)),
                row.getString("sort_key"),
                row.getBoolean("taken"),
                new LeaderFacts(values));
    }
}
