package org.peerage.networks.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads the directory.
@Component
class DirectoryStore {

    private static final String MATCHING = """
            from networks.profile
            where network_id = :network
              and sought like all (cast(:words as text[]))
              and (:industry = '' or industry = :industry)
              and (:stage = '' or stage = :stage)
              and (:least < 0 or team_size between :least and :most)
              and (:place = '' or sought_place like :place)
            """;

    private final JdbcClient sql;

    DirectoryStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    Optional<Directory.Entry> entry(ProfileId id) {
        return sql.sql("""
                select id, network_id, person_id, name, organisation, role_title, industry, stage, team_size, place
                from networks.profile
                where id = :id
                """).param("id", id.value()).query(DirectoryStore::entry).optional();
    }

    @Transactional(readOnly = true)
    List<Directory.Entry> page(NetworkId network, DirectoryQuery query, int most) {
        return matching("""
                select id, network_id, person_id, name, organisation, role_title, industry, stage, team_size, place
                """ + MATCHING + """
                order by lower(organisation), lower(name), id
                limit :limit offset :offset
                """, network, query)
                .param("limit", most)
                .param("offset", query.offset())
                .query(DirectoryStore::entry)
                .list();
    }

    @Transactional(readOnly = true)
    List<Directory.Entry> entries(Collection<ProfileId> ids, int skipped, int most) {
        return sql.sql("""
                select id, network_id, person_id, name, organisation, role_title, industry, stage, team_size, place
                from networks.profile
                where id = any (cast(:ids as uuid[]))
                order by lower(organisation), lower(name), id
                limit :limit offset :offset
                """)
                .param("ids", ids.stream().map(ProfileId::toString).toArray(String[]::new))
                .param("limit", most)
                .param("offset", skipped)
                .query(DirectoryStore::entry)
                .list();
    }

    @Transactional(readOnly = true)
    List<ProfileId> ids(NetworkId network, DirectoryQuery query) {
        return matching("select id " + MATCHING + " order by id", network, query)
                .query((row, number) -> new ProfileId(row.getObject("id", UUID.class)))
                .list();
    }

    @Transactional(readOnly = true)
    int count(NetworkId network, DirectoryQuery query) {
        return matching("select count(*) " + MATCHING, network, query)
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    List<String> industries(NetworkId network) {
        return sql.sql("""
                select industry from networks.profile
                where network_id = :network and industry <> ''
                group by industry order by lower(industry) limit 100
                """)
                .param("network", network.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Transactional(readOnly = true)
    List<String> stages(NetworkId network) {
        return sql.sql("""
                select stage from networks.profile
                where network_id = :network and stage <> ''
                group by stage order by lower(stage) limit 50
                """)
                .param("network", network.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /// The places most leaders are at, as suggestions.
    @Transactional(readOnly = true)
    List<String> places(NetworkId network) {
        return sql.sql("""
                select place from networks.profile
                where network_id = :network and place <> ''
                group by place order by count(*) desc, place limit 40
                """)
                .param("network", network.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Transactional(readOnly = true)
    String edition(NetworkId network) {
        return sql.sql("""
                select concat_ws(' ',
                    (select md5(string_agg(p.id::text || ' ' || p.version, ',' order by p.id))
                     from networks.profile p where p.network_id = :network),
                    (select md5(string_agg(c.profile_id::text || ' ' || c.other_id, ',' order by c.profile_id, c.other_id))
                     from networks.companion c where c.network_id = :network))
                """)
                .param("network", network.value())
                .query(String.class)
                .single();
    }

    private JdbcClient.StatementSpec matching(String text, NetworkId network, DirectoryQuery query) {
        return sql.sql(text)
                .param("network", network.value())
                .param("words", query.patterns().toArray(String[]::new))
                .param("industry", query.industry())
                .param("stage", query.stage())
                .param("least", query.size().map(DirectoryQuery.SizeBand::least).orElse(-1))
                .param("most", query.size().map(DirectoryQuery.SizeBand::most).orElse(-1))
                .param("place", query.placePattern().orElse(""));
    }

    private static Directory.Entry entry(ResultSet row, int number) throws SQLException {
        var size = row.getInt("team_size");
        var sized = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(size);
        return new Directory.Entry(
                new ProfileId(row.getObject("id", UUID.class)),
                new NetworkId(row.getObject("network_id", UUID.class)),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("role_title"),
                row.getString("industry"),
                row.getString("stage"),
                sized,
                row.getString("place"));
    }
}
