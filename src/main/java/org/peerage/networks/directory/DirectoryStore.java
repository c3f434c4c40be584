package org.peerage.networks.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the directory.
@Component
class DirectoryStore {

    /// Nobody counts further than people do.
    static final int MOST_COUNTED = 1000;

    private static final String ENTRY = """
            select id, network_id, person_id, name, organisation, role_title, industry, stage, team_size, place
            from networks.profile
            """;

    private final JdbcClient sql;

    DirectoryStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Directory.Entry> entry(ProfileId id) {
        return sql.sql(ENTRY + " where id = :id")
                .param("id", id.value())
                .query(DirectoryStore::entry)
                .optional();
    }

    List<Directory.Entry> first(NetworkId network, DirectoryQuery query, int most) {
        return matching(ENTRY, " order by sort_key, id limit :most", network, query)
                .param("most", most)
                .query(DirectoryStore::entry)
                .list();
    }

    /// Those whose whole name it is, or that of their organisation.
    List<Directory.Entry> called(NetworkId network, String name, int most) {
        return matching(ENTRY, """
                         and (lower(name) = lower(:name) or lower(organisation) = lower(:name))
                        order by sort_key, id limit :most
                        """, network, DirectoryQuery.words(name))
                .param("name", name)
                .param("most", most)
                .query(DirectoryStore::entry)
                .list();
    }

    /// With their addresses, as far as row security shows them.
    List<Directory.Suggestion> told(List<Directory.Entry> some) {
        var addresses = new HashMap<ProfileId, String>();
        sql.sql("select profile_id, email from networks.address where profile_id = any (cast(:ids as uuid[]))")
                .param("ids", some.stream().map(entry -> entry.id().toString()).toArray(String[]::new))
                .query(row -> {
                    addresses.put(new ProfileId(row.getObject("profile_id", UUID.class)), row.getString("email"));
                });
        return some.stream()
                .map(entry -> new Directory.Suggestion(entry, addresses.getOrDefault(entry.id(), "")))
                .toList();
    }

    /// Nobody, where the one to go on from is in the directory no longer.
    List<Directory.Entry> after(NetworkId network, DirectoryQuery query, ProfileId leader, int most) {
        return beside(">", " order by sort_key, id limit :most", network, query, leader, most);
    }

    /// The nearest first. Nobody, where the one to lead up to is in the directory no longer.
    List<Directory.Entry> before(NetworkId network, DirectoryQuery query, ProfileId leader, int most) {
        return beside("<", " order by sort_key desc, id desc limit :most", network, query, leader, most);
    }

    private List<Directory.Entry> beside(
            String side, String order, NetworkId network, DirectoryQuery query, ProfileId leader, int most) {
        return matching(
                        ENTRY,
                        " and (sort_key, id) " + side
                                + " ((select sort_key from networks.profile where id = :leader), :leader)" + order,
                        network,
                        query)
                .param("leader", leader.value())
                .param("most", most)
                .query(DirectoryStore::entry)
                .list();
    }

    List<Directory.Entry> entries(Collection<ProfileId> ids, int skipped, int most) {
        return sql.sql(ENTRY + """
                 where id = any (cast(:ids as uuid[]))
                order by sort_key, id
                limit :limit offset :offset
                """)
                .param("ids", ids.stream().map(ProfileId::toString).toArray(String[]::new))
                .param("limit", most)
                .param("offset", skipped)
                .query(DirectoryStore::entry)
                .list();
    }

    List<Directory.Common> common(NetworkId network, String field, int most) {
        return sql.sql("""
                select value, leaders from networks.choice
                where network_id = :network and field = :field and leaders > 0
                order by leaders desc, value limit :most
                """)
                .param("network", network.value())
                .param("field", field)
                .param("most", most)
                .query((row, number) -> new Directory.Common(row.getString("value"), row.getLong("leaders")))
                .list();
    }

