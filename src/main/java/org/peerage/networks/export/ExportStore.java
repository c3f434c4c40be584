package org.peerage.networks.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.rosters.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads a whole directory, as far as row security shows it.
@Component
class ExportStore {

    record Person(ProfileId id, boolean taken, LeaderFacts facts) {}

    private final JdbcClient sql;

    ExportStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// One after the other: a large network never lies here as a whole.
    void each(NetworkId network, Consumer<Person> then) {
        sql.sql("""
                select p.id, p.person_id is not null as taken, p.organisation, p.name, p.role_title, p.industry,
                       p.subindustry, p.tags, p.team_size, p.stage, p.status, p.place, p.country, p.time_zone,
                       case p.remote when true then 'yes' when false then 'no' end as remote, p.languages,
                       p.experience_years, p.has_done, p.aims, a.email, p.external_id
                from networks.profile p left join networks.address a on a.profile_id = p.id
                where p.network_id = :network
                order by p.sort_key, p.id
                """).param("network", network.value()).withFetchSize(500).query(row -> {
            then.accept(person(row));
        });
    }

    private static Person person(ResultSet row) throws SQLException {
        var values = new EnumMap<Column, String>(Column.class);
        for (var column : Column.values()) {
            var text = row.getString(column.key());
            values.put(column, text == null ? "" : text);
        }
        return new Person(
                new ProfileId(row.getObject("id", UUID.class)), row.getBoolean("taken"), new LeaderFacts(values));
    }
}
