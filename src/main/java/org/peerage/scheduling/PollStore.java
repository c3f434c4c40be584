package org.peerage.scheduling;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What groups are asked about their dates, and what was answered.
@Component
class PollStore {

    private static final String HEADS = """
            select id, group_id as "group", zone, closes_on, state = 'open' as open, date_id as date
            from scheduling.poll
            """;

    private final JdbcClient sql;

    PollStore(JdbcClient sql) {
        this.sql = sql;
    }

    private record Head(
            UUID id,
            UUID group,
            String zone,
            LocalDate closesOn,
            boolean open,
            @Nullable UUID date) {}

    Optional<Poll> openOf(GroupId group) {
        return sql.sql(HEADS + "where group_id = :group and state = 'open'")
                .param("group", group.value())
                .query(Head.class)
                .optional()
                .map(this::whole);
    }

    Optional<Poll> find(UUID id) {
        return sql.sql(HEADS + "where id = :id")
                .param("id", id)
                .query(Head.class)
                .optional()
                .map(this::whole);
    }

    private Poll whole(Head head) {
        var options = sql.sql("""
                select id, starts_at, minutes from scheduling.poll_option
                where poll_id = :poll and offered order by starts_at, minutes
                """)
                .param("poll", head.id())
                .query((row, number) -> new Poll.Option(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getInt("minutes"),
                        Map.of()))
                .list();
        var counts = counts(options.stream().map(Poll.Option::id).toList());
        return new Poll(
                head.id(),
                new GroupId(head.group()),
                ZoneId.of(head.zone()),
                head.closesOn(),
                head.open(),
                head.date() == null ? null : new DateId(head.date()),
                options.stream()
                        .map(option -> new Poll.Option(
                                option.id(),
                                option.startsAt(),
                                option.minutes(),
                                counts.getOrDefault(option.id(), Map.of())))
                        .toList());
    }

    private Map<UUID, Map<Poll.Word, Integer>> counts(Collection<UUID> options) {
        var counts = new HashMap<UUID, Map<Poll.Word, Integer>>();
        sql.sql("select option_id, word, people from scheduling.poll_counts(:options)")
                .param("options", options.toArray(UUID[]::new))
                .query(row -> {
                    counts.computeIfAbsent(
                                    row.getObject("option_id", UUID.class), option -> new EnumMap<>(Poll.Word.class))
                            .put(Poll.Word.valueOf(row.getString("word")), row.getInt("people"));
                });
        return counts;
    }

    /// False where one with this id or another open one is there.
    boolean add(UUID id, GroupId group, ZoneId zone, LocalDate closesOn, @Nullable DateId instead, Instant now) {
        return sql.sql("""
                        insert into scheduling.poll (id, group_id, zone, closes_on, state, set_by, set_at, date_id)
                        values (:id, :group, :zone, :closes, 'open', :me, :now, :date) on conflict do nothing
                        """)
                        .param("id", id)
                        .param("group", group.value())
                        .param("zone", zone.getId())
                        .param("closes", closesOn)
                        .param("date", instead == null ? null : instead.value())
                        .param("me", Acting.me().value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void change(UUID id, ZoneId zone, LocalDate closesOn) {
        sql.sql("update scheduling.poll set zone = :zone, closes_on = :closes where id = :id and state = 'open'")
                .param("zone", zone.getId())
                .param("closes", closesOn)
                .param("id", id)
                .update();
    }

    /// What is no longer among them is not offered, and keeps its answers for when it comes back.
    void withdrawAll(UUID poll) {
        sql.sql("update scheduling.poll_option set offered = false where poll_id = :poll and offered")
                .param("poll", poll)
                .update();
    }

    void offer(UUID option, UUID poll, GroupId group, MeetingTime time) {
        sql.sql("""
                insert into scheduling.poll_option (id, poll_id, group_id, starts_at, minutes, offered)
                values (:id, :poll, :group, :starts, :minutes, true)
                on conflict (poll_id, starts_at, minutes) do update set offered = true
                """)
                .param("id", option)
                .param("poll", poll)
                .param("group", group.value())
                .param("starts", Timestamp.from(time.startsAt()))
                .param("minutes", time.minutes())
                .update();
    }

    boolean end(UUID poll) {
        return sql.sql("update scheduling.poll set state = 'ended' where id = :poll and state = 'open'")
                        .param("poll", poll)
                        .update()
                == 1;
    }

    void answer(UUID option, GroupId group, Poll.Word word, Instant now) {
        sql.sql("""
                insert into scheduling.poll_answer (option_id, group_id, person_id, word, at)
                values (:option, :group, :me, :word, :now)
                on conflict (option_id, person_id) do update set word = excluded.word, at = excluded.at
                """)
                .param("option", option)
                .param("group", group.value())
                .param("me", Acting.me().value())
                .param("word", word.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    Map<UUID, Poll.Word> mine(Poll poll) {
        var words = new HashMap<UUID, Poll.Word>();
        sql.sql(
                        "select option_id, word from scheduling.poll_answer where person_id = :me and option_id = any (:options)")
                .param("me", Acting.me().value())
                .param("options", ids(poll))
                .query(row -> {
                    words.put(row.getObject("option_id", UUID.class), Poll.Word.valueOf(row.getString("word")));
                });
        return words;
    }

    /// Who has a word about everything that is offered. Asked by the program.
    Set<PersonId> heard(Poll poll) {
        return sql.sql("""
                select person_id from scheduling.poll_answer where option_id = any (:options)
                group by person_id having count(*) = :all
                """)
                .param("options", ids(poll))
                .param("all", poll.options().size())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    private static UUID[] ids(Poll poll) {
        return poll.options().stream().map(Poll.Option::id).toArray(UUID[]::new);
    }
}
