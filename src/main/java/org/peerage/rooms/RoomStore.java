package org.peerage.rooms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.rooms.shredding.ShredKeys;
import org.peerage.sealing.Envelope;
import org.peerage.sealing.Ledger;
import org.peerage.sealing.LedgerEntry;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of rooms. Every statement runs under the policies of whoever acts: a room they are not in has no rows.
@Component
class RoomStore {

    private final JdbcClient sql;
    private final ShredKeys outer;

    RoomStore(JdbcClient sql, ShredKeys outer) {
        this.sql = sql;
        this.outer = outer;
    }

    /// Where a room's ledger ends.
    record Head(long seq, String hash, long epoch) {}

    /// An entry as it was stored.
    record Line(long seq, String hash, String body) {}

    /// The envelope of a text for its reader, what another reader has sealed again for them since, if anything, and for
    /// which cards they have done it themselves.
    record OwnEnvelope(UUID id, String envelope, @Nullable String renewal, List<String> renewed) {}

    /// A member's own copy of a key.
    record OwnGrant(long epoch, String file) {}

    List<RoomId> mine() {
        return sql.sql("select id from rooms.room order by opened_at, id")
                .query((row, number) -> new RoomId(row.getString("id")))
                .list();
    }

    Optional<Head> head(RoomId room) {
        return sql.sql("select head_seq, head_hash, epoch from rooms.room where id = :room")
                .param("room", room.value())
                .query(RoomStore::headOf)
                .optional();
    }

    /// Takes the room for the rest of the transaction, so that two writers stand in a row.
    Optional<Head> take(RoomId room) {
        return sql.sql("select head_seq, head_hash, epoch from rooms.room where id = :room for update")
                .param("room", room.value())
                .query(RoomStore::headOf)
                .optional();
    }

    private static Head headOf(ResultSet row, int number) throws SQLException {
        return new Head(row.getLong("head_seq"), row.getString("head_hash"), row.getLong("epoch"));
    }

    /// False: there is such a room already.
    boolean begin(RoomId room, Ledger ledger, PersonId by, Instant at) {
        return sql.sql("""
                insert into rooms.room (id, opened_by, opened_at, head_seq, head_hash, epoch)
                values (:room, :by, :at, :seq, :hash, :epoch)
                on conflict do nothing
                """)
                        .param("room", room.value())
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .param("seq", ledger.seq())
                        .param("hash", ledger.head())
                        .param("epoch", ledger.epoch())
                        .update()
                == 1;
    }

    void advance(RoomId room, Ledger ledger) {
        sql.sql("update rooms.room set head_seq = :seq, head_hash = :hash, epoch = :epoch where id = :room")
                .param("room", room.value())
                .param("seq", ledger.seq())
                .param("hash", ledger.head())
                .param("epoch", ledger.epoch())
                .update();
    }

    List<Line> lines(RoomId room, long after, long upTo) {
        return sql.sql("""
                select seq, hash, body from rooms.entry
                where room_id = :room and seq > :after and seq <= :upTo
                order by seq
                """)
                .param("room", room.value())
                .param("after", after)
                .param("upTo", upTo)
                .query((row, number) -> new Line(row.getLong("seq"), row.getString("hash"), row.getString("body")))
                .list();
    }

