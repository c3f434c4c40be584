package org.peerage.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.peerage.sealing.Card;
import org.peerage.sealing.Grant;
import org.peerage.sealing.Keyholder;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.sealing.LedgerEntry;
import org.peerage.sealing.Sealed;

/// The rooms of a demonstration that an earlier version made, opened with the words of one of its fictional people: by
/// the keys and the protocol alone, from the rows, without the program.
final class KeptRoom {

    /// Before the nonce of what is locked by a room's key stands a byte for the version.
    private static final int NONCE = 12;

    private final Path keys;
    private final Connection connection;

    private interface Read<T> {
        T row(ResultSet row) throws SQLException;
    }

    private record Member(Card card, Keyholder keyholder) {}

    private record Text(UUID id, Sealed sealed) {}

    KeptRoom(Connection connection, Path keys) {
        this.connection = connection;
        this.keys = keys;
    }

    List<String> all() throws SQLException {
        return read("select id from rooms.room where dissolved_at is null order by id", row -> row.getString(1));
    }

    /// How many texts open, after every entry of the ledger held and led to the head that is stored. A text of a time
    /// for which its member has a key, and which is for everybody, opens.
    int opened(String room) throws SQLException {
        var entries = read(
                "select body from rooms.entry where room_id = '" + room + "' order by seq",
                row -> LedgerEntry.parse(row.getString(1)).orElseThrow());
        var member = member(room);
        var fingerprint = member.card().fingerprint();
        var grants = read(
                "select epoch, file from rooms.key_grant where room_id = '" + room + "' and fingerprint = '"
                        + fingerprint + "' order by epoch",
                row -> Grant.of(
                                row.getLong(1),
                                fingerprint,
                                unlocked(room, "grant " + row.getLong(1) + " " + fingerprint, row.getBytes(2)))
                        .orElseThrow());
        var inside =
                KeyholderRoom.join(member.keyholder(), room, entries, grants).orElseThrow();
        assertThat(read("select head_hash from rooms.room where id = '" + room + "'", row -> row.getString(1)))
                .containsExactly(entries.getLast().hash());
        var texts = read(
                "select r.id, r.sealed from rooms.record r where r.envelope is null and r.room_id = '" + room
                        + "' and r.epoch in (select g.epoch from rooms.key_grant g where g.room_id = r.room_id"
                        + " and g.fingerprint = '" + fingerprint + "')",
                row -> new Text(
                        row.getObject(1, UUID.class), Sealed.of(row.getBytes(2)).orElseThrow()));
        for (var text : texts) {
            assertThat(inside.open(text.id(), text.sealed()))
                    .as(text.id().toString())
                    .isPresent();
        }
        return texts.size();
    }

    private Member member(String room) throws SQLException {
        return read(
                        "select c.card, l.file, f.words from rooms.member m"
                                + " join identity.card c on c.person_id = m.person_id and c.fingerprint = m.fingerprint"
                                + " join identity.lock l on l.person_id = m.person_id and l.kind = 'words'"
                                + " join demo.figure f on f.person_id = m.person_id"
                                + " where m.active and m.room_id = '" + room + "' order by f.position limit 1",
                        row -> member(Card.parse(row.getString(1)).orElseThrow(), row.getBytes(2), row.getString(3)))
                .getFirst();
    }

    private static Member member(Card card, byte[] lock, String words) {
        return new Member(card, Keyholder.openWithWords(lock, words, card).orElseThrow());
    }

    private byte[] unlocked(String room, String place, byte[] locked) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(Files.readAllBytes(keys.resolve(room)), "AES"),
                    new GCMParameterSpec(128, locked, 1, NONCE));
            cipher.updateAAD(("rooms/v1/outer\0" + room + "\0" + place).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(locked, 1 + NONCE, locked.length - 1 - NONCE);
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> List<T> read(String sql, Read<T> one) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(one.row(rows));
            }
            return read;
        }
    }
}
