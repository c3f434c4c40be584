package org.peerage.meetings.preparation;

import static org.peerage.meetings.floor.Columns.at;
import static org.peerage.meetings.floor.Columns.instant;
import static org.peerage.meetings.floor.Columns.uuid;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which sealed record holds the update of each member, and that it was shared.
@Component
public class PreparationStore {

    private final JdbcClient sql;

    PreparationStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Shared(PersonId person, String format, Instant at, SealedView words) {}

    List<Shared> shared(MeetingId meeting) {
        return sql.sql("""
                        select p.person_id, p.format, p.shared_at, r.room_id, r.id, r.kind, r.rev, r.epoch, r.about, r.author,
                               r.sealed
                          from meetings.preparation p join rooms.shared_record r on r.id = p.record_id
                         where p.meeting_id = :meeting order by p.shared_at
                        """)
                .param("meeting", meeting.value())
                .query((rows, row) -> new Shared(
                        new PersonId(uuid(rows, "person_id")),
                        Objects.requireNonNull(rows.getString("format")),
                        instant(rows, "shared_at"),
                        SealedView.of(rows)))
                .list();
    }

    /// An update with the meeting that it was for.
    record Told(MeetingId meeting, Instant startsAt, String format, SealedView words) {}

    /// What somebody has told a group over time, the latest first.
    List<Told> told(GroupId group, PersonId person) {
        return sql.sql("""
                        select p.meeting_id, m.starts_at, p.format, r.room_id, r.id, r.kind, r.rev, r.epoch, r.about,
                               r.author, r.sealed
                          from meetings.preparation p join meetings.meeting m on m.id = p.meeting_id
                               join rooms.shared_record r on r.id = p.record_id
                         where p.group_id = :group and p.person_id = :person order by m.starts_at desc
                        """)
                .param("group", group.value())
                .param("person", person.value())
                .query((rows, row) -> new Told(
                        new MeetingId(uuid(rows, "meeting_id")),
                        instant(rows, "starts_at"),
                        Objects.requireNonNull(rows.getString("format")),
                        SealedView.of(rows)))
                .list();
    }

    Optional<UUID> recordOf(MeetingId meeting, PersonId person) {
        return sql.sql("select record_id from meetings.preparation where meeting_id = :meeting and person_id = :person")
                .param("meeting", meeting.value())
                .param("person", person.value())
                .query(UUID.class)
                .optional();
    }

    public Set<PersonId> sharedBy(MeetingId meeting) {
        return Set.copyOf(sql.sql("select person_id from meetings.preparation where meeting_id = :meeting")
                .param("meeting", meeting.value())
                .query((rows, row) -> new PersonId(uuid(rows, "person_id")))
                .list());
    }

    void share(MeetingId meeting, PersonId person, String format, UUID record, long rev, Instant at) {
        sql.sql("""
                        insert into meetings.preparation (meeting_id, group_id, person_id, format, record_id, rev,
                                                          shared_at)
                        select m.id, m.group_id, :person, :format, :record, :rev, :at
                          from meetings.meeting m where m.id = :meeting
                        on conflict (meeting_id, person_id) do update
                           set format = excluded.format, record_id = excluded.record_id, rev = excluded.rev,
                               shared_at = excluded.shared_at
                        """)
                .param("meeting", meeting.value())
                .param("person", person.value())
                .param("format", format)
                .param("record", record)
                .param("rev", rev)
                .param("at", at(at))
                .update();
    }

    /// Who has the word, while somebody tells theirs.
    Optional<PersonId> speaker(MeetingId meeting) {
        return sql.sql("select person_id from meetings.turn where meeting_id = :meeting and not over")
                .param("meeting", meeting.value())
                .query((rows, row) -> new PersonId(uuid(rows, "person_id")))
                .optional();
    }
}
