package org.peerage.rooms.readers;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.SealedPut;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whom words for named readers are for, as the room's own ledger says: a page that has sealed them to somebody else
/// has not told whom it should. Other readers are refused as `no-reader`. Asked within the transaction of the act.
@Component
public class Readers {

    private final JdbcClient sql;

    Readers(JdbcClient sql) {
        this.sql = sql;
    }

    /// Whoever chairs, and nobody else; not whoever writes.
    public PersonId chair(RoomId room, SealedPut words) {
        return another(words, active(room, words, true));
    }

    /// One person, whoever it is, but whoever writes.
    public PersonId another(RoomId room, SealedPut words) {
        return another(words, active(room, words, false));
    }

    /// These people, all of them and nobody else.
    public void mustBe(RoomId room, SealedPut words, Set<PersonId> people) {
        if (words.readers().size() != people.size()
                || !Set.copyOf(active(room, words, false)).equals(people)) {
            throw new RoomRefused("no-reader");
        }
    }

    private static PersonId another(SealedPut words, List<PersonId> found) {
        if (words.readers().size() != 1 || found.size() != 1 || found.contains(Acting.me())) {
            throw new RoomRefused("no-reader");
        }
        return found.getFirst();
    }

    private List<PersonId> active(RoomId room, SealedPut words, boolean chairs) {
        return sql.sql("""
                select person_id from rooms.shared_member
                where room_id = :room and active and (chair or not :chairs) and fingerprint = any (:fingerprints)
                """)
                .param("room", room.value())
                .param("chairs", chairs)
                .param("fingerprints", words.readers().toArray(String[]::new))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }
}
