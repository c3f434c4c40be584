package org.peerage.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.sealing.LedgerEntry;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The groups of this instance, as far as the acting person may see them.
@Component
public class Groups {

    private final JdbcClient sql;
    private final InstantSource clock;
    private final Rooms rooms;
    private final Charters charters;
    private final SeatStore seats;
    private final ApplicationEventPublisher events;

    Groups(
            JdbcClient sql,
            InstantSource clock,
            Rooms rooms,
            Charters charters,
            SeatStore seats,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.rooms = rooms;
        this.charters = charters;
        this.seats = seats;
        this.events = events;
    }

    /// A group that is wished for; `smallest`, `target` and `largest` count seats, the chair's included.
    public record Wish(
            NetworkId network, String name, String purpose, ZoneId zone, int smallest, int target, int largest) {

        Band band() {
            return new Band(smallest, target, largest);
        }
    }

    /// What became of a wish to open the room.
    public sealed interface Opening {

        record Opened(RoomId room) implements Opening {}

        /// The chair signs the charter first (`S0.10`).
        record Unsigned() implements Opening {}

        record OpenAlready() implements Opening {}
    }

    /// Only a convener of the network; a draft of the charter lies ready for the chair.
    @Transactional
    public GroupId form(Wish wish) {
        var id = new GroupId(Ids.next());
        var band = wish.band();
        sql.sql("""
                insert into groups.group
                    (id, network_id, name, purpose, zone, smallest, target, largest, formed_by, formed_at)
                values (:id, :network, :name, :purpose, :zone, :smallest, :target, :largest, :by, :now)
                """)
                .param("id", id.value())
                .param("network", wish.network().value())
                .param("name", wish.name())
                .param("purpose", wish.purpose())
                .param("zone", wish.zone().getId())
                .param("smallest", band.smallest())
                .param("target", band.target())
                .param("largest", band.largest())
                .param("by", Acting.me().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        charters.start(id, band);
        return id;
    }

    /// The same with everybody already picked for it; they are invited from its page. All of them, each once, are of
    /// the
    /// network and fit into the band, or there is no group.
    @Transactional
    public GroupId form(Wish wish, List<ProfileId> picked) {
        var everybody = Set.copyOf(picked);
        if (everybody.size() > wish.largest()) {
            throw new IllegalArgumentException(everybody.size() + " do not fit into a group of " + wish.largest());
        }
        if (everybody.size() < picked.size() || !seats.ofNetwork(wish.network(), everybody)) {
            throw new NotFound();
        }
        var id = form(wish);
        var now = clock.instant();
        picked.forEach(profile -> seats.add(new SeatId(Ids.next()), id, profile, now));
        return id;
    }

    /// True for a convener of the network, who alone may form groups in it.
    @Transactional(readOnly = true)
    boolean mayForm(NetworkId network) {
        return sql.sql("select :network = any (array(select networks.my_convened()))")
                .param("network", network.value())
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    Optional<Group> find(GroupId id) {
        return sql.sql("""
                select g.id, g.network_id, g.name, g.purpose, g.zone, g.smallest, g.target, g.largest, r.room_id,
                       g.opened_at is not null as open,
                       g.id = any (array(select groups.my_overseen())) as convened,
                       g.id = any (array(select groups.my_chaired())) as chaired,
                       g.id = any (array(select groups.my_groups())) as mine
                from groups.group g left join groups.room r on r.group_id = g.id
                where g.id = :id
                """)
                .param("id", id.value())
                .query((row, number) -> group(row))
                .optional();
    }

    /// What the charter asks the rest of the program to obey.
    @Transactional(readOnly = true)
    public Optional<CharterTerms> terms(GroupId id) {
        return charters.find(id)
                .map(charter ->
                        new CharterTerms(charter.version(), charter instanceof Charter.Fixed, charter.values()));
    }

    /// Opens the room that the chair's browser made and binds it to the group, both or neither: the beginning of its
    /// ledger, the first key, and the chair's copy of it. What the room's own rules refuse ends the request.
    @Transactional
    public Opening open(GroupId id, String room, List<LedgerEntry> entries, List<Rooms.Grant> grants) {
        var group = find(id).filter(Group::chaired).orElseThrow(NotFound::new);
        if (group.open()) {
            return new Opening.OpenAlready();
        }
        if (!charters.signed(id, Acting.me())) {
            return new Opening.Unsigned();
        }
        return bind(id, rooms.open(room, entries, grants));
    }

    private Opening bind(GroupId id, RoomId room) {
        var now = clock.instant();
        var bound = sql.sql("""
                insert into groups.room (group_id, room_id, opened_by, opened_at) values (:id, :room, :by, :now)
                on conflict do nothing
                """)
                .param("id", id.value())
                .param("room", room.value())
                .param("by", Acting.me().value())
                .param("now", Timestamp.from(now))
                .update();
        if (bound == 0) {
            throw new RoomRefused("taken");
        }
        sql.sql("update groups.group set opened_at = :now where id = :id")
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .update();
        seats.of(id, Acting.me()).ifPresent(seat -> {
            if (seat.state() instanceof Seat.Accepted accepted) {
                seats.move(seat.id(), accepted, accepted.letIn(now));
            }
        });
        events.publishEvent(new RoomOpened(id, room, now));
        return new Opening.Opened(room);
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                new GroupId(row.getObject("id", UUID.class)),
                new NetworkId(row.getObject("network_id", UUID.class)),
                row.getString("name"),
                row.getString("purpose"),
                ZoneId.of(row.getString("zone")),
                new Band(row.getInt("smallest"), row.getInt("target"), row.getInt("largest")),
                Optional.ofNullable(row.getString("room_id")).map(RoomId::new),
                row.getBoolean("open"),
                row.getBoolean("convened"),
                row.getBoolean("chaired"),
                row.getBoolean("mine"));
    }
}
