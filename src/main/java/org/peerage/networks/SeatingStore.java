package org.peerage.networks;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.rosters.Column;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What happens to rows when a link is taken up. Runs as the program `networks.seating`, whose policies let it in.
@Component
class SeatingStore {

    private final JdbcClient sql;

    SeatingStore(JdbcClient sql) {
        this.sql = sql;
    }

    void grantFounding(UUID link, PersonId person, Instant now) {
        sql.sql("""
                insert into networks.founding (link_id, person_id, granted_at)
                values (:link, :person, :now)
                on conflict (link_id) do nothing
                """)
                .param("link", link)
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<ProfileId> profileOf(NetworkId network, PersonId person) {
        return sql.sql("select id from networks.profile where network_id = :network and person_id = :person")
                .param("network", network.value())
                .param("person", person.value())
                .query(UUID.class)
                .optional()
                .map(ProfileId::new);
    }

    /// A profile that says nothing but a name gives way to the one from the roster.
    boolean removeBare(ProfileId profile) {
        return sql.sql("delete from networks.profile where id = :id and organisation = '' and external_id = ''")
                        .param("id", profile.value())
                        .update()
                == 1;
    }

    void addProfile(ProfileId id, NetworkId network, PersonId person, String name, Instant now) {
        sql.sql("""
                insert into networks.profile (id, network_id, person_id, name, sought, changed_at)
                values (:id, :network, :person, :name, :sought, :now)
                """)
                .param("id", id.value())
                .param("network", network.value())
                .param("person", person.value())
                .param("name", name)
                .param("sought", LeaderFacts.plain(name))
                .param("now", Timestamp.from(now))
                .update();
    }

    void introduce(ProfileId id, NetworkId network, String name, String organisation, String roleTitle, Instant now) {
        var facts = new LeaderFacts(
                Map.of(Column.NAME, name, Column.ORGANISATION, organisation, Column.ROLE_TITLE, roleTitle));
        sql.sql("""
                insert into networks.profile
                    (id, network_id, name, organisation, role_title, sought, changed_at)
                values (:id, :network, :name, :organisation, :role, :sought, :now)
                """)
                .param("id", id.value())
                .param("network", network.value())
                .param("name", name)
                .param("organisation", organisation)
                .param("role", roleTitle)
                .param("sought", facts.sought())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// True also for the person who sits there already, so that a repeated step changes nothing.
    boolean take(ProfileId profile, NetworkId network, PersonId person, String name, Instant now) {
        var taken = sql.sql("""
                update networks.profile
                set person_id = :person, name = :name, sought = sought || ' | ' || :sought,
                    version = version + 1, changed_at = :now
                where id = :id and network_id = :network and person_id is null
                """)
                .params(Map.of(
                        "id", profile.value(),
                        "network", network.value(),
                        "person", person.value(),
                        "name", name,
                        "sought", LeaderFacts.plain(name),
                        "now", Timestamp.from(now)))
                .update();
        sql.sql("update networks.address set person_id = :person where profile_id = :id and person_id is null")
                .param("person", person.value())
                .param("id", profile.value())
                .update();
        return taken == 1;
    }

    /// In every directory that they stand in; nobody finds them by their old name any more.
    void rename(PersonId person, String name, Instant now) {
        var old = sql.sql("select distinct name from networks.profile where person_id = :person and name <> :name")
                .param("person", person.value())
                .param("name", name)
                .query((row, number) -> row.getString("name"))
                .list();
        for (var before : old) {
            sql.sql("""
                    update networks.profile
                    set name = :name, sought = replace(sought, :soughtBefore, :sought), changed_at = :now
                    where person_id = :person and name = :before
                    """)
                    .param("name", name)
                    .param("sought", LeaderFacts.plain(name))
                    .param("soughtBefore", LeaderFacts.plain(before))
                    .param("now", Timestamp.from(now))
                    .param("person", person.value())
                    .param("before", before)
                    .update();
        }
    }

    void addMember(NetworkId network, PersonId person, Instant now) {
        sql.sql("""
                insert into networks.member (network_id, person_id, role, since)
                values (:network, :person, 'member', :now)
                on conflict (network_id, person_id) do nothing
                """)
                .param("network", network.value())
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .update();
    }
}
