package org.peerage.commitments;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Commitments, as far as the acting person may see them.
@Component
class CommitmentStore {

    private static final String COLUMNS = """
            select id, group_id, room_id, person_id, witness_id, made_on, due_on, meeting_id, issue_id, goal_id, seed_id, state,
                   closed_at, words_id, version
            from commitments.commitment
            """;

    private final JdbcClient sql;

    CommitmentStore(JdbcClient sql) {
        this.sql = sql;
    }

    record GroupKept(int people, int due, int done) {}

    void add(CommitmentTerms terms, Instant now) {
        sql.sql("""
                        insert into commitments.commitment
                            (id, group_id, room_id, person_id, witness_id, due_on, made_on, made_at, meeting_id,
                             issue_id, goal_id, seed_id, state, version)
                        values (:id, :group, :room, :person, :witness, :due, :on, :now, :meeting, :issue, :goal, :seed,
                                'open', 1)
                        """)
                .param("id", terms.id().value())
                .param("group", terms.group().value())
                .param("room", terms.room().value())
                .param("person", terms.owner().value())
                .param("witness", terms.witness().value())
                .param("due", Date.valueOf(terms.dueOn()))
                .param("on", Date.valueOf(terms.madeOn()))
                .param("now", Timestamp.from(now))
                .param("meeting", terms.meeting())
                .param("issue", terms.issue())
                .param("goal", terms.goal())
                .param("seed", terms.seed())
                .update();
    }

    /// True unless the commitment changed meanwhile.
    boolean close(CommitmentTerms terms, String state, Instant at, @Nullable UUID words) {
        return sql.sql("""
                        update commitments.commitment
                        set state = :state, closed_at = :at, words_id = :words, version = version + 1
                        where id = :id and version = :version and state = 'open'
                        """)
                        .param("state", state)
                        .param("at", Timestamp.from(at))
                        .param("words", words)
                        .param("id", terms.id().value())
                        .param("version", terms.version())
                        .update()
                == 1;
    }

    /// `moved` carries the version after the move.
    boolean move(CommitmentTerms moved) {
        var step = moved.history().getLast();
        var changed = sql.sql("""
                update commitments.commitment set due_on = :due, version = :version
                where id = :id and version = :version - 1 and state = 'open'
                """)
                .param("due", Date.valueOf(moved.dueOn()))
                .param("id", moved.id().value())
                .param("version", moved.version())
                .update();
        if (changed == 0) {
            return false;
        }
        sql.sql("""
                insert into commitments.renegotiation
                    (commitment_id, nth, group_id, person_id, witness_id, from_due, to_due, at, words_id)
                values (:id, :nth, :group, :person, :witness, :from, :to, :at, :words)
                """)
                .param("id", moved.id().value())
                .param("nth", moved.history().size())
                .param("group", moved.group().value())
                .param("person", moved.owner().value())
                .param("witness", moved.witness().value())
                .param("from", Date.valueOf(step.from()))
                .param("to", Date.valueOf(step.to()))
                .param("at", Timestamp.from(step.at()))
                .param("words", step.words())
                .update();
        return true;
    }

