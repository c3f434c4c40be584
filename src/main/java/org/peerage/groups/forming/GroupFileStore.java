package org.peerage.groups.forming;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads all groups of a network with their seats, as far as row security shows them.
@Component
class GroupFileStore {

    /// A group with its seats, those that were left as well.
    ///
    /// @param key by which they are in order, of two with the same by their ids
    record Whole(
            GroupId id,
            String key,
            String name,
            String purpose,
            String zone,
            int smallest,
            int target,
            int largest,
            Instant formedAt,
            boolean open,
            List<Sat> seats) {

        Whole {
            seats = List.copyOf(seats);
        }

        Whole with(List<Sat> sat) {
            return new Whole(id, key, name, purpose, zone, smallest, target, largest, formedAt, open, sat);
        }
    }

    /// Whoever is picked for a seat is called as the directory calls them, until they have taken it.
    record Sat(ProfileId profile, String name, String organisation, boolean chair, String state, Instant since) {}

    /// Before every group.
    private static final UUID NONE = new UUID(0, 0);

    private final JdbcClient sql;

    GroupFileStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// So many of those that come after one, or from the beginning.
    List<Whole> after(NetworkId network, Optional<Whole> last, int most) {
        var groups = sql.sql("""
                select id, lower(name) as key, name, purpose, zone, smallest, target, largest, formed_at,
                       opened_at is not null as open
                from groups.group where network_id = :network and (lower(name), id) > (:key, :id)
                order by lower(name), id limit :most
                """)
                .param("network", network.value())
                .param("key", last.map(Whole::key).orElse(""))
                .param("id", last.map(one -> one.id().value()).orElse(NONE))
                .param("most", most)
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Whole(
                            new GroupId(id),
                            row.getString("key"),
                            row.getString("name"),
                            row.getString("purpose"),
                            row.getString("zone"),
                            row.getInt("smallest"),
                            row.getInt("target"),
                            row.getInt("largest"),
                            row.getTimestamp("formed_at").toInstant(),
                            row.getBoolean("open"),
                            List.of());
                })
                .list();
        var seats = seats(groups.stream().map(group -> group.id().value()).toArray(UUID[]::new));
        return groups.stream()
                .map(group -> group.with(seats.getOrDefault(group.id().value(), List.of())))
                .toList();
    }

    private Map<UUID, List<Sat>> seats(UUID[] groups) {
        var seats = new HashMap<UUID, List<Sat>>();
        sql.sql("""
                select s.group_id, s.profile_id, coalesce(nullif(s.name, ''), p.name, '') as name,
                       coalesce(p.organisation, '') as organisation, s.chair, s.state, s.changed_at
                from groups.group g
                join groups.seat s on s.group_id = g.id
                left join networks.shared_profile p on p.id = s.profile_id
                where g.id = any (:groups)
                order by s.group_id, s.chair desc, s.picked_at, s.id
                """).param("groups", groups).query(row -> {
            seats.computeIfAbsent(row.getObject("group_id", UUID.class), unseen -> new ArrayList<>())
                    .add(sat(row));
        });
        return seats;
    }

    private static Sat sat(ResultSet row) throws SQLException {
        return new Sat(
                new ProfileId(row.getObject("profile_id", UUID.class)),
                row.getString("name"),
                row.getString("organisation"),
                row.getBoolean("chair"),
                row.getString("state"),
                row.getTimestamp("changed_at").toInstant());
    }
}
