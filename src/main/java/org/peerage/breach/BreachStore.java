package org.peerage.breach;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Breaches as far as whoever acts may know of them.
@Component
class BreachStore {

    private static final String BREACHES = """
            select b.id, b.group_id, b.handler_id, b.accused_id, b.state, b.verdict, b.ballot_subject, b.vetoed,
                   b.accused_heard, b.pulses, b.waits, b.waits_for, b.moved_on, a.person_id as affected_id, a.heard as affected_heard
            from breach.breach b
            left join breach.affected a on a.group_id = b.group_id and a.breach_id = b.id
            where b.group_id = :group
            """;

    private final JdbcClient sql;

    BreachStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// The one that moved last first.
    List<Breach> in(GroupId group) {
        return sql.sql(BREACHES + " order by b.state = 'closed', b.moved_on desc, b.id")
                .param("group", group.value())
                .query((row, number) -> breach(row))
                .list();
    }

    /// Those that are about whoever acts.
    List<Breach> accused(GroupId group) {
        return sql.sql(BREACHES + " and b.accused_id = tenancy.me()")
                .param("group", group.value())
                .query((row, number) -> breach(row))
                .list();
    }

    Optional<Breach> find(GroupId group, UUID id) {
        return one(group, "b.id = :sought", id);
    }

    /// For nobody else until the transaction ends.
    Optional<Breach> take(GroupId group, UUID id) {
        return one(group, "b.id = :sought for update of b", id);
    }

    /// How many wait for whoever acts to take them over.
    int waiting(GroupId group) {
        return sql.sql("select count(*) from breach.breach where group_id = :group and waits_for = tenancy.me()")
                .param("group", group.value())
                .query(Integer.class)
                .single();
    }

    Optional<Breach> votedOn(GroupId group, UUID ballot) {
        return one(group, "b.ballot_subject = :sought", ballot);
    }

    private Optional<Breach> one(GroupId group, String which, UUID sought) {
        return sql.sql(BREACHES + " and " + which)
                .param("group", group.value())
                .param("sought", sought)
                .query((row, number) -> breach(row))
                .optional();
    }

    void contain(Breach breach) {
        sql.sql("""
                insert into breach.breach (id, group_id, handler_id, accused_id, state, moved_on)
                values (:id, :group, :handler, :accused, 'contained', :on)
                """)
                .param("id", breach.id())
                .param("group", breach.group().value())
                .param("handler", breach.handler().value())
                .param("accused", breach.accused().value())
                .param("on", Date.valueOf(breach.movedOn()))
                .update();
    }

    void affect(Breach breach, PersonId person) {
        sql.sql("""
                insert into breach.affected (breach_id, group_id, person_id, handler_id)
                values (:id, :group, :person, :handler)
                """)
                .param("id", breach.id())
                .param("group", breach.group().value())
                .param("person", person.value())
                .param("handler", breach.handler().value())
                .update();
    }

    void move(Breach breach, State to, LocalDate on) {
        change(breach, "state = :state, moved_on = :on", to, on, null, null);
    }

    void propose(Breach breach, State to, Verdict verdict, @Nullable UUID ballot, LocalDate on) {
        change(
                breach,
                "state = :state, moved_on = :on, verdict = :verdict, ballot_subject = :ballot",
                to,
                on,
                verdict,
                ballot);
    }

    void veto(Breach breach, State to, LocalDate on) {
        change(breach, "state = :state, moved_on = :on, vetoed = true", to, on, null, null);
    }

    void pulse(Breach breach, LocalDate on) {
        change(breach, "state = :state, moved_on = :on, pulses = pulses + 1", breach.state(), on, null, null);
    }

    void accusedHeard(Breach breach) {
        change(breach, "accused_heard = true", breach.state(), breach.movedOn(), null, null);
    }

    private void change(
            Breach breach, String what, State to, LocalDate on, @Nullable Verdict verdict, @Nullable UUID ballot) {
        sql.sql("update breach.breach set " + what + " where group_id = :group and id = :id")
                .param("group", breach.group().value())
                .param("id", breach.id())
                .param("state", to.key())
                .param("on", Date.valueOf(on))
                .param("verdict", verdict == null ? null : verdict.key())
                .param("ballot", ballot)
                .update();
    }

    void affectedHeard(Breach breach) {
        sql.sql("update breach.affected set heard = true where group_id = :group and breach_id = :id")
                .param("group", breach.group().value())
                .param("id", breach.id())
                .update();
    }

    /// @param handler to whom it is sealed, besides its writer
    /// @param statement what the accused says to the group, once it is decided that they repair it
    /// @param again earlier words that these are once more, for another handler; null where they are new
    record Account(
            UUID id,
            UUID breach,
            PersonId by,
            PersonId handler,
            boolean statement,
            @Nullable UUID again) {

        /// Whoever handles it now cannot open it. It may have been said again already.
        boolean isToBeSaidAgainBy(PersonId person, Breach breach) {
            return by.equals(person) && breach.id().equals(this.breach) && !handler.equals(breach.handler());
        }
    }

    void say(Breach breach, Account account, LocalDate on) {
        sql.sql("""
                insert into breach.account (id, group_id, breach_id, person_id, handler_id, statement, again, said_on)
                values (:id, :group, :breach, :by, :handler, :statement, :again, :on)
                """)
                .param("id", account.id())
                .param("group", breach.group().value())
                .param("breach", breach.id())
                .param("by", account.by().value())
                .param("handler", account.handler().value())
                .param("statement", account.statement())
                .param("again", account.again())
                .param("on", Date.valueOf(on))
                .update();
    }

    List<Account> accounts(GroupId group) {
        return sql.sql("""
                select id, breach_id, person_id, handler_id, statement, again from breach.account
                where group_id = :group order by said_on, statement, id
                """)
                .param("group", group.value())
                .query((row, number) -> new Account(
                        row.getObject("id", UUID.class),
                        row.getObject("breach_id", UUID.class),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new PersonId(row.getObject("handler_id", UUID.class)),
                        row.getBoolean("statement"),
                        row.getObject("again", UUID.class)))
                .list();
    }

    private static Breach breach(ResultSet row) throws SQLException {
        var affected = row.getObject("affected_id", UUID.class);
        var verdict = row.getString("verdict");
        var next = row.getObject("waits_for", UUID.class);
        return new Breach(
                row.getObject("id", UUID.class),
                new GroupId(row.getObject("group_id", UUID.class)),
                new PersonId(row.getObject("handler_id", UUID.class)),
                new PersonId(row.getObject("accused_id", UUID.class)),
                affected == null
                        ? Optional.empty()
                        : Optional.of(new Breach.Affected(new PersonId(affected), row.getBoolean("affected_heard"))),
                State.of(row.getString("state")),
                verdict == null ? null : Verdict.of(verdict).orElseThrow(),
                row.getObject("ballot_subject", UUID.class),
                row.getBoolean("vetoed"),
                row.getBoolean("accused_heard"),
                row.getInt("pulses"),
                row.getBoolean("waits"),
                next == null ? null : new PersonId(next),
                row.getObject("moved_on", LocalDate.class));
    }
}