    List<ProfileId> ids(NetworkId network, DirectoryQuery query) {
        return matching("select id from networks.profile", " order by id", network, query)
                .query((row, number) -> new ProfileId(row.getObject("id", UUID.class)))
                .list();
    }

    /// How many match; one more than the most that are counted where there are more.
    int count(NetworkId network, DirectoryQuery query) {
        return matching("select count(*) from (select from networks.profile", " limit :limit) as found", network, query)
                .param("limit", MOST_COUNTED + 1)
                .query(Integer.class)
                .single();
    }

    /// Who has the words and is of the place, by an index. Empty where whoever goes through the list in its order has
    /// soon found a page of them.
    private Optional<List<String>> few(NetworkId network, DirectoryQuery query) {
        return sql.sql("""
                select cast(networks.few(:network, cast(:words as text[]), cast(:place as text), :most) as text[]) as ids
                """)
                .param("network", network.value())
                .param("words", query.patterns().toArray(String[]::new))
                .param("place", query.placePattern().orElse(null))
                .param("most", MOST_COUNTED)
                .query(DirectoryStore::ids)
                .single();
    }

    private static Optional<List<String>> ids(ResultSet row, int number) throws SQLException {
        var ids = row.getArray("ids");
        return ids == null ? Optional.empty() : Optional.of(List.of((String[]) ids.getArray()));
    }

    int leaders(NetworkId network, DirectoryQuery.Choice choice) {
        return sql.sql("""
                select leaders from networks.choice
                where network_id = :network and field = :field and value = :value
                """)
                .param("network", network.value())
                .param("field", choice.field())
                .param("value", choice.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /// The most frequent of each; industries and stages as people look for them, places as suggestions.
    Directory.Choices choices(NetworkId network) {
        var found = sql.sql("""
                select wanted.field, c.value
                from (values ('industry', 100), ('stage', 50), ('place', 40)) as wanted (field, most)
                cross join lateral (
                    select value, leaders from networks.choice
                    where network_id = :network and field = wanted.field and leaders > 0
                    order by leaders desc, value
                    limit wanted.most) c
                order by c.leaders desc, c.value
                """)
                .param("network", network.value())
                .query((row, number) -> Map.entry(row.getString("field"), row.getString("value")))
                .list();
        Function<String, List<String>> of = field -> found.stream()
                .filter(choice -> choice.getKey().equals(field))
                .map(Map.Entry::getValue)
                .toList();
        return new Directory.Choices(sorted(of.apply("industry")), sorted(of.apply("stage")), of.apply("place"));
    }

    private static List<String> sorted(List<String> values) {
        return values.stream().sorted(Comparator.comparing(LeaderFacts::plain)).toList();
    }

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

    /// Only what is asked for is in the statement, so that each kind of question has a plan and an index of its own.
    private JdbcClient.StatementSpec matching(String from, String rest, NetworkId network, DirectoryQuery query) {
        var where = new StringBuilder(from).append(" where network_id = :network");
        var values = new HashMap<String, Object>();
        values.put("network", network.value());
        if (!query.industry().isEmpty()) {
            where.append(" and industry = :industry");
            values.put("industry", query.industry());
        }
        if (!query.stage().isEmpty()) {
            where.append(" and stage = :stage");
            values.put("stage", query.stage());
        }
        query.size().ifPresent(size -> {
            where.append(" and team_size between :least and :greatest");
            values.put("least", size.least());
            values.put("greatest", size.most());
        });
        query.placePattern().ifPresent(place -> {
            where.append(" and sought_place like :place");
            values.put("place", place);
        });
        for (var pattern : query.patterns()) {
            where.append(" and sought like :word").append(values.size());
            values.put("word" + values.size(), pattern);
        }
        if (query.sought()) {
            few(network, query).ifPresent(ids -> {
                where.append(" and id = any (cast(:few as uuid[]))");
                values.put("few", ids.toArray(String[]::new));
            });
        }
        return sql.sql(where.append(rest).toString()).params(values);
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
