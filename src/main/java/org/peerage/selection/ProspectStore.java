package org.peerage.selection;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.ballots.BallotId;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The prospects of groups in whose rooms the acting person is, except themselves.
@Component
class ProspectStore {

    private static final String COLUMNS = """
            select c.id, c.group_id, c.profile_id, c.name, c.organisation, c.role_title, c.standing, c.before, c.owner_id,
                   c.nominated_by, c.moved_at, c.due_on, c.ballot_id, c.erased
            from selection.prospect c
            """;

    private final JdbcClient sql;

    ProspectStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A step that was taken; nobody did it where a seat was taken or a ballot was counted.
    record Move(@Nullable PersonId by, Standing standing, Instant at) {

        boolean isCounted() {
            return by == null && (standing == Standing.PASSED || standing == Standing.DECLINED);
        }
    }

    record Note(UUID id, PersonId by, Instant at) {}

    /// False: it was there already, or came at the same moment.
    boolean add(Prospect prospect, Circle circle, @Nullable PersonId person) {
        return sql.sql("""
                insert into selection.prospect
                    (id, group_id, room_id, profile_id, about_id, name, organisation, role_title, standing, before,
                     owner_id, nominated_by, moved_at, due_on)
                values (:id, :group, :room, :profile, :person, :name, :organisation, :role, :standing, :standing,
                        :owner, :owner, :at, :due)
                on conflict (id) do nothing
                """)
                        .param("id", prospect.id().value())
                        .param("group", prospect.group().value())
                        .param("room", circle.openRoom().value())
                        .param(
                                "profile",
                                prospect.profile() == null
                                        ? null
                                        : prospect.profile().value())
                        .param("person", person == null ? null : person.value())
                        .param("name", prospect.name())
                        .param("organisation", prospect.organisation())
                        .param("role", prospect.roleTitle())
                        .param("standing", prospect.standing().key())
                        .param("owner", prospect.owner().value())
                        .param("at", Timestamp.from(prospect.movedAt()))
                        .param("due", date(prospect.due()))
                        .update()
                == 1;
    }

    /// What was moved last first.
    List<Prospect> in(GroupId group) {
        return sql.sql(COLUMNS + "where c.group_id = :group order by c.moved_at desc, c.id")
                .param("group", group.value())
                .query((row, number) -> prospect(row))
                .list();
    }

    Optional<Prospect> find(GroupId group, ProspectId id) {
        return sql.sql(COLUMNS + "where c.id = :id and c.group_id = :group")
                .param("id", id.value())
                .param("group", group.value())
                .query((row, number) -> prospect(row))
                .optional();
    }

    /// The same by whoever is about to move them, until the transaction ends.
    Optional<Prospect> take(GroupId group, ProspectId id) {
        return sql.sql(COLUMNS + "where c.id = :id and c.group_id = :group for update")
                .param("id", id.value())
                .param("group", group.value())
                .query((row, number) -> prospect(row))
                .optional();
    }

    /// Whom this seat may be about: by their place in the directory, or by name where they were typed in.
    List<Prospect> expected(GroupId group, ProfileId profile, String name) {
        return sql.sql(COLUMNS + """
                where c.group_id = :group and c.standing not in ('onboarding', 'member')
                  and (c.profile_id = :profile or c.profile_id is null and lower(c.name) = lower(:name))
                for update
                """)
                .param("group", group.value())
                .param("profile", profile.value())
                .param("name", name)
                .query((row, number) -> prospect(row))
                .list();
    }

    void move(Prospect prospect, Standing to, Instant at, @Nullable LocalDate due) {
        sql.sql("""
                update selection.prospect
                set before = case when :to = 'waiting' then standing else before end, standing = :to, moved_at = :at,
                    due_on = :due, ballot_id = null
                where id = :id
                """)
                .param("id", prospect.id().value())
                .param("to", to.key())
                .param("at", Timestamp.from(at))
                .param("due", date(due))
                .update();
    }

    /// From now on they do not find themselves among the prospects.
    void is(ProspectId id, ProfileId profile, PersonId person) {
        sql.sql("update selection.prospect set profile_id = :profile, about_id = :person where id = :id")
                .param("id", id.value())
                .param("profile", profile.value())
                .param("person", person.value())
                .update();
    }

