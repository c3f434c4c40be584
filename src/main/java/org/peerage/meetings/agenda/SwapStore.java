package org.peerage.meetings.agenda;

import static org.peerage.meetings.floor.Columns.at;
import static org.peerage.meetings.floor.Columns.uuid;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.peerage.meetings.MeetingId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who has asked whom to change places at a meeting, and what came of it.
@Component
class SwapStore {

    private final JdbcClient sql;

    SwapStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// In the order in which they were asked or answered. Whoever agrees may not write into the requests of others, so
    /// what is overtaken is seen here and kept nowhere.
    List<Swap> of(MeetingId meeting) {
        return Swap.overtaking(sql.sql("""
                        select subject_id, person_id, other_id, asked_id, state, stays from meetings.swap
                         where meeting_id = :meeting order by said_at, subject_id
                        """)
                .param("meeting", meeting.value())
                .query((rows, row) -> new Swap(
                        uuid(rows, "subject_id"),
                        new PersonId(uuid(rows, "person_id")),
                        uuid(rows, "other_id"),
                        new PersonId(uuid(rows, "asked_id")),
                        Swap.State.valueOf(
                                Objects.requireNonNull(rows.getString("state")).toUpperCase(Locale.ROOT)),
                        rows.getBoolean("stays")))
                .list());
    }

    void ask(MeetingId meeting, Swap swap, Instant now) {
        sql.sql("""
                        insert into meetings.swap (meeting_id, group_id, subject_id, person_id, other_id, asked_id,
                                                   state, said_at)
                        select m.id, m.group_id, :subject, :asker, :other, :asked, 'asked', :now
                          from meetings.meeting m where m.id = :meeting
                        on conflict (meeting_id, subject_id) do update
                           set other_id = :other, asked_id = :asked, state = 'asked', stays = false, said_at = :now
                        """)
                .param("meeting", meeting.value())
                .param("subject", swap.subject())
                .param("asker", swap.asker().value())
                .param("other", swap.other())
                .param("asked", swap.asked().value())
                .param("now", at(now))
                .update();
    }

    void answer(MeetingId meeting, UUID subject, Swap.State answer, boolean stays, Instant now) {
        sql.sql("""
                        update meetings.swap set state = :answer, stays = :stays, said_at = :now
                         where meeting_id = :meeting and subject_id = :subject and state = 'asked'
                        """)
                .param("meeting", meeting.value())
                .param("subject", subject)
                .param("answer", answer.name().toLowerCase(Locale.ROOT))
                .param("stays", stays)
                .param("now", at(now))
                .update();
    }

    /// The agenda that is kept has in it what was agreed.
    void keep(MeetingId meeting) {
        sql.sql("update meetings.swap set state = 'kept' where meeting_id = :meeting and state = 'agreed'")
                .param("meeting", meeting.value())
                .update();
    }

    /// No agenda is kept any more.
    void renew(MeetingId meeting) {
        sql.sql("update meetings.swap set state = 'agreed' where meeting_id = :meeting and state = 'kept'")
                .param("meeting", meeting.value())
                .update();
    }
}
