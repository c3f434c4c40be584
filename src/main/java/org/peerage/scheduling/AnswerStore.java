package org.peerage.scheduling;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peerage.tenancy.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who means to come.
@Component
class AnswerStore {

    private final JdbcClient sql;

    AnswerStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Count(int coming, int away) {

        static final Count NONE = new Count(0, 0);
    }

    /// How far the letters about a date that the acting person posted have come.
    record Letters(int sent, int waiting) {

        static final Letters NONE = new Letters(0, 0);
    }

    /// What somebody has said of a date, and whether a mail said it for them.
    record Mine(boolean coming, boolean byMail) {}

    void answer(GroupDate date, boolean coming, Instant now) {
        keep(date, date.sequence(), coming, now, false);
    }

    /// False where they have said something since it was written, or the date has moved since.
    boolean answerByMail(GroupDate date, int sequence, boolean coming, Instant written) {
        return keep(date, sequence, coming, written, true);
    }

    private boolean keep(GroupDate date, int sequence, boolean coming, Instant at, boolean byMail) {
        return sql.sql("""
                insert into scheduling.answer (date_id, group_id, person_id, sequence, coming, at, by_mail)
                select :date, :group, :me, :sequence, :coming, :now, :byMail
                where exists (select from scheduling.date where id = :date and moment_sequence <= :sequence)
                on conflict (date_id, person_id) do update
                set sequence = excluded.sequence, coming = excluded.coming, at = excluded.at, by_mail = excluded.by_mail
                where not excluded.by_mail or answer.at < excluded.at
                """)
                        .param("date", date.id().value())
                        .param("group", date.group().value())
                        .param("me", Acting.me().value())
                        .param("coming", coming)
                        .param("now", Timestamp.from(at))
                        .param("sequence", sequence)
                        .param("byMail", byMail)
                        .update()
                == 1;
    }

    Map<DateId, Count> counts(List<GroupDate> dates) {
        var counts = new HashMap<DateId, Count>();
        sql.sql("select date_id, coming, away from scheduling.answer_counts(:dates)")
                .param("dates", ids(dates))
                .query(row -> {
                    counts.put(
                            new DateId(row.getObject("date_id", UUID.class)),
                            new Count(row.getInt("coming"), row.getInt("away")));
                });
        return counts;
    }

    Map<DateId, Mine> mine(List<GroupDate> dates) {
        var answers = new HashMap<DateId, Mine>();
        sql.sql("""
                select a.date_id, a.coming, a.by_mail from scheduling.answer a join scheduling.date d on d.id = a.date_id
                where a.person_id = :me and a.date_id = any (:dates) and a.sequence >= d.moment_sequence
                """).param("me", Acting.me().value()).param("dates", ids(dates)).query(row -> {
            answers.put(
                    new DateId(row.getObject("date_id", UUID.class)),
                    new Mine(row.getBoolean("coming"), row.getBoolean("by_mail")));
        });
        return answers;
    }

    /// By the thread of each date.
    Map<String, Letters> letters(List<GroupDate> dates) {
        var letters = new HashMap<String, Letters>();
        sql.sql("""
                select thread, count(*) filter (where state = 'sent') as sent,
                       count(*) filter (where state = 'waiting') as waiting
                from mail.shared_letter where thread = any (:threads) and posted_by = :me group by thread
                """)
                .param(
                        "threads",
                        dates.stream().map(date -> DateLetter.thread(date.id())).toArray(String[]::new))
                .param("me", Acting.me().value())
                .query(row -> {
                    letters.put(row.getString("thread"), new Letters(row.getInt("sent"), row.getInt("waiting")));
                });
        return letters;
    }

    private static UUID[] ids(List<GroupDate> dates) {
        return dates.stream().map(date -> date.id().value()).toArray(UUID[]::new);
    }
}
