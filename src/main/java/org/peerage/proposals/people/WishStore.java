package org.peerage.proposals.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerage.composition.Rules;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What conveners know about pairs of people. A pair is stored one way round: the first is the one whose id comes
/// first.
@Component
class WishStore {

    private final JdbcClient sql;

    WishStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// The newest first.
    List<Wishes.Wish> of(NetworkId network) {
        return sql.sql("""
                select w.kind, w.kept_at, a.id as one, a.name as one_name, a.role_title as one_role,
                       a.organisation as one_organisation, b.id as other, b.name as other_name,
                       b.role_title as other_role, b.organisation as other_organisation
                from proposals.wish w
                join networks.shared_profile a on a.id = w.one
                join networks.shared_profile b on b.id = w.other
                where w.network_id = :network
                order by w.kept_at desc, w.one, w.other
                """)
                .param("network", network.value())
                .query((row, number) -> new Wishes.Wish(
                        Wishes.Kind.named(row.getString("kind")).orElseThrow(),
                        side(row, "one"),
                        side(row, "other"),
                        row.getTimestamp("kept_at").toInstant()))
                .list();
    }

    /// By kind, the oldest first, as the engine names people.
    Map<Wishes.Kind, List<Rules.Pair>> pairs(NetworkId network) {
        return sql
                .sql("""
                select kind, one, other from proposals.wish where network_id = :network order by kept_at, one, other
                """)
                .param("network", network.value())
                .query((row, number) -> Map.entry(
                        Wishes.Kind.named(row.getString("kind")).orElseThrow(),
                        new Rules.Pair(row.getString("one"), row.getString("other"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    int count(NetworkId network) {
        return sql.sql("select count(*) from proposals.wish where network_id = :network")
                .param("network", network.value())
                .query(Integer.class)
                .single();
    }

    /// False where the pair has a wish already.
    boolean add(NetworkId network, ProfileId some, ProfileId others, Wishes.Kind kind, Instant now) {
        return of("""
                insert into proposals.wish (network_id, one, other, kind, kept_by, kept_at)
                values (:network, :one, :other, :kind, :me, :now)
                on conflict (network_id, one, other) do nothing
                """, network, some, others)
                        .param("kind", kind.key())
                        .param("me", Acting.me().value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Wishes.Kind kind(NetworkId network, ProfileId some, ProfileId others) {
        return of(
                        "select kind from proposals.wish where network_id = :network and one = :one and other = :other",
                        network,
                        some,
                        others)
                .query((row, number) -> Wishes.Kind.named(row.getString("kind")).orElseThrow())
                .single();
    }

    void remove(NetworkId network, ProfileId some, ProfileId others) {
        of(
                        "delete from proposals.wish where network_id = :network and one = :one and other = :other",
                        network,
                        some,
                        others)
                .update();
    }

    /// As the database compares them: by their text, which is not how Java orders a UUID.
    private JdbcClient.StatementSpec of(String statement, NetworkId network, ProfileId some, ProfileId others) {
        var first = some.toString().compareTo(others.toString()) < 0 ? some : others;
        return sql.sql(statement)
                .param("network", network.value())
                .param("one", first.value())
                .param("other", (first.equals(some) ? others : some).value());
    }

    private static Wishes.Side side(ResultSet row, String which) throws SQLException {
        return new Wishes.Side(
                new ProfileId(row.getObject(which, UUID.class)),
                row.getString(which + "_name"),
                row.getString(which + "_role"),
                row.getString(which + "_organisation"));
    }
}
