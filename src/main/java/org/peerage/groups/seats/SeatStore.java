package org.peerage.groups.seats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.groups.GroupSize;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of the seats.
@Component
class SeatStore {

    private final JdbcClient sql;

    SeatStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// The seat that a link was made for, found before anybody sits in it.
    record Offered(GroupId group, NetworkId network, Seat seat) {}

    Seats of(GroupId group, GroupSize size) {
        return new Seats(
                size,
                sql.sql("""
                        select s.id, s.profile_id, s.chair, s.state, s.person_id, s.link_id, s.changed_at,
                               coalesce(nullif(s.name, ''), p.name, '') as name,
                               coalesce(p.role_title, '') as role_title,
                               coalesce(p.organisation, '') as organisation
                        from groups.seat s left join networks.shared_profile p on p.id = s.profile_id
                        where s.group_id = :group
                        order by s.chair desc, s.picked_at, s.id
                        """)
                        .param("group", group.value())
                        .query((row, number) -> seat(row))
                        .list());
    }

    /// The acting person's own place in the directory.
    Optional<ProfileId> profile(NetworkId network, PersonId person) {
        return sql.sql("select id from networks.shared_profile where network_id = :network and person_id = :person")
                .param("network", network.value())
                .param("person", person.value())
                .query(UUID.class)
                .optional()
                .map(ProfileId::new);
    }

    /// Whether all of these are in the directory of the network.
    boolean ofNetwork(NetworkId network, Set<ProfileId> profiles) {
        return sql.sql("""
                        select count(*) from networks.shared_profile
                        where network_id = :network and id = any (cast(:profiles as uuid[]))
                        """)
                        .param("network", network.value())
                        .param(
                                "profiles",
                                profiles.stream().map(ProfileId::toString).toArray(String[]::new))
                        .query(Integer.class)
                        .single()
                == profiles.size();
    }

    void add(SeatId id, GroupId group, ProfileId profile, Instant now) {
        sql.sql("""
                insert into groups.seat (id, group_id, profile_id, state, picked_at, changed_at)
                values (:id, :group, :profile, 'open', :now, :now)
                on conflict do nothing
                """)
                .param("id", id.value())
                .param("group", group.value())
                .param("profile", profile.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    void remove(SeatId id) {
        sql.sql("delete from groups.seat where id = :id and state in ('open', 'invited')")
                .param("id", id.value())
                .update();
    }

    void chair(GroupId group, SeatId id) {
        sql.sql("update groups.seat set chair = false where group_id = :group and chair and id <> :id")
                .param("group", group.value())
                .param("id", id.value())
                .update();
        sql.sql("update groups.seat set chair = true where group_id = :group and id = :id and state <> 'left'")
                .param("group", group.value())
                .param("id", id.value())
                .update();
    }

    void chairSince(GroupId group, Instant at) {
        sql.sql("update groups.group set chair_since = :at where id = :group")
                .param("at", Timestamp.from(at))
                .param("group", group.value())
                .update();
    }

    /// False when the seat is no longer as it was read: somebody was faster, nothing was changed.
    boolean move(SeatId id, Seat.State from, Seat.State to) {
        return sql.sql("""
                        update groups.seat
                        set state = :to, link_id = :link, chair = chair and :to <> 'left', changed_at = :now
                        where id = :id and state = :from and link_id is not distinct from :fromLink
                        """)
                        .param("id", id.value())
                        .param("from", Seat.word(from))
                        .param("fromLink", link(from))
                        .param("to", Seat.word(to))
                        .param("link", link(to))
                        .param("now", Timestamp.from(to.since()))
                        .update()
                == 1;
    }

    /// Seats a person; only the program `groups.seating` may.
    boolean take(SeatId id, Seat.State from, Seat.Accepted to, String name) {
        return sql.sql("""
                        update groups.seat
                        set state = 'accepted', link_id = null, person_id = :person, name = :name, changed_at = :now
                        where id = :id and state = :from and link_id is not distinct from :fromLink
                        """)
                        .param("id", id.value())
                        .param("from", Seat.word(from))
                        .param("fromLink", link(from))
                        .param("person", to.person().value())
                        .param("name", name)
                        .param("now", Timestamp.from(to.since()))
                        .update()
                == 1;
    }

    void rename(PersonId person, String name) {
        sql.sql("update groups.seat set name = :name where person_id = :person")
                .param("name", name)
                .param("person", person.value())
                .update();
    }

    Optional<Offered> offered(SeatId id) {
        return sql.sql("""
                select s.id, s.profile_id, s.chair, s.state, s.person_id, s.link_id, s.changed_at, s.name,
                       '' as role_title, '' as organisation, s.group_id, g.network_id
                from groups.seat s join groups.group g on g.id = s.group_id
                where s.id = :id
                """)
                .param("id", id.value())
                .query((row, number) -> new Offered(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        new NetworkId(row.getObject("network_id", UUID.class)),
                        seat(row)))
                .optional();
    }

    /// Where they can be written to, as far as whoever asks may know it: conveners of the network.
    Map<SeatId, String> addresses(GroupId group) {
        Map<SeatId, String> addresses = new HashMap<>();
        sql.sql("""
                select s.id, a.email from groups.seat s join networks.shared_address a on a.profile_id = s.profile_id
                where s.group_id = :group
                """).param("group", group.value()).query(row -> {
            addresses.put(new SeatId(row.getObject("id", UUID.class)), row.getString("email"));
        });
        return addresses;
    }

    Optional<GroupId> groupOf(RoomId room) {
        return sql.sql("select group_id from groups.room where room_id = :room")
                .param("room", room.value())
                .query(UUID.class)
                .optional()
                .map(GroupId::new);
    }

    Optional<Seat> of(GroupId group, PersonId person) {
        return sql.sql("""
                select s.id, s.profile_id, s.chair, s.state, s.person_id, s.link_id, s.changed_at, s.name,
                       '' as role_title, '' as organisation
                from groups.seat s
                where s.group_id = :group and s.person_id = :person and s.state <> 'left'
                """)
                .param("group", group.value())
                .param("person", person.value())
                .query((row, number) -> seat(row))
                .optional();
    }

    /// Those who ask to be let in: all of them for whoever is inside, oneself for whoever asks.
    List<PersonId> asking(RoomId room) {
        return sql.sql("select person_id from rooms.shared_request where room_id = :room order by asked_at")
                .param("room", room.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    private static @Nullable UUID link(Seat.State state) {
        return state instanceof Seat.Invited invited ? invited.link() : null;
    }

    private static Seat seat(ResultSet row) throws SQLException {
        return new Seat(
                new SeatId(row.getObject("id", UUID.class)),
                new ProfileId(row.getObject("profile_id", UUID.class)),
                row.getBoolean("chair"),
                row.getString("name"),
                row.getString("role_title"),
                row.getString("organisation"),
                state(row));
    }

    private static Seat.State state(ResultSet row) throws SQLException {
        var since = row.getTimestamp("changed_at").toInstant();
        var state = row.getString("state");
        return switch (state) {
            case "open" -> new Seat.Open(since);
            case "invited" -> new Seat.Invited(row.getObject("link_id", UUID.class), since);
            case "accepted" -> new Seat.Accepted(new PersonId(row.getObject("person_id", UUID.class)), since);
            case "in-room" -> new Seat.InRoom(new PersonId(row.getObject("person_id", UUID.class)), since);
            case "left" -> new Seat.Left(new PersonId(row.getObject("person_id", UUID.class)), since);
            default -> throw new IllegalStateException("no seat is " + state);
        };
    }
}
