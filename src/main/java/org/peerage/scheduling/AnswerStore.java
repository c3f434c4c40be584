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

    void answer(GroupDate date, boolean coming, Instant now) {
        sql.sql("""
                insert into scheduling.answer (date_id, group_id, person_id, coming, at)
                values (:date, :group, :me, :coming, :now)
                on conflict (date_id, person_id) do update set coming = excluded.coming, at = excluded.at
                """)
                .param("date", date.id().value())
                .param("group", date.group().value())
                .param("me", Acting.me().value())
                .param("coming", coming)
                .param("now", Timestamp.from(now))
                .update();
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

    Map<DateId, Boolean> mine(List<GroupDate> dates) {
        var answers = new HashMap<DateId, Boolean>();
        sql.sql("select date_id, coming from scheduling.answer where person_id = :me and date_id = any (:dates)")
                .param("me", Acting.me().value())
                .param("dates", ids(dates))
                .query(row -> {
                    answers.put(new DateId(row.getObject("date_id", UUID.class)), row.getBoolean("coming"));
                });
        return answers;
    }

    Letters letters(DateId date) {
        return sql.sql("""
                select count(*) filter (where state = 'sent') as sent, count(*) filter (where state = 'waiting') as waiting
                from mail.shared_letter where thread = :thread and posted_by = :me
                """)
                .param("thread", DateLetter.thread(date))
                .param("me", Acting.me().value())
                .query((row, number) -> new Letters(row.getInt("sent"), row.getInt("waiting")))
                .single();
    }

    private static UUID[] ids(List<GroupDate> dates) {
        return dates.stream().map(date -> date.id().value()).toArray(UUID[]::new);
    }
}
