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

    /// What somebody looks for in a network, and what an index knows of it before the list is gone through.
    ///
    /// @param few who has the words and is of the place, where these are no more than people count
    /// @param more there are more than people count
    record Search(NetworkId network, DirectoryQuery query, Optional<List<String>> few, boolean more) {

        /// How many match, where nothing is asked for but what the index knows; as [#count].
        Optional<Integer> known() {
            return (more ? Optional.of(MOST_COUNTED + 1) : few.map(List::size)).filter(_ -> query.soughtAlone());
        }
    }

    DirectoryStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Directory.Entry> entry(ProfileId id) {
        return sql.sql(ENTRY + " where id = :id")
                .param("id", id.value())
                .query(DirectoryStore::entry)
                .optional();
    }

    Search search(NetworkId network, DirectoryQuery query) {
        if (!query.sought()) {
            return new Search(network, query, Optional.empty(), false);
        }
        return sql.sql("""
                select cast(few as text[]) as few, more
                from networks.sought(:network, cast(:words as text[]), cast(:place as text), :most)
                """)
                .param("network", network.value())
                .param("words", query.patterns().toArray(String[]::new))
                .param("place", query.placePattern().orElse(null))
                .param("most", MOST_COUNTED)
                .query((row, number) -> new Search(network, query, few(row), row.getBoolean("more")))
                .single();
    }

    private static Optional<List<String>> few(ResultSet row) throws SQLException {
        var few = row.getArray("few");
        return few == null ? Optional.empty() : Optional.of(List.of((String[]) few.getArray()));
    }

    List<Directory.Entry> first(Search search, int most) {
        return matching(ENTRY, " order by sort_key, id limit :most", search)
                .param("most", most)
                .query(DirectoryStore::entry)
                .list();
    }

    /// Those whose whole name it is, or that of their organisation.
    List<Directory.Entry> called(Search search, String name, int most) {
        return matching(ENTRY, """
                         and (lower(name) = lower(:name) or lower(organisation) = lower(:name))
                        order by sort_key, id limit :most
                        """, search)
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
    List<Directory.Entry> after(Search search, ProfileId leader, int most) {
        return beside(">", " order by sort_key, id limit :most", search, leader, most);
    }

    /// The nearest first. Nobody, where the one to lead up to is in the directory no longer.
    List<Directory.Entry> before(Search search, ProfileId leader, int most) {
        return beside("<", " order by sort_key desc, id desc limit :most", search, leader, most);
    }

    private List<Directory.Entry> beside(String side, String order, Search search, ProfileId leader, int most) {
        return matching(
                        ENTRY,
                        " and (sort_key, id) " + side
                                + " ((select sort_key from networks.profile where id = :leader), :leader)" + order,
                        search)
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

    List<ProfileId> ids(Search search) {
        return matching("select id from networks.profile", " order by id", search)
                .query((row, number) -> new ProfileId(row.getObject("id", UUID.class)))
                .list();
    }

    /// How many match; one more than the most that are counted where there are more.
    int count(Search search) {
        return search.known()
                .orElseGet(() -> matching(
                                "select count(*) from (select from networks.profile", " limit :limit) as found", search)
                        .param("limit", MOST_COUNTED + 1)
                        .query(Integer.class)
                        .single());
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
    private JdbcClient.StatementSpec matching(String from, String rest, Search search) {
        var query = search.query();
        var where = new StringBuilder(from).append(" where network_id = :network");
        var values = new HashMap<String, Object>();
        values.put("network", search.network().value());
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
        search.few().ifPresent(ids -> {
            where.append(" and id = any (cast(:few as uuid[]))");
            values.put("few", ids.toArray(String[]::new));
        });
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
