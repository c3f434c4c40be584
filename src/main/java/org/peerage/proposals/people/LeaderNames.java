package org.peerage.proposals.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The people and the formed groups of a proposal, as the directory and the groups know them today.
@Component
public class LeaderNames {

    private final JdbcClient sql;
    private final Circles circles;

    LeaderNames(JdbcClient sql, Circles circles) {
        this.sql = sql;
        this.circles = circles;
    }

    /// Whether somebody sits in groups that a run has found.
    public boolean proposed(ProfileId leader) {
        return sql.sql("select exists (select from proposals.seat where profile_id = :leader)")
                .param("leader", leader.value())
                .query(Boolean.class)
                .single();
    }

    public Map<String, LeaderName> of(NetworkId network, Collection<String> profiles) {
        Map<String, LeaderName> people = new HashMap<>();
        sql.sql("""
                select id, name, role_title, organisation, place, time_zone
                from networks.shared_profile
                where network_id = :network and id = any (cast(:profiles as uuid[]))
                """)
                .param("network", network.value())
                .param("profiles", profiles.toArray(String[]::new))
                .query(row -> {
                    people.put(
                            row.getString("id"),
                            new LeaderName(
                                    row.getString("id"),
                                    row.getString("name"),
                                    row.getString("role_title"),
                                    row.getString("organisation"),
                                    row.getString("place"),
                                    row.getString("time_zone")));
                });
        return people;
    }

    public Map<String, LeaderName> of(NetworkId network, ByHand byHand) {
        return byHand.nobody()
                ? Map.of()
                : of(
                        network,
                        Stream.concat(byHand.left().stream(), byHand.added().stream())
                                .map(ProfileId::toString)
                                .toList());
    }

    public Map<GroupId, String> names(Collection<GroupId> groups) {
        return circles.names(groups);
    }

    /// Who of these sits in a group already, or is asked to.
    public Set<String> seated(Collection<String> profiles) {
        return new HashSet<>(sql.sql("""
                select distinct profile_id from groups.shared_seat
                where state <> 'left' and profile_id = any (cast(:profiles as uuid[]))
                """)
                .param("profiles", profiles.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