    void hear(CommitmentTerms terms, Instant now) {
        sql.sql("""
                insert into commitments.hearing (commitment_id, group_id, person_id, witness_id, at)
                values (:id, :group, :person, :witness, :now) on conflict (commitment_id) do nothing
                """)
                .param("id", terms.id().value())
                .param("group", terms.group().value())
                .param("person", terms.owner().value())
                .param("witness", terms.witness().value())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Commitment> find(CommitmentId id) {
        return sql
                .sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query((row, number) -> commitment(row, histories("commitment_id = :key", id.value())))
                .list()
                .stream()
                .findFirst();
    }

    List<Commitment> of(GroupId group) {
        var histories = histories("group_id = :key", group.value());
        return sql.sql(COLUMNS + " where group_id = :group order by due_on, made_at, id")
                .param("group", group.value())
                .query((row, number) -> commitment(row, histories))
                .list();
    }

    /// Everything I ever promised in this group. The rate is counted from these rows and no others.
    List<Commitment> mine(GroupId group) {
        var histories = histories("group_id = :key", group.value());
        return sql.sql(COLUMNS + " where group_id = :group and person_id = :me order by due_on, made_at, id")
                .param("group", group.value())
                .param("me", Acting.me().value())
                .query((row, number) -> commitment(row, histories))
                .list();
    }

    Map<CommitmentId, Instant> heard(GroupId group) {
        var heard = new HashMap<CommitmentId, Instant>();
        sql.sql("select commitment_id, at from commitments.hearing where group_id = :group")
                .param("group", group.value())
                .query(row -> {
                    heard.put(
                            new CommitmentId(row.getObject("commitment_id", UUID.class)),
                            row.getTimestamp("at").toInstant());
                });
        return heard;
    }

    void encourage(CommitmentTerms terms, Instant now) {
        sql.sql("""
                insert into commitments.encouragement (commitment_id, group_id, person_id, witness_id, at)
                values (:id, :group, :owner, :witness, :now) on conflict (commitment_id) do nothing
                """)
                .param("id", terms.id().value())
                .param("group", terms.group().value())
                .param("owner", terms.owner().value())
                .param("witness", terms.witness().value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// As far as whoever acts is a party to it.
    Set<CommitmentId> encouraged(GroupId group) {
        return sql.sql("select commitment_id from commitments.encouragement where group_id = :group")
                .param("group", group.value())
                .query((row, number) -> new CommitmentId(row.getObject("commitment_id", UUID.class)))
                .set();
    }

    /// What a review of commitments would be about.
    ///
    /// @param kept those that were done in time since the group's last meeting
    record ToReview(int open, int kept) {}

    ToReview toReview(GroupId group) {
        return sql.sql("""
                        select count(*) filter (where c.state = 'open') as open,
                               count(*) filter (
                                   where c.state = 'done'
                                     and cast(c.closed_at at time zone g.zone as date) <= c.due_on
                                     and c.closed_at > coalesce((select max(m.closed_at) from meetings.shared_meeting m
                                                                 where m.group_id = :group), '-infinity')) as kept
                        from commitments.commitment c
                        join groups.shared_group g on g.id = c.group_id
                        where c.group_id = :group
                        """)
                .param("group", group.value())
                .query((row, number) -> new ToReview(row.getInt("open"), row.getInt("kept")))
                .single();
    }

    /// The sealed words around commitments, by the record's id.
    Map<UUID, SealedView> words(RoomId room) {
        var words = new HashMap<UUID, SealedView>();
        sql.sql("""
                select room_id, id, rev, kind, epoch, about, author, sealed from rooms.shared_record
                where room_id = :room
                  and kind in ('commitment', 'commitment-moved', 'commitment-outcome', 'text', 'goal')
                """).param("room", room.value()).query(row -> {
            words.put(row.getObject("id", UUID.class), SealedView.of(row));
        });
        return words;
    }

    /// Empty below five people.
    Optional<GroupKept> kept(GroupId group, LocalDate today) {
        return sql.sql("select people, due, done from commitments.group_kept(:group, :today)")
                .param("group", group.value())
                .param("today", Date.valueOf(today))
                .query((row, number) -> new GroupKept(row.getInt("people"), row.getInt("due"), row.getInt("done")))
                .optional();
    }

    /// The first day after this one on which the group meets.
    Optional<LocalDate> meetingAfter(Circle circle, LocalDate day) {
        return sql.sql("""
                select starts_at from scheduling.shared_date
                where group_id = :group and state = 'set' and starts_at >= :tomorrow order by starts_at limit 1
                """)
                .param("group", circle.id().value())
                .param(
                        "tomorrow",
                        Timestamp.from(
                                day.plusDays(1).atStartOfDay(circle.zone()).toInstant()))
                .query((row, number) -> row.getTimestamp("starts_at")
                        .toInstant()
                        .atZone(circle.zone())
                        .toLocalDate())
                .optional();
    }

    private Map<UUID, List<CommitmentTerms.Renegotiation>> histories(String condition, UUID key) {
        var histories = new HashMap<UUID, List<CommitmentTerms.Renegotiation>>();
        sql.sql("select commitment_id, from_due, to_due, at, words_id from commitments.renegotiation where " + condition
                        + " order by commitment_id, nth")
                .param("key", key)
                .query(row -> {
                    histories
                            .computeIfAbsent(row.getObject("commitment_id", UUID.class), id -> new ArrayList<>())
                            .add(new CommitmentTerms.Renegotiation(
                                    row.getObject("from_due", LocalDate.class),
                                    row.getObject("to_due", LocalDate.class),
                                    row.getTimestamp("at").toInstant(),
                                    row.getObject("words_id", UUID.class)));
                });
        return histories;
    }

    private static Commitment commitment(ResultSet row, Map<UUID, List<CommitmentTerms.Renegotiation>> histories)
            throws SQLException {
        var id = row.getObject("id", UUID.class);
        var terms = new CommitmentTerms(
                new CommitmentId(id),
                new GroupId(row.getObject("group_id", UUID.class)),
                new RoomId(row.getString("room_id")),
                new PersonId(row.getObject("person_id", UUID.class)),
                new PersonId(row.getObject("witness_id", UUID.class)),
                row.getObject("made_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("meeting_id", UUID.class),
                row.getObject("issue_id", UUID.class),
                row.getObject("goal_id", UUID.class),
                row.getObject("seed_id", UUID.class),
                List.copyOf(histories.getOrDefault(id, List.of())),
                row.getInt("version"));
        return switch (row.getString("state")) {
            case "open" -> new Commitment.Open(terms);
            case "done" ->
                new Commitment.Done(
                        terms, row.getTimestamp("closed_at").toInstant(), row.getObject("words_id", UUID.class));
            case "missed" ->
                new Commitment.Missed(
                        terms, row.getTimestamp("closed_at").toInstant(), row.getObject("words_id", UUID.class));
            default -> throw new IllegalStateException("a commitment is " + row.getString("state"));
        };
    }

    /// The open goals of whoever acts, which a new commitment may serve.
    List<UUID> goals(GroupId group) {
        return sql.sql("""
                select id from goals.shared_goal
                where group_id = :group and person_id = tenancy.me() and state = 'open' order by by_day, id
                """)
                .param("group", group.value())
                .query((row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    /// For which an issue was brought.
    Optional<UUID> goalOf(UUID issue) {
        return sql.sql("select goal_id from issues.shared_for_goal where issue_id = :issue")
                .param("issue", issue)
                .query(UUID.class)
                .optional();
    }

    public boolean anyFor(UUID issue) {
        return sql.sql("select exists (select 1 from commitments.commitment where issue_id = :issue)")
                .param("issue", issue)
                .query(Boolean.class)
                .single();
    }

    /// The meeting that the group is in just now, whose pages show commitments.
    Optional<MeetingId> liveMeeting(GroupId group) {
        return sql
                .sql("select id from meetings.shared_meeting where group_id = :group and state = 'live'")
                .param("group", group.value())
                .query((row, number) -> new MeetingId(row.getObject("id", UUID.class)))
                .stream()
                .findFirst();
    }
}
