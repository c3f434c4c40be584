package org.peerage.groups.door;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is known at the door of a room: who has a seat, and the sealed secrets of the links that were handed out.
@Component
class DoorStore {

    private final JdbcClient sql;

    DoorStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Which seat is whose: a link is handed out for a seat, and a person comes in by it.
    Map<PersonId, UUID> seats(GroupId group) {
        var seats = new HashMap<PersonId, UUID>();
        sql.sql("""
                select person_id, id from groups.seat
                where group_id = :group and person_id is not null and state <> 'left'
                """).param("group", group.value()).query(row -> {
            seats.put(new PersonId(row.getObject("person_id", UUID.class)), row.getObject("id", UUID.class));
        });
        return seats;
    }

    /// Only for whoever has a seat in it.
    Optional<GroupId> groupOf(RoomId room) {
        return sql.sql("select group_id from groups.room where room_id = :room")
                .param("room", room.value())
                .query((row, number) -> new GroupId(row.getObject("group_id", UUID.class)))
                .optional();
    }

    /// Who else has lost their keys and asks the others in this room, as far as whoever acts is in it.
    List<PersonId> newKeys(RoomId room) {
        return sql.sql("""
                select person_id from rooms.shared_new_card
                where room_id = :room and person_id <> tenancy.me() order by asked_at, person_id
                """)
                .param("room", room.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /// The group of a room in which this person has a seat.
    Optional<GroupId> seated(RoomId room, PersonId person) {
        return sql.sql("""
                select r.group_id from groups.room r join groups.seat s on s.group_id = r.group_id
                where r.room_id = :room and s.person_id = :person and s.state in ('accepted', 'in-room')
                """)
                .param("room", room.value())
                .param("person", person.value())
                .query((row, number) -> new GroupId(row.getObject("group_id", UUID.class)))
                .optional();
    }

    List<SealedView> invitations(RoomId room) {
        return sql.sql("""
                select room_id, id, kind, rev, epoch, about, author, sealed from rooms.shared_record
                where room_id = :room and kind = :kind order by id desc limit 64
                """)
                .param("room", room.value())
                .param("kind", InvitationTexts.INVITATION.key())
                .query((row, number) -> SealedView.of(row))
                .list();
    }
}