    void invited(ProspectId id, ProfileId profile) {
        sql.sql("update selection.prospect set profile_id = :profile where id = :id")
                .param("id", id.value())
                .param("profile", profile.value())
                .update();
    }

    void putToTheVote(ProspectId id, BallotId ballot, LocalDate lastDay) {
        sql.sql("update selection.prospect set ballot_id = :ballot, due_on = :last where id = :id")
                .param("id", id.value())
                .param("ballot", ballot.value())
                .param("last", Date.valueOf(lastDay))
                .update();
    }

    /// Who it is, where they have an account.
    Optional<PersonId> person(ProspectId id) {
        return sql.sql("select about_id from selection.prospect where id = :id and about_id is not null")
                .param("id", id.value())
                .query((row, number) -> new PersonId(row.getObject("about_id", UUID.class)))
                .optional();
    }

    void giveTo(ProspectId id, PersonId owner, LocalDate due) {
        sql.sql("update selection.prospect set owner_id = :owner, due_on = :due where id = :id")
                .param("id", id.value())
                .param("owner", owner.value())
                .param("due", date(due))
                .update();
    }

    void moved(UUID id, ProspectId prospect, Standing to, Instant at) {
        moved(id, prospect, to, at, Acting.person().orElse(null));
    }

    /// @param by null where it was the group
    void moved(UUID id, ProspectId prospect, Standing to, Instant at, @Nullable PersonId by) {
        sql.sql("""
                insert into selection.move (id, prospect_id, person_id, standing, at)
                values (:id, :prospect, :by, :standing, :at)
                """)
                .param("id", id)
                .param("prospect", prospect.value())
                .param("by", by == null ? null : by.value())
                .param("standing", to.key())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// The latest first.
    List<Move> moves(ProspectId prospect) {
        return sql.sql("""
                select person_id, standing, at from selection.move where prospect_id = :prospect
                order by at desc, id desc
                """)
                .param("prospect", prospect.value())
                .query((row, number) -> new Move(
                        row.getObject("person_id") == null
                                ? null
                                : new PersonId(row.getObject("person_id", UUID.class)),
                        Standing.of(row.getString("standing")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    void note(UUID id, ProspectId prospect, Instant at) {
        sql.sql("insert into selection.note (id, prospect_id, person_id, at) values (:id, :prospect, :by, :at)")
                .param("id", id)
                .param("prospect", prospect.value())
                .param("by", Acting.me().value())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Note> notes(ProspectId prospect) {
        return sql.sql("select id, person_id, at from selection.note where prospect_id = :prospect order by at, id")
                .param("prospect", prospect.value())
                .query((row, number) -> new Note(
                        row.getObject("id", UUID.class),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /// What somebody wrote who has asked to join without an account, as long as it is not decided.
    ///
    /// @param reach by what they can be reached
    record Applied(String reach, String words) {}

    void apply(ProspectId id, Applications.Application application, Instant at) {
        sql.sql("""
                insert into selection.application (prospect_id, reach, words, at) values (:id, :reach, :words, :at)
                """)
                .param("id", id.value())
                .param("reach", application.reach())
                .param("words", application.words())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Applied> application(ProspectId id) {
        return sql.sql("select reach, words from selection.application where prospect_id = :id")
                .param("id", id.value())
                .query((row, number) -> new Applied(row.getString("reach"), row.getString("words")))
                .optional();
    }

    /// Of whoever has been decided on.
    void forgetApplication(ProspectId id) {
        sql.sql("delete from selection.application where prospect_id = :id")
                .param("id", id.value())
                .update();
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static Prospect prospect(ResultSet row) throws SQLException {
        var profile = row.getObject("profile_id", UUID.class);
        var due = row.getDate("due_on");
        var ballot = row.getObject("ballot_id", UUID.class);
        return new Prospect(
                new ProspectId(row.getObject("id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                profile == null ? null : new ProfileId(profile),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("role_title"),
                Standing.of(row.getString("standing")),
                Standing.of(row.getString("before")),
                new PersonId(row.getObject("owner_id", UUID.class)),
                new PersonId(row.getObject("nominated_by", UUID.class)),
                row.getTimestamp("moved_at").toInstant(),
                due == null ? null : due.toLocalDate(),
                ballot == null ? null : new BallotId(ballot),
                row.getBoolean("erased"));
    }
}
