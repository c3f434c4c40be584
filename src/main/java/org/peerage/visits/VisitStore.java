package org.peerage.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.scheduling.DateId;
import org.peerage.selection.ProspectId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The visits of candidates, for those who see the candidate, and for the program that speaks with a guest.
@Component
class VisitStore {

    private static final String VISITS = """
            select v.id, v.group_id, v.prospect_id, v.date_id, v.state, v.bring, v.invited_by, v.pledge_name,
                   v.pledge_words, v.pledged_at
            from visits.visit v
            """;

    private static final String EXPECTED = """
            select v.date_id, coalesce(nullif(p.name, ''), p.organisation) as name, v.state
            from visits.visit v join selection.shared_prospect p on p.id = v.prospect_id
            where v.group_id = :group and v.state in ('invited', 'pledged', 'visited', 'goes-on') %s
            order by v.invited_at
            """;

    private final JdbcClient sql;

    VisitStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A candidate as a visit needs them.
    ///
    /// @param visits they stand where a visit is the step
    /// @param out nobody considers them any more
    record Candidate(ProspectId id, String name, boolean visits, boolean out, PersonId owner) {}

    Optional<Candidate> candidate(GroupId group, ProspectId id) {
        return sql.sql("""
                select id, coalesce(nullif(name, ''), organisation) as name, standing, owner_id
                from selection.shared_prospect where id = :id and group_id = :group
                """)
                .param("id", id.value())
                .param("group", group.value())
                .query((row, number) -> new Candidate(
                        new ProspectId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("standing").equals("visit"),
                        row.getString("standing").equals("declined"),
                        new PersonId(row.getObject("owner_id", UUID.class))))
                .optional();
    }

    /// The last one, until the transaction ends.
    Optional<Visit> take(GroupId group, UUID id) {
        return sql.sql(VISITS + "where v.id = :id and v.group_id = :group for update")
                .param("id", id)
                .param("group", group.value())
                .query((row, number) -> visit(row))
                .optional();
    }

    /// The last of a candidate, whatever became of it.
    Optional<Visit> last(GroupId group, ProspectId prospect) {
        return sql.sql(VISITS + """
                where v.prospect_id = :prospect and v.group_id = :group order by v.invited_at desc, v.id desc limit 1
                """)
                .param("prospect", prospect.value())
                .param("group", group.value())
                .query((row, number) -> visit(row))
                .optional();
    }

    /// Whether they were at a meeting as a guest, whatever became of it.
    boolean came(GroupId group, ProspectId prospect) {
        return sql.sql("""
                select exists (select from visits.visit v
                               where v.prospect_id = :prospect and v.group_id = :group and v.came_at is not null)
                """)
                .param("prospect", prospect.value())
                .param("group", group.value())
                .query(Boolean.class)
                .single();
    }

    /// Answers to the program that speaks with guests.
    Optional<Visit> find(byte[] token) {
        return sql.sql(VISITS + "where v.token_hash = :token for update")
                .param("token", token)
                .query((row, number) -> visit(row))
                .optional();
    }

    /// Whom a group expects, or has had; the first invited first.
    List<Expected> expected(GroupId group) {
        return sql.sql(EXPECTED.formatted(""))
                .param("group", group.value())
                .query(VisitStore::expected)
                .list();
    }

    /// At one of its meetings.
    List<Expected> expected(GroupId group, MeetingId meeting) {
        return sql.sql(EXPECTED.formatted("""
                and v.date_id = (select m.date_id from meetings.shared_meeting m
                                 where m.id = :meeting and m.group_id = :group)
                """))
                .param("group", group.value())
                .param("meeting", meeting.value())
                .query(VisitStore::expected)
                .list();
    }

    record Expected(DateId date, String name, VisitState state) {}

    private static Expected expected(ResultSet row, int number) throws SQLException {
        return new Expected(
                new DateId(row.getObject("date_id", UUID.class)),
                row.getString("name"),
                VisitState.of(row.getString("state")));
    }

    /// False: they have another that is not closed.
    boolean invite(Visit visit, byte[] token, Instant at) {
        return sql.sql("""
                insert into visits.visit
                    (id, group_id, prospect_id, date_id, token_hash, state, bring, invited_by, invited_at, moved_at)
                values (:id, :group, :prospect, :date, :token, 'invited', :bring, :by, :at, :at)
                on conflict do nothing
                """)
                        .param("id", visit.id())
                        .param("group", visit.group().value())
                        .param("prospect", visit.prospect().value())
                        .param("date", visit.date().value())
                        .param("token", token)
                        .param("bring", visit.bring())
                        .param("by", visit.invitedBy().value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /// The link before leads nowhere any more. What this one shows is read as whoever acts, for whoever invited them
    /// may have left.
    void link(UUID id, byte[] token) {
        sql.sql("update visits.visit set token_hash = :token, invited_by = tenancy.me() where id = :id")
                .param("id", id)
                .param("token", token)
                .update();
    }

    void sign(UUID id, Visit.Pledge pledge, String language) {
        sql.sql("""
                update visits.visit
                set state = 'pledged', pledge_name = :name, pledge_words = :words, pledge_language = :language,
                    pledged_at = :at, moved_at = :at
                where id = :id
                """)
                .param("id", id)
                .param("name", pledge.name())
                .param("words", pledge.words())
                .param("language", language)
                .param("at", Timestamp.from(pledge.at()))
                .update();
    }

    void move(UUID id, VisitState to, Instant at) {
        sql.sql("""
                update visits.visit
                set state = :to, moved_at = :at, came_at = case when :to = 'visited' then :at else came_at end,
                    token_hash = case when :to = 'closed' then null else token_hash end
                where id = :id
                """)
                .param("id", id)
                .param("to", to.key())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Visit visit(ResultSet row) throws SQLException {
        var name = row.getString("pledge_name");
        var words = row.getString("pledge_words");
        var at = row.getTimestamp("pledged_at");
        return new Visit(
                row.getObject("id", UUID.class),
                new GroupId(row.getObject("group_id", UUID.class)),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                new DateId(row.getObject("date_id", UUID.class)),
                VisitState.of(row.getString("state")),
                row.getString("bring"),
                new PersonId(row.getObject("invited_by", UUID.class)),
                name == null || words == null || at == null
                        ? Optional.empty()
                        : Optional.of(new Visit.Pledge(name, words, at.toInstant())));
    }
}
