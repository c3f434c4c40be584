package org.peerage.wall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who said something on which wall and when, and how far the acting person has read.
@Component
class WallStore {

    private final JdbcClient sql;

    WallStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(GroupId group, RoomId room, Entry entry) {
        sql.sql("""
                insert into wall.entry (id, group_id, room_id, thread_id, person_id, at, for_some)
                values (:id, :group, :room, :thread, :by, :at, :forSome)
                """)
                .param("id", entry.id())
                .param("group", group.value())
                .param("room", room.value())
                .param("thread", entry.thread())
                .param("by", entry.by().value())
                .param("at", Timestamp.from(entry.at()))
                .param("forSome", entry.forSome())
                .update();
    }

    /// Whom the acting person has asked by this.
    List<PersonId> asked(Entry entry) {
        return sql.sql("select person_id from wall.asked where entry_id = :entry and author_id = tenancy.me()")
                .param("entry", entry.id())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /// For whom it is, besides whoever says it.
    void address(Entry entry, RoomId room, Collection<String> readers) {
        sql.sql("""
                insert into wall.asked (entry_id, person_id, author_id)
                select :entry, person_id, tenancy.me() from rooms.shared_member
                where room_id = :room and active and fingerprint = any (:readers) and person_id <> tenancy.me()
                """)
                .param("entry", entry.id())
                .param("room", room.value())
                .param("readers", readers.toArray(String[]::new))
                .update();
    }

    /// That it was there stays.
    void takeBack(Entry entry, Instant at) {
        sql.sql("update wall.entry set taken_at = :at where id = :id and person_id = tenancy.me()")
                .param("id", entry.id())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Entry> find(GroupId group, UUID id) {
        return sql.sql("""
                select id, thread_id, person_id, at, for_some, taken_at is not null as taken
                from wall.entry where id = :id and group_id = :group
                """)
                .param("id", id)
                .param("group", group.value())
                .query((row, number) -> entry(row))
                .optional();
    }

    /// Whole threads, those that were moved last first, and each from its beginning on.
    ///
    /// @param before only threads that were moved last before then
    List<Entry> threads(GroupId group, Instant before, int atMost) {
        return sql.sql("""
                select e.id, e.thread_id, e.person_id, e.at, e.for_some, e.taken_at is not null as taken
                from wall.entry e
                join (select thread_id, max(at) as moved from wall.entry where group_id = :group
                      group by thread_id having max(at) < :before
                      order by moved desc, thread_id limit :most) t using (thread_id)
                order by t.moved desc, e.thread_id, e.at, e.id
                """)
                .param("group", group.value())
                .param("before", Timestamp.from(before))
                .param("most", atMost)
                .query((row, number) -> entry(row))
                .list();
    }

    /// How many threads the acting person began here.
    int begunByMe(GroupId group) {
        return sql.sql("""
                select count(*) from wall.entry
                where group_id = :group and person_id = tenancy.me() and thread_id = id
                """).param("group", group.value()).query(Integer.class).single();
    }

    /// Of what the acting person has not read: how much there is on each wall, where there is any. Nothing that was
    /// said before they came, or that was taken back.
    Map<GroupId, Integer> unread(Collection<GroupId> groups) {
        Map<GroupId, Integer> unread = new HashMap<>();
        sql.sql("""
                select e.group_id, count(*) as unread
                from wall.entry e
                join rooms.shared_member m on m.room_id = e.room_id and m.person_id = tenancy.me() and m.active
                left join wall.reading r on r.group_id = e.group_id and r.person_id = tenancy.me()
                where e.group_id = any (:groups) and e.person_id <> tenancy.me()
                  and e.taken_at is null and e.at > coalesce(r.until, m.since)
                group by e.group_id
                """)
                .param("groups", groups.stream().map(GroupId::value).toArray(UUID[]::new))
                .query(row -> {
                    unread.put(new GroupId(row.getObject("group_id", UUID.class)), row.getInt("unread"));
                });
        return unread;
    }

    /// How far the acting person has read here.
    Optional<Instant> until(GroupId group) {
        return sql.sql("select until from wall.reading where group_id = :group and person_id = tenancy.me()")
                .param("group", group.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /// Never back: two windows may tell it in any order.
    void read(GroupId group, PersonId person, Instant until) {
        sql.sql("""
                insert into wall.reading as r (group_id, person_id, until) values (:group, :person, :until)
                on conflict (group_id, person_id) do update set until = greatest(r.until, excluded.until)
                """)
                .param("group", group.value())
                .param("person", person.value())
                .param("until", Timestamp.from(until))
                .update();
    }

    /// What the wall is at, as those who follow it hear.
    long n(GroupId group) {
        return sql.sql("select n from live.shared_topic where id = :group")
                .param("group", group.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("thread_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("for_some"),
                row.getBoolean("taken"));
    }
}
