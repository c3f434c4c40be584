package org.peerage.commitments.weekly;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The lines without their words, and when somebody is reminded next.
@Component
class WeeklyStore {

    private final JdbcClient sql;

    WeeklyStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param open it is not closed
    record Promise(UUID id, GroupId group, PersonId owner, PersonId witness, LocalDate due, boolean open) {}

    record Line(UUID commitment, LocalDate week, UUID record, boolean read) {}

    record Due(UUID group, PersonId person, ZoneId zone) {}

    Optional<Promise> find(UUID commitment) {
        return sql.sql("""
                select id, group_id, person_id, witness_id, due_on, state from commitments.commitment
                where id = :id and tenancy.me() in (person_id, witness_id)
                """)
                .param("id", commitment)
                .query((row, number) -> new Promise(
                        row.getObject("id", UUID.class),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new PersonId(row.getObject("witness_id", UUID.class)),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("state").equals("open")))
                .optional();
    }

    /// As far as whoever acts is one of the two, the latest first.
    List<Line> in(GroupId group) {
        return sql.sql("""
                select commitment_id, week, record_id, read_at is not null as read from commitments.weekly
                where group_id = :group order by week desc, commitment_id
                """)
                .param("group", group.value())
                .query((row, number) -> new Line(
                        row.getObject("commitment_id", UUID.class),
                        row.getObject("week", LocalDate.class),
                        row.getObject("record_id", UUID.class),
                        row.getBoolean("read")))
                .list();
    }

    /// False: there are two lines of this week.
    boolean add(Promise promise, LocalDate week, UUID record, Instant now) {
        return sql.sql("""
                        insert into commitments.weekly
                            (commitment_id, week, group_id, person_id, witness_id, record_id, at)
                        values (:commitment, :week, :group, :owner, :witness, :record, :now)
                        on conflict (commitment_id, week) do nothing
                        """)
                        .param("commitment", promise.id())
                        .param("week", Date.valueOf(week))
                        .param("group", promise.group().value())
                        .param("owner", promise.owner().value())
                        .param("witness", promise.witness().value())
                        .param("record", record)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void read(UUID commitment, Instant now) {
        sql.sql("""
                update commitments.weekly set read_at = :now
                where commitment_id = :commitment and witness_id = tenancy.me() and read_at is null
                """)
                .param("now", Timestamp.from(now))
                .param("commitment", commitment)
                .update();
    }

    /// Those of whoever acts that are open, were promised before this week and have no lines of it.
    int unwritten(GroupId group, LocalDate week) {
        return sql.sql("""
                select count(*) from commitments.commitment c
                where c.group_id = :group and c.person_id = tenancy.me() and c.state = 'open'
                  and not exists (select from commitments.weekly w where w.commitment_id = c.id and w.week = :week)
                """)
                .param("group", group.value())
                .param("week", Date.valueOf(week))
                .query(Integer.class)
                .single();
    }

    boolean off(GroupId group) {
        return sql.sql("""
                select exists (select from commitments.weekly_reminder
                               where group_id = :group and person_id = tenancy.me() and off)
                """).param("group", group.value()).query(Boolean.class).single();
    }

    /// An earlier moment stays.
    void remind(GroupId group, ZoneId zone, Instant next) {
        sql.sql("""
                insert into commitments.weekly_reminder as r (group_id, person_id, zone, next_at)
                values (:group, tenancy.me(), :zone, :next)
                on conflict (group_id, person_id) do update
                set zone = excluded.zone, next_at = coalesce(r.next_at, excluded.next_at)
                """)
                .param("group", group.value())
                .param("zone", zone.getId())
                .param("next", Timestamp.from(next))
                .update();
    }

    void turn(GroupId group, ZoneId zone, Instant next, boolean off) {
        sql.sql("""
                insert into commitments.weekly_reminder (group_id, person_id, zone, next_at, off)
                values (:group, tenancy.me(), :zone, :next, :off)
                on conflict (group_id, person_id) do update set off = excluded.off, next_at = excluded.next_at
                """)
                .param("group", group.value())
                .param("zone", zone.getId())
                .param("next", Timestamp.from(next))
                .param("off", off)
                .update();
    }

    /// Of the program that reminds; for nobody else until the transaction ends.
    Optional<Due> takeDue(Instant now) {
        return sql.sql("""
                select group_id, person_id, zone from commitments.weekly_reminder
                where next_at <= :now and not off order by next_at, group_id, person_id limit 1 for update skip locked
                """)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Due(
                        row.getObject("group_id", UUID.class),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        ZoneId.of(row.getString("zone"))))
                .optional();
    }

    /// Of what they have open and is not long past its day: how much, and of how much nothing was written this week.
    ///
    /// @param waiting of what was promised before this week
    record Open(int all, int waiting) {}

    Open open(Due due, LocalDate week, LocalDate since) {
        return sql.sql("""
                select count(*) as all_open,
                       count(*) filter (where c.made_on < :week and not exists (
                           select from commitments.weekly w where w.commitment_id = c.id and w.week = :week)) as waiting
                from commitments.commitment c
                where c.group_id = :group and c.person_id = :person and c.state = 'open' and c.due_on >= :since
                """)
                .param("group", due.group())
                .param("person", due.person().value())
                .param("week", Date.valueOf(week))
                .param("since", Date.valueOf(since))
                .query((row, number) -> new Open(row.getInt("all_open"), row.getInt("waiting")))
                .single();
    }

    void next(Due due, @Nullable Instant next) {
        sql.sql("""
                update commitments.weekly_reminder set next_at = :next where group_id = :group and person_id = :person
                """)
                .param("next", next == null ? null : Timestamp.from(next))
                .param("group", due.group())
                .param("person", due.person().value())
                .update();
    }

    void leave(PersonId person, String room) {
        sql.sql("""
                delete from commitments.weekly_reminder r
                where r.person_id = :person
                  and r.group_id in (select c.group_id from commitments.commitment c where c.room_id = :room)
                """).param("person", person.value()).param("room", room).update();
    }
}
