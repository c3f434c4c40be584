package org.peerage.conflicts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Disclosures as far as the acting person made or may read them, and who has stated that there is nothing else.
@Component
class DisclosureStore {

    private static final String PARTY = """
            select p.id, p.person_id, p.name, p.organisation, p.role_title, p.industry, p.subindustry, p.tags
            from networks.shared_profile p
            """;

    private final JdbcClient sql;

    DisclosureStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Disclosure disclosure) {
        sql.sql("""
                insert into conflicts.disclosure (id, group_id, room_id, person_id, chair_id, disclosed_at)
                values (:id, :group, :room, :by, :chair, :at)
                """)
                .param("id", disclosure.id())
                .param("group", disclosure.group().value())
                .param("room", disclosure.room().value())
                .param("by", disclosure.by().value())
                .param("chair", disclosure.chair().map(PersonId::value).orElse(null))
                .param("at", Timestamp.from(disclosure.at()))
                .update();
    }

    /// The latest first.
    List<Disclosure> in(GroupId group) {
        return sql.sql("""
                select id, group_id, room_id, person_id, chair_id, disclosed_at, ended_at
                from conflicts.disclosure where group_id = :group order by disclosed_at desc, id
                """)
                .param("group", group.value())
                .query((row, number) -> disclosure(row))
                .list();
    }

    /// False where it is nothing that whoever acts has disclosed.
    boolean end(GroupId group, UUID id, Instant at) {
        return sql.sql("""
                        update conflicts.disclosure set ended_at = coalesce(ended_at, :at)
                        where id = :id and group_id = :group and person_id = tenancy.me()
                        """)
                        .param("id", id)
                        .param("group", group.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /// Everybody with a seat, taken or offered.
    List<Party> parties(GroupId group) {
        return sql.sql(PARTY + """
                join groups.shared_seat s on s.profile_id = p.id
                where s.group_id = :group and s.state <> 'left'
                order by lower(p.name), p.id
                """)
                .param("group", group.value())
                .query((row, number) -> party(row))
                .list();
    }

    List<Party> parties(NetworkId network, Collection<ProfileId> profiles) {
        return sql.sql(PARTY + "where p.network_id = :network and p.id = any (:profiles) order by lower(p.name), p.id")
                .param("network", network.value())
                .param("profiles", profiles.stream().map(ProfileId::value).toArray(UUID[]::new))
                .query((row, number) -> party(row))
                .list();
    }

    void state(GroupId group, Statement statement) {
        sql.sql("""
                insert into conflicts.statement (group_id, person_id, stated_at, chair_id, seen)
                values (:group, :by, :at, :chair, :seen)
                on conflict (group_id, person_id)
                do update set stated_at = excluded.stated_at, chair_id = excluded.chair_id, seen = excluded.seen
                """)
                .param("group", group.value())
                .param("by", statement.by().value())
                .param("at", Timestamp.from(statement.at()))
                .param("chair", statement.chair().value())
                .param(
                        "seen",
                        statement.seen().entrySet().stream()
                                .map(one -> one.getKey() + " " + one.getValue())
                                .sorted()
                                .toArray(String[]::new))
                .update();
    }

    Map<PersonId, Statement> statements(GroupId group) {
        return sql
                .sql("select person_id, stated_at, chair_id, seen from conflicts.statement where group_id = :group")
                .param("group", group.value())
                .query((row, number) -> statement(row))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Statement::by, one -> one));
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return new Statement(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getTimestamp("stated_at").toInstant(),
                new PersonId(row.getObject("chair_id", UUID.class)),
                Arrays.stream((String[]) row.getArray("seen").getArray())
                        .map(one -> one.split(" ", 2))
                        .collect(Collectors.toUnmodifiableMap(
                                one -> new ProfileId(UUID.fromString(one[0])), one -> one[1])));
    }

    private static Party party(ResultSet row) throws SQLException {
        var name = row.getString("name");
        return Party.of(
                new ProfileId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
                name.isEmpty() ? row.getString("organisation") : name,
                row.getString("organisation"),
                row.getString("role_title"),
                row.getString("industry"),
                row.getString("subindustry"),
                row.getString("tags"));
    }

    private static Disclosure disclosure(ResultSet row) throws SQLException {
        return new Disclosure(
                row.getObject("id", UUID.class),
                new GroupId(row.getObject("group_id", UUID.class)),
                new RoomId(row.getString("room_id")),
                new PersonId(row.getObject("person_id", UUID.class)),
                Optional.ofNullable(row.getObject("chair_id", UUID.class)).map(PersonId::new),
                row.getTimestamp("disclosed_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
    }
}
