package org.peerage.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.scheduling.MeetingTime;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Times of a panel, and who has picked which. By link all of it is asked as the program `selection.booking`.
@Component
class TalkStore {

    private static final String SLOTS = """
            select s.id, s.person_id, s.local_start, s.zone, s.minutes, s.how, s.prospect_id from selection.slot s
            """;

    private final JdbcClient sql;

    TalkStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// False: they have a time then already.
    boolean offer(Circle circle, UUID id, MeetingTime time, String how) {
        return sql.sql("""
                        insert into selection.slot
                            (id, group_id, room_id, person_id, starts_at, local_start, zone, minutes, how)
                        values (:id, :group, :room, tenancy.me(), :starts, :local, :zone, :minutes, :how)
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("group", circle.id().value())
                        .param("room", circle.openRoom().value())
                        .param("starts", Timestamp.from(time.startsAt()))
                        .param("local", time.local())
                        .param("zone", time.zone().getId())
                        .param("minutes", time.minutes())
                        .param("how", how)
                        .update()
                == 1;
    }

    /// As it was picked at that moment; empty where it is not theirs in this group.
    Optional<Talk.Slot> takeBack(GroupId group, UUID slot) {
        return sql.sql("""
                delete from selection.slot where id = :id and group_id = :group and person_id = tenancy.me()
                returning id, person_id, local_start, zone, minutes, how, prospect_id
                """)
                .param("id", slot)
                .param("group", group.value())
                .query((row, number) -> slot(row))
                .optional();
    }

    /// As the program: all that somebody has offered to candidates of this room.
    List<Talk.Slot> takeBackAll(RoomId room, PersonId person) {
        return sql.sql("""
                delete from selection.slot where room_id = :room and person_id = :person
                returning id, person_id, local_start, zone, minutes, how, prospect_id
                """)
                .param("room", room.value())
                .param("person", person.value())
                .query((row, number) -> slot(row))
                .list();
    }

    /// Those on the panel who are in the room: whoever has left it hears nothing of it any more.
    List<PersonId> panel(ProspectId prospect) {
        return sql.sql("""
                select distinct p.person_id from selection.panelist p
                join selection.prospect c on c.id = p.prospect_id
                join rooms.shared_member m on m.room_id = c.room_id and m.person_id = p.person_id and m.active
                where p.prospect_id = :prospect
                """)
                .param("prospect", prospect.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /// To come, of those who meet this prospect: free, or picked by this one.
    List<Talk.Slot> ofPanel(ProspectId prospect, Instant now) {
        return sql.sql(SLOTS + """
                join selection.prospect c on c.id = :prospect and c.group_id = s.group_id
                join selection.panelist p on p.prospect_id = c.id and p.person_id = s.person_id
                where s.starts_at > :now and (s.prospect_id is null or s.prospect_id = c.id)
                order by s.starts_at, s.id
                """)
                .param("prospect", prospect.value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> slot(row))
                .list();
    }

    /// Held until the transaction ends, so that one of two who pick it finds it picked.
    Optional<Talk.Slot> hold(UUID slot, ProspectId prospect, Instant now) {
        return sql.sql(SLOTS + """
                where s.id = :id and s.prospect_id is null and s.starts_at > :now
                  and exists (select from selection.panelist p join selection.prospect c on c.id = p.prospect_id
                              where c.id = :prospect and c.group_id = s.group_id and p.person_id = s.person_id)
                for update of s
                """)
                .param("id", slot)
                .param("prospect", prospect.value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> slot(row))
                .optional();
    }

    void free(ProspectId prospect) {
        sql.sql("update selection.slot set prospect_id = null where prospect_id = :prospect")
                .param("prospect", prospect.value())
                .update();
    }

    void pick(UUID slot, ProspectId prospect) {
        sql.sql("update selection.slot set prospect_id = :prospect where id = :id")
                .param("prospect", prospect.value())
                .param("id", slot)
                .update();
    }

    /// The link before opens nothing any more; what was picked stays picked.
    void link(Prospect prospect, byte[] token, Instant until) {
        sql.sql("""
                insert into selection.talk (prospect_id, group_id, token_hash, made_by, expires_at)
                values (:prospect, :group, :token, tenancy.me(), :until)
                on conflict (prospect_id) do update
                    set token_hash = excluded.token_hash, made_by = excluded.made_by, expires_at = excluded.expires_at
                """)
                .param("prospect", prospect.id().value())
                .param("group", prospect.group().value())
                .param("token", token)
                .param("until", Timestamp.from(until))
                .update();
    }

    /// For nobody else until the transaction ends, and only while they are to be met.
    Optional<Talk> take(byte[] token, Instant now) {
        return sql.sql("""
                select t.prospect_id, t.group_id, g.name, t.state, t.sequence, t.local_start, t.zone, t.minutes, t.how
                from selection.talk t
                join selection.prospect c on c.id = t.prospect_id and c.standing in ('panel', 'visit') and not c.erased
                join groups.shared_group g on g.id = t.group_id
                where t.token_hash = :token and t.expires_at > :now
                for update of t
                """)
                .param("token", token)
                .param("now", Timestamp.from(now))
                .query((row, number) -> talk(row))
                .optional();
    }

    Optional<Talk> of(ProspectId prospect) {
        return sql.sql("""
                select t.prospect_id, t.group_id, g.name, t.state, t.sequence, t.local_start, t.zone, t.minutes, t.how
                from selection.talk t join groups.shared_group g on g.id = t.group_id where t.prospect_id = :prospect
                """)
                .param("prospect", prospect.value())
                .query((row, number) -> talk(row))
                .optional();
    }

    void keep(Talk talk) {
        sql.sql("""
                update selection.talk set state = :state, sequence = :sequence, local_start = :local, zone = :zone,
                       minutes = :minutes, how = :how
                where prospect_id = :prospect
                """)
                .param("state", talk.state().key())
                .param("sequence", talk.sequence())
                .param("local", talk.time().map(MeetingTime::local).orElse(null))
                .param("zone", talk.time().map(time -> time.zone().getId()).orElse(null))
                .param("minutes", talk.time().map(MeetingTime::minutes).orElse(null))
                .param("how", talk.how())
                .param("prospect", talk.prospect().value())
                .update();
    }

    private static Talk talk(ResultSet row) throws SQLException {
        var local = row.getObject("local_start", LocalDateTime.class);
        return new Talk(
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getString("name"),
                Talk.State.of(row.getString("state")),
                local == null
                        ? Optional.empty()
                        : Optional.of(new MeetingTime(local, ZoneId.of(row.getString("zone")), row.getInt("minutes"))),
                row.getString("how"),
                row.getInt("sequence"));
    }

    private static Talk.Slot slot(ResultSet row) throws SQLException {
        return new Talk.Slot(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                new MeetingTime(
                        row.getObject("local_start", LocalDateTime.class),
                        ZoneId.of(row.getString("zone")),
                        row.getInt("minutes")),
                row.getString("how"),
                Optional.ofNullable(row.getObject("prospect_id", UUID.class)).map(ProspectId::new));
    }
}
