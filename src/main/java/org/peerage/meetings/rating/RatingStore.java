package org.peerage.meetings.rating;

import static org.peerage.meetings.floor.Columns.at;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What each gave a meeting, for oneself; the mean of at least five for all.
@Component
class RatingStore {

    private final JdbcClient sql;

    RatingStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Rated(int score, @Nullable UUID record, @Nullable SealedView words) {}

    record Said(PersonId person, SealedView words) {}

    /// @param mean absent below five answers and until the meeting is closed
    record Mean(int answers, @Nullable String mean) {}

    Optional<Rated> rated(MeetingId meeting, PersonId person) {
        return sql.sql("""
                        select q.score, q.record_id, r.room_id, r.id, r.kind, r.rev, r.epoch, r.about, r.author, r.sealed
                          from meetings.rating q left join rooms.shared_record r on r.id = q.record_id
                         where q.meeting_id = :meeting and q.person_id = :person
                        """)
                .param("meeting", meeting.value())
                .param("person", person.value())
                .query((rows, row) -> new Rated(
                        rows.getInt("score"),
                        rows.getObject("record_id", UUID.class),
                        rows.getString("room_id") == null ? null : SealedView.of(rows)))
                .optional();
    }

    void rate(MeetingId meeting, PersonId person, int score, @Nullable UUID record, Instant at) {
        sql.sql("""
                        insert into meetings.rating (meeting_id, group_id, person_id, score, record_id, rated_at)
                        select m.id, m.group_id, :person, :score, :record, :at
                          from meetings.meeting m where m.id = :meeting
                        on conflict (meeting_id, person_id) do update
                           set score = excluded.score,
                               record_id = coalesce(excluded.record_id, rating.record_id), rated_at = excluded.rated_at
                        """)
                .param("meeting", meeting.value())
                .param("person", person.value())
                .param("score", score)
                .param("record", record)
                .param("at", at(at))
                .update();
    }

    /// What those who were there would keep and change, whoever gave which number.
    List<Said> reflections(MeetingId meeting) {
        return sql.sql("""
                        select r.author_person_id, r.room_id, r.id, r.kind, r.rev, r.epoch, r.about, r.author, r.sealed
                          from rooms.shared_record r
                         where r.kind = 'reflection' and r.about = :meeting
                         order by r.stored_at, r.id
                        """)
                .param("meeting", meeting.value())
                .query((rows, row) ->
                        new Said(new PersonId(rows.getObject("author_person_id", UUID.class)), SealedView.of(rows)))
                .list();
    }

    Mean mean(MeetingId meeting) {
        return sql.sql("select answers, mean::text from meetings.rating_of(:id)")
                .param("id", meeting.value())
                .query((rows, row) -> new Mean(rows.getInt("answers"), rows.getString("mean")))
                .optional()
                .orElse(new Mean(0, null));
    }

    boolean isPresent(MeetingId meeting, PersonId person) {
        return sql.sql("""
                        select exists (select from meetings.attendance
                                        where meeting_id = :meeting and person_id = :person)
                        """)
                .param("meeting", meeting.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }
}
