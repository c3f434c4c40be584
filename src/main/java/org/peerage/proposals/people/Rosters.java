package org.peerage.proposals.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.peerage.composition.Leader;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The directory as the engine reads it: profiles of a network as leaders, in the order of their ids. A leader's id is
/// the profile's.
@Component
public class Rosters {

    private final JdbcClient sql;
    private final Directory directory;

    Rosters(JdbcClient sql, Directory directory) {
        this.sql = sql;
        this.directory = directory;
    }

    /// Whom a convener means.
    ///
    /// @param nobodyElse only those who are added by hand; the filter finds nobody
    /// @param seatedToo whether those who sit in a group already are found
    public record Choice(
            String words,
            String industry,
            String stage,
            String place,
            boolean seatedToo,
            boolean nobodyElse,
            ByHand byHand) {

        public static final Choice EVERYBODY_FREE = new Choice("", "", "", "", false, false, ByHand.NOBODY);
    }

    /// Whom a search is about.
    ///
    /// @param found whom the filter finds
    /// @param people whom the search is to seat
    /// @param byHand what was chosen by hand and makes a difference
    public record Chosen(Set<ProfileId> found, List<ProfileId> people, ByHand byHand) {}

    public Chosen chosen(NetworkId network, Choice choice) {
        var found = choice.nobodyElse() ? Set.<ProfileId>of() : found(network, choice);
        var byHand = new ByHand(
                only(choice.byHand().left(), found::contains),
                only(known(network, choice.byHand().added()), one -> !found.contains(one)));
        var people = new ArrayList<>(found);
        people.removeAll(byHand.left());
        people.addAll(byHand.added());
        return new Chosen(found, List.copyOf(people), byHand);
    }

    private Set<ProfileId> found(NetworkId network, Choice choice) {
        var found = new LinkedHashSet<>(
                directory.matching(network, choice.words(), choice.industry(), choice.stage(), choice.place()));
        if (!choice.seatedToo()) {
            found.removeAll(seated(network));
        }
        return found;
    }

    private static Set<ProfileId> only(Set<ProfileId> people, Predicate<ProfileId> which) {
        return people.stream().filter(which).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Who of these is in the directory of the network, in the order given.
    private Set<ProfileId> known(NetworkId network, Set<ProfileId> people) {
        if (people.isEmpty()) {
            return people;
        }
        var known = new HashSet<>(sql.sql("""
                select id from networks.shared_profile
                where network_id = :network and id = any (cast(:profiles as uuid[]))
                """)
                .param("network", network.value())
                .param("profiles", people.stream().map(ProfileId::toString).toArray(String[]::new))
                .query((row, number) -> new ProfileId(row.getObject("id", UUID.class)))
                .list());
        return only(people, known::contains);
    }

    /// In the order of their ids; whoever is not in the network's directory is left out.
    public List<Leader> leaders(NetworkId network, Collection<ProfileId> profiles) {
        return sql.sql("""
                select p.id, p.name, p.organisation, p.role_title, p.industry, p.subindustry, p.tags, p.team_size,
                       p.stage, p.place, p.country, p.time_zone, p.languages, p.experience_years, p.has_done, p.aims,
                       e.group_id as earlier,
                       array(select c.other_id from networks.shared_companion c
                             where c.profile_id = p.id order by c.other_id) as wishes
                from networks.shared_profile p
                left join (
                    select distinct on (s.profile_id) s.profile_id, s.group_id
                    from groups.shared_seat s
                    order by s.profile_id, s.id desc) e on e.profile_id = p.id
                where p.network_id = :network and p.id = any (cast(:profiles as uuid[]))
                order by p.id
                """)
                .param("network", network.value())
                .param("profiles", profiles.stream().map(ProfileId::toString).toArray(String[]::new))
                .query((row, number) -> leader(row))
                .list();
    }

    /// Those who sit in a group of the network, or are asked to.
    public Set<ProfileId> seated(NetworkId network) {
        return new HashSet<>(sql.sql("""
                select distinct s.profile_id
                from groups.shared_seat s join groups.shared_group g on g.id = s.group_id
                where g.network_id = :network and s.state <> 'left'
                """)
                .param("network", network.value())
                .query((row, number) -> new ProfileId(row.getObject("profile_id", UUID.class)))
                .list());
    }

    private static Leader leader(ResultSet row) throws SQLException {
        var name = row.getString("name");
        var stage = row.getString("stage");
        var place = Leader.place(row.getString("place"), row.getString("country"));
        var size = row.getObject("team_size", Integer.class);
        var years = row.getObject("experience_years", Integer.class);
        var earlier = row.getObject("earlier", UUID.class);
        return new Leader(
                row.getString("id"),
                name.isEmpty() ? row.getString("organisation") : name,
                Leader.levelOf(row.getString("role_title")),
                size == null || size < 1 ? OptionalDouble.empty() : OptionalDouble.of(size),
                Leader.stageOf(stage),
                years == null ? OptionalInt.empty() : OptionalInt.of(years),
                row.getString("industry"),
                row.getString("subindustry"),
                Leader.words(row.getString("tags")),
                Leader.words(row.getString("has_done")),
                Leader.words(row.getString("aims")),
                place,
                Leader.hoursOf(row.getString("time_zone"), place),
                Optional.empty(),
                Leader.words(row.getString("languages")),
                stage.toLowerCase(Locale.ROOT),
                earlier == null ? "" : earlier.toString(),
                Arrays.stream((UUID[]) row.getArray("wishes").getArray())
                        .map(UUID::toString)
                        .collect(Collectors.toCollection(TreeSet::new)),
                Set.of());
    }
}
