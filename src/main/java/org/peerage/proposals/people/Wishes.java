package org.peerage.proposals.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerage.composition.Rules;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.tenancy.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What conveners know about pairs of people and no profile says. A pair has at most one wish.
@Component
public class Wishes {

    private final JdbcClient sql;
    private final Directory directory;
    private final InstantSource clock;

    public Wishes(JdbcClient sql, Directory directory, InstantSource clock) {
        this.sql = sql;
        this.directory = directory;
        this.clock = clock;
    }

    public enum Kind {
        APART,
        TOGETHER,
        COMPETITORS,
        NOT_COMPETITORS;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> named(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }
    }

    /// One half of a pair, as the directory calls them.
    record Side(ProfileId profile, String name, String roleTitle, String organisation) {}

    record Wish(Kind kind, Side one, Side other, Instant keptAt) {}

    /// What came of a wish.
    public sealed interface Keeping {

        record Kept() implements Keeping {}

        /// The pair has another wish, or this one; it is taken back first.
        record Standing(Kind kind) implements Keeping {}

        record OnePersonTwice() implements Keeping {}

        /// Somebody is not in this network's directory.
        record Unknown() implements Keeping {}
    }

    /// The newest first.
    @Transactional(readOnly = true)
    public List<Wish> of(NetworkId network) {
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
                .query((row, number) -> new Wish(
                        Kind.named(row.getString("kind")).orElseThrow(),
                        side(row, "one"),
                        side(row, "other"),
                        row.getTimestamp("kept_at").toInstant()))
                .list();
    }

    @Transactional
    public Keeping keep(NetworkId network, ProfileId some, ProfileId others, Kind kind) {
        if (some.equals(others)) {
            return new Keeping.OnePersonTwice();
        }
        if (!in(network, some) || !in(network, others)) {
            return new Keeping.Unknown();
        }
        var first = first(some, others);
        var second = first.equals(some) ? others : some;
        var added = sql.sql("""
                insert into proposals.wish (network_id, one, other, kind, kept_by, kept_at)
                values (:network, :one, :other, :kind, :me, :now)
                on conflict (network_id, one, other) do nothing
                """)
                .param("network", network.value())
                .param("one", first.value())
                .param("other", second.value())
                .param("kind", kind.key())
                .param("me", Acting.me().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return added == 1 ? new Keeping.Kept() : new Keeping.Standing(standing(network, first, second));
    }

    @Transactional
    public void takeBack(NetworkId network, ProfileId some, ProfileId others) {
        var first = first(some, others);
        sql.sql("delete from proposals.wish where network_id = :network and one = :one and other = :other")
                .param("network", network.value())
                .param("one", first.value())
                .param("other", (first.equals(some) ? others : some).value())
                .update();
    }

    /// The wishes of a network as the engine reads them; without them only the corrections of who competes with whom.
    @Transactional(readOnly = true)
    public Rules rules(NetworkId network, boolean wishesToo, double hoursApart, OptionalDouble kilometres) {
        Map<Kind, List<Rules.Pair>> pairs = sql
                .sql("""
                select kind, one, other from proposals.wish where network_id = :network order by kept_at, one, other
                """)
                .param("network", network.value())
                .query((row, number) -> Map.entry(
                        Kind.named(row.getString("kind")).orElseThrow(),
                        new Rules.Pair(row.getString("one"), row.getString("other"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return new Rules(
                wishesToo ? pairs.getOrDefault(Kind.APART, List.of()) : List.of(),
                wishesToo ? pairs.getOrDefault(Kind.TOGETHER, List.of()) : List.of(),
                Map.of(),
                pairs.getOrDefault(Kind.COMPETITORS, List.of()),
                pairs.getOrDefault(Kind.NOT_COMPETITORS, List.of()),
                hoursApart,
                kilometres);
    }

    private Kind standing(NetworkId network, ProfileId one, ProfileId other) {
        return sql.sql("select kind from proposals.wish where network_id = :network and one = :one and other = :other")
                .param("network", network.value())
                .param("one", one.value())
                .param("other", other.value())
                .query((row, number) -> Kind.named(row.getString("kind")).orElseThrow())
                .single();
    }

    private boolean in(NetworkId network, ProfileId profile) {
        return directory
                .entry(profile)
                .filter(entry -> entry.network().equals(network))
                .isPresent();
    }

    /// As the database compares them: by their text, which is not how Java orders a UUID.
    private static ProfileId first(ProfileId some, ProfileId others) {
        return some.toString().compareTo(others.toString()) < 0 ? some : others;
    }

    private static Side side(ResultSet row, String which) throws SQLException {
        return new Side(
                new ProfileId(row.getObject(which, UUID.class)),
                row.getString(which + "_name"),
                row.getString(which + "_role"),
                row.getString(which + "_organisation"));
    }
}
