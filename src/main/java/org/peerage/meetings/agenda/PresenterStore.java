package org.peerage.meetings.agenda;

import static org.peerage.meetings.floor.Columns.at;
import static org.peerage.meetings.floor.Columns.uuid;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.peerage.meetings.MeetingId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What those who stand on an agenda have said, or the chair for them: that they will present, or cannot.
@Component
class PresenterStore {

    private final JdbcClient sql;

    PresenterStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Said(UUID subject, PersonId presenter, boolean will) {}

    /// What somebody cannot bring.
    static List<UUID> dropped(List<Said> said) {
        return said.stream().filter(one -> !one.will()).map(Said::subject).toList();
    }

    List<Said> said(MeetingId meeting) {
        return sql.sql("""
                        select subject_id, person_id, will from meetings.presenting
                         where meeting_id = :meeting order by said_at, subject_id
                        """)
                .param("meeting", meeting.value())
                .query((rows, row) -> new Said(
                        uuid(rows, "subject_id"), new PersonId(uuid(rows, "person_id")), rows.getBoolean("will")))
                .list();
    }

    void say(MeetingId meeting, Said said, Instant now) {
        sql.sql("""
                        insert into meetings.presenting (meeting_id, group_id, subject_id, person_id, will, said_at)
                        select m.id, m.group_id, :subject, :presenter, :will, :now
                          from meetings.meeting m where m.id = :meeting
                        on conflict (meeting_id, subject_id) do update set will = :will, said_at = :now
                        """)
                .param("meeting", meeting.value())
                .param("subject", said.subject())
                .param("presenter", said.presenter().value())
                .param("will", said.will())
                .param("now", at(now))
                .update();
    }
}
