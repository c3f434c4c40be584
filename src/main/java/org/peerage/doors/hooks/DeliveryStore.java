package org.peerage.doors.hooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What hooks are told. Answers to the program that tells it.
@Component
class DeliveryStore {

    private final JdbcClient sql;

    DeliveryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Where something has happened.
    record Place(NetworkId network, GroupId group) {}

    /// A hook that wants to hear of it.
    record Listener(UUID hook, PersonId owner) {}

    /// A delivery on its way.
    record Outgoing(
            NetworkId network,
            UUID id,
            UUID hook,
            PersonId owner,
            String address,
            List<HookSecret> secrets,
            boolean on,
            String body,
            Instant happenedAt,
            int attempts) {

        Outgoing {
            secrets = List.copyOf(secrets);
        }
    }

    Optional<Place> place(GroupId group) {
        return sql.sql("select network_id, id from groups.shared_group where id = :group")
                .param("group", group.value())
                .query((row, number) -> place(row))
                .optional();
    }

    Optional<Place> place(RoomId room) {
        return sql.sql("select network_id, id from groups.shared_group where room_id = :room")
                .param("room", room.value())
                .query((row, number) -> place(row))
                .optional();
    }

    List<Listener> listeners(NetworkId network, HookEvent event) {
        return sql.sql("""
                select id, person_id from doors.hook
                where network_id = :network and state = 'on' and :event = any (events) order by id
                """)
                .param("network", network.value())
                .param("event", event.word())
                .query((row, number) -> new Listener(
                        row.getObject("id", UUID.class), new PersonId(row.getObject("person_id", UUID.class))))
                .list();
    }

    void add(NetworkId network, UUID hook, UUID id, String event, String body, Instant happened, Instant now) {
        sql.sql("""
                insert into doors.delivery (network_id, id, hook_id, event, body, happened_at, next_at)
                values (:network, :id, :hook, :event, :body, :happened, :now)
                """)
                .param("network", network.value())
                .param("id", id)
                .param("hook", hook)
                .param("event", event)
                .param("body", body)
                .param("happened", Timestamp.from(happened))
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Takes what is due: of each hook only what it has to hear first. Nodes never take the same one.
    List<Outgoing> take(Instant now, Instant until, int most) {
        return sql.sql("""
                with taken as (
                    update doors.delivery set attempts = attempts + 1, next_at = :lease, tried_at = :now
                    where (network_id, id) in (
                        select d.network_id, d.id from doors.delivery d
                        where d.state = 'waiting' and d.next_at <= :now
                          and not exists (select from doors.delivery e
                              where e.network_id = d.network_id and e.hook_id = d.hook_id and e.seq < d.seq
                                and e.state = 'waiting')
                        order by d.next_at, d.seq limit :most for update skip locked)
                    returning network_id, id, hook_id, body, happened_at, attempts)
                select t.*, h.person_id, h.address, h.secret, h.state = 'on' as told,
                       case when h.old_until > :now then h.old_secret end as old_secret
                from taken t join doors.hook h on h.network_id = t.network_id and h.id = t.hook_id
                """)
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(until))
                .param("most", most)
                .query((row, number) -> outgoing(row))
                .list();
    }

    void delivered(Outgoing told, @Nullable Integer status) {
        hold(told);
        if (settle(told, "delivered", status, "", told.happenedAt())) {
            failed(told, "0");
        }
    }

    void retry(Outgoing told, @Nullable Integer status, String trouble, Instant next) {
        settle(told, "waiting", status, trouble, next);
    }

    /// How many in a row were given up with this one.
    int giveUp(Outgoing told, @Nullable Integer status, String trouble) {
        hold(told);
        return settle(told, "given-up", status, trouble, told.happenedAt()) ? failed(told, "failed + 1") : 0;
    }

    /// False where it was off already.
    boolean off(NetworkId network, UUID hook, String why) {
        var wasOn = sql.sql("""
                        update doors.hook set state = 'off', why_off = :why
                        where network_id = :network and id = :hook and state = 'on'
                        """)
                        .param("network", network.value())
                        .param("hook", hook)
                        .param("why", why)
                        .update()
                == 1;
        sql.sql("""
                update doors.delivery set state = 'given-up'
                where network_id = :network and hook_id = :hook and state = 'waiting'
                """).param("network", network.value()).param("hook", hook).update();
        return wasOn;
    }

    void forget(Instant before) {
        sql.sql("delete from doors.delivery where state <> 'waiting' and happened_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    /// A hook before what it is told, as whoever ends it takes them: in the other order each would wait for the other.
    private void hold(Outgoing told) {
        sql.sql("select id from doors.hook where network_id = :network and id = :id for no key update")
                .param("network", told.network().value())
                .param("id", told.hook())
                .query()
                .listOfRows();
    }

    /// False where it is settled already: it was told twice.
    private boolean settle(Outgoing told, String state, @Nullable Integer status, String trouble, Instant next) {
        return sql.sql("""
                update doors.delivery set state = :state, status = :status, trouble = :trouble, next_at = :next
                where network_id = :network and id = :id and state = 'waiting'
                """)
                        .param("network", told.network().value())
                        .param("id", told.id())
                        .param("state", state)
                        .param("status", status)
                        .param("trouble", trouble)
                        .param("next", Timestamp.from(next))
                        .update()
                == 1;
    }

    private int failed(Outgoing told, String now) {
        return sql.sql("update doors.hook set failed = " + now
                        + " where network_id = :network and id = :hook returning failed")
                .param("network", told.network().value())
                .param("hook", told.hook())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                new NetworkId(row.getObject("network_id", UUID.class)), new GroupId(row.getObject("id", UUID.class)));
    }

    private static Outgoing outgoing(ResultSet row) throws SQLException {
        var secrets = new ArrayList<>(List.of(HookSecret.of(row.getBytes("secret"))));
        var old = row.getBytes("old_secret");
        if (old != null) {
            secrets.add(HookSecret.of(old));
        }
        return new Outgoing(
                new NetworkId(row.getObject("network_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("hook_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("address"),
                secrets,
                row.getBoolean("told"),
                row.getString("body"),
                row.getTimestamp("happened_at").toInstant(),
                row.getInt("attempts"));
    }
}
