package org.peerage.rooms;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.sealing.Card;
import org.peerage.sealing.Ledger;
import org.peerage.sealing.LedgerEntry;
import org.peerage.sealing.Sealed;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class RoomStore {

    private final JdbcClient sql;

    RoomStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Head(long seq, String hash) {}

    record Held(long epoch, String file) {}

    record Request(PersonId person, String card, String tag, Instant at) {}

    boolean exists(RoomId room) {
        return sql.sql("select exists (select 1 from rooms.room where id = :room)")
                .param("room", room.value())
                .query(Boolean.class)
                .single();
    }

    List<RoomId> mine() {
        return sql.sql("select id from rooms.room order by opened_at")
                .query((row, number) -> new RoomId(row.getString("id")))
                .list();
    }

    void addRoom(RoomId room, PersonId opener, Instant now) {
        sql.sql("""
                insert into rooms.room (id, opened_by, opened_at, head_seq, head_hash, epoch)
                values (:room, :person, :now, -1, '', 0)
                """)
                .param("room", room.value())
                .param("person", opener.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Head> lockHead(RoomId room) {
        return sql.sql("select head_seq, head_hash from rooms.room where id = :room for update")
                .param("room", room.value())
                .query((row, number) -> new Head(row.getLong("head_seq"), row.getString("head_hash")))
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Head> head(RoomId room) {
        return sql.sql("select head_seq, head_hash from rooms.room where id = :room")
                .param("room", room.value())
                .query((row, number) -> new Head(row.getLong("head_seq"), row.getString("head_hash")))
                .optional();
    }

    void moveHead(RoomId room, Ledger ledger) {
        sql.sql("update rooms.room set head_seq = :seq, head_hash = :hash, epoch = :epoch where id = :room")
                .param("seq", ledger.seq())
                .param("hash", ledger.head())
                .param("epoch", ledger.epoch())
                .param("room", room.value())
                .update();
    }

    void addEntries(RoomId room, List<LedgerEntry> entries) {
        for (var entry : entries) {
            sql.sql("insert into rooms.entry (room_id, seq, hash, body) values (:room, :seq, :hash, :body)")
                    .param("room", room.value())
                    .param("seq", entry.seq())
                    .param("hash", entry.hash())
                    .param("body", entry.json())
                    .update();
        }
    }

    List<LedgerEntry> entriesAfter(RoomId room, long seq) {
        return bodiesAfter(room, seq).stream()
                .map(body -> LedgerEntry.parse(body).orElseThrow())
                .toList();
    }

    @Transactional(readOnly = true)
    public List<String> bodiesAfter(RoomId room, long seq) {
        return sql.sql("select body from rooms.entry where room_id = :room and seq > :seq order by seq")
                .param("room", room.value())
                .param("seq", seq)
                .query((row, number) -> row.getString("body"))
                .list();
    }

    boolean has(RoomId room, long seq, String hash) {
        return sql.sql("""
                select exists (select 1 from rooms.entry where room_id = :room and seq = :seq and hash = :hash)
                """)
                .param("room", room.value())
                .param("seq", seq)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    void seat(RoomId room, Ledger ledger, String fingerprint, Instant now) {
        var member = ledger.members().get(fingerprint);
        if (member == null) {
            throw new RoomRefused("wrong-members");
        }
        var updated = sql.sql("""
                update rooms.member set chair = :chair, active = :active
                where room_id = :room and fingerprint = :fingerprint
                """)
                .param("chair", member.chair())
                .param("active", member.active())
                .param("room", room.value())
                .param("fingerprint", fingerprint)
                .update();
        if (updated == 0) {
            sql.sql("""
                    insert into rooms.member (room_id, fingerprint, person_id, chair, active, how, since)
                    values (:room, :fingerprint, :person, :chair, :active, :how, :now)
                    """)
                    .param("room", room.value())
                    .param("fingerprint", fingerprint)
                    .param("person", member.card().user())
                    .param("chair", member.chair())
                    .param("active", member.active())
                    .param("how", member.how())
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    void addGrant(RoomId room, Rooms.Grant grant) {
        byte[] file;
        try {
            file = Base64.getUrlDecoder().decode(grant.file());
        } catch (IllegalArgumentException e) {
            throw new RoomRefused("malformed");
        }
        if (file.length < 500 || file.length > 8192) {
            throw new RoomRefused("malformed");
        }
        sql.sql("""
                insert into rooms.key_grant (room_id, epoch, fingerprint, file)
                values (:room, :epoch, :to, :file) on conflict do nothing
                """)
                .param("room", room.value())
                .param("epoch", grant.epoch())
                .param("to", grant.to())
                .param("file", file)
                .update();
    }

    @Transactional(readOnly = true)
    public List<Held> grantsFor(RoomId room, PersonId person) {
        return sql.sql("""
                select g.epoch, g.file
                from rooms.key_grant g
                join rooms.member m on m.room_id = g.room_id and m.fingerprint = g.fingerprint
                where g.room_id = :room and m.person_id = :person
                order by g.epoch
                """)
                .param("room", room.value())
                .param("person", person.value())
                .query((row, number) -> new Held(
                        row.getLong("epoch"),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes("file"))))
                .list();
    }

    @Transactional(readOnly = true)
    public List<String> holders(RoomId room) {
        return sql.sql("""
                select g.fingerprint from rooms.key_grant g join rooms.room r on r.id = g.room_id and r.epoch = g.epoch
                where g.room_id = :room
                """)
                .param("room", room.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    void addRecord(SealedPut put, PersonId author, Instant now) {
        sql.sql("""
                insert into rooms.record
                    (room_id, id, rev, kind, epoch, author, author_person_id, sealed, stored_at)
                values (:room, :id, :rev, :kind, :epoch, :author, :person, :sealed, :now)
                """)
                .param("room", put.room().value())
                .param("id", put.id())
                .param("rev", put.rev())
                .param("kind", put.kind())
                .param("epoch", put.epoch())
                .param("author", put.author())
                .param("person", author.value())
                .param("sealed", put.sealed().bytes())
                .param("now", Timestamp.from(now))
                .update();
    }

    @Transactional
    public void ask(RoomId room, PersonId person, Card card, String tag, Instant now) {
        sql.sql("""
                insert into rooms.join_request (room_id, person_id, card, tag, asked_at)
                values (:room, :person, :card, :tag, :now)
                on conflict (room_id, person_id) do update
                    set card = excluded.card, tag = excluded.tag, asked_at = excluded.asked_at
                """)
                .param("room", room.value())
                .param("person", person.value())
                .param("card", card.json())
                .param("tag", tag)
                .param("now", Timestamp.from(now))
                .update();
    }

    @Transactional(readOnly = true)
    public List<Request> requests(RoomId room) {
        return sql.sql("""
                select person_id, card, tag, asked_at from rooms.join_request where room_id = :room order by asked_at
                """)
                .param("room", room.value())
                .query((row, number) -> new Request(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("card"),
                        row.getString("tag"),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }

    void answerRequest(RoomId room, PersonId person) {
        sql.sql("delete from rooms.join_request where room_id = :room and person_id = :person")
                .param("room", room.value())
                .param("person", person.value())
                .update();
    }

    @Transactional
    public void saveDraft(PersonId person, RoomId room, String kind, UUID id, Sealed sealed, Instant now) {
        sql.sql("""
                insert into rooms.draft (person_id, room_id, kind, id, sealed, saved_at)
                values (:person, :room, :kind, :id, :sealed, :now)
                on conflict (person_id, room_id, kind, id) do update
                    set sealed = excluded.sealed, saved_at = excluded.saved_at
                """)
                .param("person", person.value())
                .param("room", room.value())
                .param("kind", kind)
                .param("id", id)
                .param("sealed", sealed.bytes())
                .param("now", Timestamp.from(now))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<String> draft(RoomId room, String kind, UUID id) {
        return sql.sql("select sealed from rooms.draft where room_id = :room and kind = :kind and id = :id")
                .param("room", room.value())
                .param("kind", kind)
                .param("id", id)
                .query((row, number) -> Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes("sealed")))
                .optional();
    }

    @Transactional
    public void dropDraft(RoomId room, String kind, UUID id) {
        sql.sql("delete from rooms.draft where room_id = :room and kind = :kind and id = :id")
                .param("room", room.value())
                .param("kind", kind)
                .param("id", id)
                .update();
    }
}