    void insert(RoomId room, LedgerEntry entry, PersonId by, Instant at) {
        sql.sql("""
                insert into rooms.entry (room_id, seq, hash, body, person_id, stored_at)
                values (:room, :seq, :hash, :body, :by, :at)
                """)
                .param("room", room.value())
                .param("seq", entry.seq())
                .param("hash", entry.hash())
                .param("body", entry.json())
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// How many requests a person wrote into a room since then; the entries of one request share their time.
    int paceSince(RoomId room, PersonId by, Instant since) {
        return sql.sql("""
                select count(distinct stored_at) from rooms.entry
                where room_id = :room and person_id = :by and stored_at > :since
                """)
                .param("room", room.value())
                .param("by", by.value())
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    void insertMember(RoomId room, String fingerprint, Ledger.Member member, Instant at) {
        sql.sql("""
                insert into rooms.member (room_id, fingerprint, person_id, chair, active, how, since, given)
                values (:room, :fingerprint, :person, :chair, :active, :how, :at, :given)
                """)
                .param("room", room.value())
                .param("fingerprint", fingerprint)
                .param("person", member.card().user())
                .param("chair", member.chair())
                .param("active", member.active())
                .param("how", member.how())
                .param("given", !member.reads().isEmpty())
                .param("at", Timestamp.from(at))
                .update();
    }

    void updateMember(RoomId room, String fingerprint, Ledger.Member member, Instant at) {
        sql.sql("""
                update rooms.member set chair = :chair, active = :active, how = :how, given = :given,
                       since = case when active = :active then since else :at end
                where room_id = :room and fingerprint = :fingerprint
                """)
                .param("room", room.value())
                .param("fingerprint", fingerprint)
                .param("chair", member.chair())
                .param("active", member.active())
                .param("how", member.how())
                .param("given", !member.reads().isEmpty())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// A copy that is there stays: nobody can spoil another's.
    void insert(RoomId room, Rooms.Grant grant, PersonId by, Instant at) {
        sql.sql("""
                insert into rooms.key_grant (room_id, epoch, fingerprint, file, person_id, stored_at)
                values (:room, :epoch, :to, :file, :by, :at)
                on conflict do nothing
                """)
                .param("room", room.value())
                .param("epoch", grant.epoch())
                .param("to", grant.to())
                .param("file", outer.lock(room, grantPlace(grant.epoch(), grant.to()), grant.bytes()))
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<OwnGrant> grantsOf(RoomId room, PersonId person) {
        return sql
                .sql("""
                select g.epoch, g.fingerprint, g.file from rooms.key_grant g
                join rooms.member m on m.room_id = g.room_id and m.fingerprint = g.fingerprint
                where g.room_id = :room and m.person_id = :person and m.active
                order by g.epoch
                """)
                .param("room", room.value())
                .param("person", person.value())
                .query((row, number) -> {
                    var epoch = row.getLong("epoch");
                    return outer.open(room, grantPlace(epoch, row.getString("fingerprint")), row.getBytes("file"))
                            .map(file -> new OwnGrant(epoch, base64(file)));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static String grantPlace(long epoch, String to) {
        return "grant " + epoch + " " + to;
    }

    private static String envelopePlace(UUID id, int rev) {
        return "envelope " + id + " " + rev;
    }

    private static String renewalPlace(UUID id, int rev, String to) {
        return "renewal " + id + " " + rev + " " + to;
    }

    /// Who has which keys: of this epoch everybody, and of those before whoever came back with a new card or was given
    /// some, so that the others can hand on what is missing.
    Map<String, List<Long>> held(RoomId room, long epoch) {
        var held = new TreeMap<String, List<Long>>();
        sql.sql("""
                select fingerprint, epoch from rooms.key_grant
                where room_id = :room
                  and (epoch = :epoch or fingerprint in (select m.fingerprint from rooms.member m
                                                         where m.room_id = :room and m.active and (m.how = 'rekey' or m.given)))
                """).param("room", room.value()).param("epoch", epoch).query(row -> {
            held.computeIfAbsent(row.getString("fingerprint"), one -> new ArrayList<>())
                    .add(row.getLong("epoch"));
        });
        return held;
    }

    /// False: the text that it rewrites is not there for its writer.
    boolean store(SealedPut put, PersonId author, Instant at) {
        var statement = put.rev() == 1 ? """
                insert into rooms.record
                    (room_id, id, rev, kind, epoch, about, author, author_person_id, sealed, envelope, stored_at)
                values (:room, :id, :rev, :kind, :epoch, :about, :author, :person, :sealed, :envelope, :at)
                """ : """
                update rooms.record
                set rev = :rev, epoch = :epoch, author = :author, sealed = :sealed, envelope = :envelope, stored_at = :at
                where room_id = :room and id = :id and kind = :kind and about = :about
                  and author_person_id = :person
                """;
        return sql.sql(statement)
                        .param("room", put.room().value())
                        .param("id", put.id())
                        .param("rev", put.rev())
                        .param("kind", put.kind())
                        .param("epoch", put.epoch())
                        .param("about", put.about())
                        .param("author", put.author())
                        .param("person", author.value())
                        .param("sealed", put.sealed().bytes())
                        .param(
                                "envelope",
                                put.envelope()
                                        .map(Envelope::file)
                                        .map(file -> outer.lock(put.room(), envelopePlace(put.id(), put.rev()), file))
                                        .orElse(null),
                                Types.BINARY)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /// Who may fetch a text for named readers, instead of those before.
    void address(SealedPut put, PersonId author, Collection<UUID> readers) {
        sql.sql(
                        "delete from rooms.record_reader where room_id = :room and record_id = :id and author_person_id = :author")
                .param("room", put.room().value())
                .param("id", put.id())
                .param("author", author.value())
                .update();
        readers.forEach(reader -> sql.sql("""
                insert into rooms.record_reader (room_id, record_id, person_id, author_person_id)
                values (:room, :id, :reader, :author)
                """)
                .param("room", put.room().value())
                .param("id", put.id())
                .param("reader", reader)
                .param("author", author.value())
                .update());
    }

    /// The envelopes that the acting person may fetch.
    List<OwnEnvelope> envelopes(RoomId room, PersonId me) {
        return sql
                .sql("""
                select r.id, r.rev, r.envelope, mine.file as renewal, mine.fingerprint as renewal_to,
                       array(select n.fingerprint from rooms.renewal n
                             where n.room_id = r.room_id and n.record_id = r.id and n.rev = r.rev) as renewed
                from rooms.record r
                left join lateral (
                    select n.file, n.fingerprint from rooms.renewal n
                    join rooms.member m on m.room_id = n.room_id and m.fingerprint = n.fingerprint
                    where n.room_id = r.room_id and n.record_id = r.id and n.rev = r.rev
                      and m.person_id = :me and m.active
                ) mine on true
                where r.room_id = :room and r.envelope is not null order by r.stored_at, r.id
                """)
                .param("room", room.value())
                .param("me", me.value())
                .query((row, number) -> envelope(room, row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<OwnEnvelope> envelope(RoomId room, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var rev = row.getInt("rev");
        var renewal = Optional.ofNullable(row.getBytes("renewal"));
        var to = row.getString("renewal_to");
        var renewed = List.of((String[]) row.getArray("renewed").getArray());
        return outer.open(room, envelopePlace(id, rev), row.getBytes("envelope"))
                .map(file -> new OwnEnvelope(
                        id,
                        base64(file),
                        renewal.flatMap(one -> outer.open(room, renewalPlace(id, rev, to), one))
                                .map(RoomStore::base64)
                                .orElse(null),
                        renewed));
    }

    /// What is there stays: nobody can spoil another's.
    void renew(RoomId room, Rooms.Renewal renewal, UUID reader, PersonId by, Instant at) {
        sql.sql("""
                insert into rooms.renewal (room_id, record_id, rev, fingerprint, person_id, file, by_person_id, stored_at)
                values (:room, :id, :rev, :to, :reader, :file, :by, :at)
                on conflict do nothing
                """)
                .param("room", room.value())
                .param("id", renewal.id())
                .param("rev", renewal.rev())
                .param("to", renewal.to())
                .param("reader", reader)
                .param(
                        "file",
                        outer.lock(
                                room,
                                renewalPlace(renewal.id(), renewal.rev(), renewal.to()),
                                renewal.file().file()))
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Takes a text away that the ledger says is gone, whether or not the acting person could read it.
    void takeAway(RoomId room, UUID id) {
        sql.sql("select rooms.take_away(:room, :id)")
                .param("room", room.value())
                .param("id", id)
                .query((row, number) -> id)
                .list();
    }

    /// All that opened with keys, and everybody's place; what was signed stays, and nothing is in it.
    void dissolve(RoomId room, Instant at) {
        sql.sql("select rooms.dissolve(:room, :at)")
                .param("room", room.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> room)
                .list();
    }

    List<SealedView> texts(RoomId room, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                select room_id, id, rev, kind, epoch, about, author, sealed from rooms.record
                where room_id = :room and id in (:ids)
                """)
                .params(Map.of("room", room.value(), "ids", ids))
                .query((row, number) -> SealedView.of(row))
                .list();
    }
}
