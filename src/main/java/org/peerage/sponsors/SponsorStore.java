package org.peerage.sponsors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who sponsors what, as far as whoever acts may know.
@Component
class SponsorStore {

    private static final String COLUMNS = """
            select id, network_id, group_id, name, state, person_id, link_id, changed_at from sponsors.sponsor
            """;

    private final JdbcClient sql;

    SponsorStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// What is there already stays as it is.
    void add(UUID id, Sponsored what, String name, Instant now) {
        sql.sql("""
                        insert into sponsors.sponsor
                            (id, network_id, group_id, name, state, asked_by, asked_at, changed_at)
                        values (:id, :network, :group, :name, 'invited', tenancy.me(), :now, :now)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("network", what.network().value())
                .param("group", what.groupId())
                .param("name", name)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Sponsor> find(UUID id) {
        return sql.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query((row, number) -> sponsor(row))
                .optional();
    }

    /// Of a network and of all its groups; those that are over last.
    List<Sponsor> in(NetworkId network) {
        return sql.sql(COLUMNS + "where network_id = :network order by state = 'ended', lower(name), id")
                .param("network", network.value())
                .query((row, number) -> sponsor(row))
                .list();
    }

    /// What whoever acts sponsors.
    List<Sponsor> mine() {
        return sql.sql(COLUMNS + "where person_id = tenancy.me() and state = 'taken' order by asked_at, id")
                .query((row, number) -> sponsor(row))
                .list();
    }

    /// The names of those who read the page.
    List<String> names(Sponsored what) {
        return sql.sql("""
                select name from sponsors.sponsor
                where network_id = :network and group_id is not distinct from :group and state = 'taken'
                order by lower(name), id
                """)
                .param("network", what.network().value())
                .param("group", what.groupId())
                .query((row, number) -> row.getString("name"))
                .list();
    }

    /// Whether there is anybody outside who reads, or will, what this group or its network shows.
    boolean anybody(Sponsored what) {
        return sql.sql("""
                select exists (select from sponsors.sponsor
                               where network_id = :network and state <> 'ended'
                                 and group_id is not distinct from :group)
                """)
                .param("network", what.network().value())
                .param("group", what.groupId())
                .query(Boolean.class)
                .single();
    }

    void link(UUID id, UUID link, Instant now) {
        sql.sql("update sponsors.sponsor set link_id = :link, changed_at = :now where id = :id and state = 'invited'")
                .param("link", link)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /// True for whoever comes first with the link that is out.
    boolean take(UUID id, UUID link, PersonId person, String name, Instant now) {
        return sql.sql("""
                        update sponsors.sponsor
                        set state = 'taken', person_id = :person, name = :name, changed_at = :now
                        where id = :id and state = 'invited' and link_id = :link
                        """)
                        .param("person", person.value())
                        .param("name", name)
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .param("link", link)
                        .update()
                == 1;
    }

    void end(UUID id, Instant now) {
        sql.sql("update sponsors.sponsor set state = 'ended', changed_at = :now where id = :id and state <> 'ended'")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void rename(PersonId person, String name) {
        sql.sql("update sponsors.sponsor set name = :name where person_id = :person")
                .param("name", name)
                .param("person", person.value())
                .update();
    }

    private static Sponsor sponsor(ResultSet row) throws SQLException {
        return new Sponsor(
                row.getObject("id", UUID.class),
                new Sponsored(
                        new NetworkId(row.getObject("network_id", UUID.class)),
                        Optional.ofNullable(row.getObject("group_id", UUID.class))
                                .map(GroupId::new)),
                row.getString("name"),
                Sponsor.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
                Optional.ofNullable(row.getObject("link_id", UUID.class)),
                row.getTimestamp("changed_at").toInstant());
    }
}
