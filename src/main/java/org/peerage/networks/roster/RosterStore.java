package org.peerage.networks.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.rosters.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes many leaders at once: a thousand rows a statement, handed over as one JSON text.
@Component
class RosterStore {

    private static final int AT_ONCE = 1000;

    private final JdbcClient sql;
    private final JsonMapper json;

    RosterStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// One import at a time in a network, or two files would each find the other's leaders missing.
    void takeTurn(NetworkId network) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:network, 0))")
                .param("network", "networks.import " + network)
                .query()
                .listOfRows();
    }

    /// Nobody else changes these until the transaction ends.
    void hold(NetworkId network, List<ProfileId> leaders) {
        sql.sql("""
                select id from networks.profile
                where network_id = :network and id = any (cast(:ids as uuid[]))
                order by id
                for no key update
                """)
                .param("network", network.value())
                .param("ids", leaders.stream().map(id -> id.value().toString()).toArray(String[]::new))
                .query()
                .listOfRows();
    }

    /// Another one as soon as anything has changed that `known` reads.
    String fingerprint(NetworkId network) {
        return sql.sql("""
                select count(*) || ' ' || coalesce(sum(hashtextextended(cast(row (p, a.email) as text), 0)), 0)
                from networks.profile p left join networks.address a on a.profile_id = p.id
                where p.network_id = :network
                """)
                .param("network", network.value())
                .query(String.class)
                .single();
    }

    List<Roster.Known> known(NetworkId network) {
        return sql.sql("""
                select p.id, p.person_id is not null as taken, p.organisation, p.name, p.role_title, p.industry,
                       p.subindustry, p.tags, p.team_size, p.stage, p.status, p.place, p.country, p.time_zone,
                       case p.remote when true then 'yes' when false then 'no' end as remote, p.languages,
                       p.experience_years, p.has_done, p.aims, a.email, p.external_id
                from networks.profile p left join networks.address a on a.profile_id = p.id
                where p.network_id = :network
                """)
                .param("network", network.value())
                .query(RosterStore::known)
                .list();
    }

    void add(NetworkId network, List<Roster.Known> leaders, Instant now) {
        for (var some : slices(leaders)) {
            var rows = some.stream()
                    .map(leader -> row(leader.id().value(), leader.facts()))
                    .toList();
            sql.sql("""
                    insert into networks.profile
                        (id, network_id, name, organisation, role_title, industry, subindustry, tags, team_size, stage,
                         status, place, country, time_zone, remote, languages, experience_years, has_done, aims, external_id,
                         sought, sought_place, changed_at)
                    select r.id, :network, r.name, r.organisation, r.role_title, r.industry, r.subindustry, r.tags,
                           cast(nullif(r.team_size, '') as integer), r.stage, r.status, r.place, r.country, r.time_zone,
                           cast(nullif(r.remote, '') as boolean), r.languages,
                           cast(nullif(r.experience_years, '') as integer), r.has_done, r.aims, r.external_id,
                           r.sought, r.sought_place, :now
                    from jsonb_to_recordset(cast(:rows as jsonb)) as r
                        (id uuid, name text, organisation text, role_title text, industry text, subindustry text,
                         tags text, team_size text, stage text, status text, place text, country text, time_zone text,
                         remote text, languages text, experience_years text, has_done text, aims text,
                         external_id text, sought text, sought_place text)
                    """)
                    .param("network", network.value())
                    .param("rows", json.writeValueAsString(rows))
                    .param("now", Timestamp.from(now))
                    .update();
            writeAddresses(network, rows);
        }
    }

    void change(NetworkId network, List<Roster.Line.Changed> lines, Instant now) {
        for (var some : slices(lines)) {
            var rows = some.stream()
                    .map(line -> row(line.profile().value(), line.facts()))
                    .toList();
            sql.sql("""
                    update networks.profile p
                    set name = r.name, organisation = r.organisation, role_title = r.role_title,
                        industry = r.industry, subindustry = r.subindustry, tags = r.tags,
                        team_size = cast(nullif(r.team_size, '') as integer), stage = r.stage, status = r.status,
                        place = r.place, country = r.country, time_zone = r.time_zone,
                        remote = cast(nullif(r.remote, '') as boolean), languages = r.languages,
                        experience_years = cast(nullif(r.experience_years, '') as integer), has_done = r.has_done,
                        aims = r.aims, external_id = r.external_id,
                        sought = r.sought, sought_place = r.sought_place, version = p.version + 1, changed_at = :now
                    from jsonb_to_recordset(cast(:rows as jsonb)) as r
                        (id uuid, name text, organisation text, role_title text, industry text, subindustry text,
                         tags text, team_size text, stage text, status text, place text, country text, time_zone text,
                         remote text, languages text, experience_years text, has_done text, aims text,
                         external_id text, sought text, sought_place text)
                    where p.id = r.id and p.network_id = :network
                    """)
                    .param("network", network.value())
                    .param("rows", json.writeValueAsString(rows))
                    .param("now", Timestamp.from(now))
                    .update();
            var mails = some.stream()
                    .filter(line -> line.changes().contains(Column.EMAIL))
                    .map(line -> row(line.profile().value(), line.facts()))
                    .toList();
            removeAddresses(network, mails);
            writeAddresses(network, mails);
        }
    }

    private void removeAddresses(NetworkId network, List<Map<String, String>> rows) {
        sql.sql("""
                delete from networks.address
                where network_id = :network and profile_id = any (cast(:ids as uuid[]))
                """)
                .param("network", network.value())
                .param("ids", rows.stream().map(row -> row.get("id")).toArray(String[]::new))
                .update();
    }

    private void writeAddresses(NetworkId network, List<Map<String, String>> rows) {
        sql.sql("""
                insert into networks.address (profile_id, network_id, email)
                select r.id, :network, r.email
                from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, email text)
                where r.email <> ''
                """)
                .param("network", network.value())
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    private static Map<String, String> row(UUID id, LeaderFacts facts) {
        var row = new HashMap<String, String>();
        row.put("id", id.toString());
        for (var column : Column.values()) {
            row.put(column.key(), facts.text(column));
        }
        row.put("sought", facts.sought());
        row.put("sought_place", facts.soughtPlace());
        return row;
    }

    private static Roster.Known known(ResultSet row, int number) throws SQLException {
        var values = new EnumMap<Column, String>(Column.class);
        for (var column : Column.values()) {
            var text = row.getString(column.key());
            values.put(column, text == null ? "" : text);
        }
        return new Roster.Known(
                new ProfileId(row.getObject("id", UUID.class)), row.getBoolean("taken"), new LeaderFacts(values));
    }

    private static <T> List<List<T>> slices(List<T> all) {
        var slices = new ArrayList<List<T>>();
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            slices.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return slices;
    }
}
