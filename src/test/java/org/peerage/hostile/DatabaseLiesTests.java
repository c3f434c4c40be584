package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.peerage.Superuser;
import org.peerage.tenancy.PersonId;

/// The same lies told where the program itself believes them: whoever holds the database changes its rows. The program
/// is honest and knows nothing of it.
class DatabaseLiesTests extends RoomUnderAttack {

    private static final String SHUT = "This entry does not open.";
    private static final String PEOPLE = HOME + "/room";
    private static final PersonId MARAS_ID = HERE.chair();
    private static final PersonId JONS_ID = HERE.members.getFirst();
    private static final Superuser DATABASE = new Superuser(PEERAGE);

    @AfterAll
    static void theDatabaseIsLeft() {
        DATABASE.close();
    }

    /// What Jon's page says while the row is false; afterwards all is as before.
    private static void told(String lie, Runnable change, Runnable back, String page, String sentence) {
        told(lie, change, back, () -> JON.goTo(page), page, sentence);
    }

    private static void told(String lie, Runnable change, Runnable back, Runnable step, String page, String sentence) {
        var before = JONS.heard().size();
        change.run();
        try {
            step.run();
            JON.sees(sentence);
            toldNothing(JONS, before, lie);
            assertThat(writesSince(JON, before)).as("written after " + lie).isEmpty();
        } finally {
            back.run();
        }
        JON.goTo(page).opensTheRoom();
        assertThat(JON.page().getByText(sentence)).hasCount(0);
    }

    private static void changes(String text, Object... values) {
        assertThat(DATABASE.run(text, values)).as(text).isPositive();
    }

    @Test
    void aShortenedLedger() {
        writes(MARA, "Written before the rows went back");
        JON.goTo(PAGE).opensTheRoom();
        DATABASE.run(
                "create temporary table kept as select * from rooms.entry where room_id = ? order by seq desc limit 1",
                ROOM);
        told(
                "a shortened ledger in the database",
                () -> {
                    changes("delete from rooms.entry e using kept where e.room_id = kept.room_id and e.seq = kept.seq");
                    head();
                },
                () -> {
                    changes("insert into rooms.entry select * from kept");
                    head();
                },
                PAGE,
                "This room has gone backwards");
    }

    private static void head() {
        changes("""
                update rooms.room r set head_seq = e.seq, head_hash = e.hash from rooms.entry e
                where r.id = ? and e.room_id = r.id and e.seq = (select max(seq) from rooms.entry where room_id = r.id)
                """, ROOM);
    }

    @Test
    void twoCiphertextsExchanged() {
        writes(MARA, "One of two");
        writes(MARA, "Two of two");
        DATABASE.run(
                "create temporary table two as select id from rooms.record where room_id = ? order by stored_at desc limit 2",
                ROOM);
        Runnable exchange = () -> changes("""
                update rooms.record one set sealed = other.sealed from rooms.record other
                where one.room_id = other.room_id and one.id <> other.id
                  and one.id in (select id from two) and other.id in (select id from two)
                """);
        told("ciphertexts exchanged in the database", exchange, exchange, PAGE, SHUT);
    }

    @Test
    void aTextUnderAnothersName() {
        writes(MARA, "Mara wrote this");
        DATABASE.run(
                "create temporary table hers as select id, author from rooms.record where room_id = ? order by stored_at desc limit 1",
                ROOM);
        told(
                "another author in the database",
                () -> changes("""
                        update rooms.record r set author = m.fingerprint from rooms.member m
                        where r.id in (select id from hers) and m.room_id = r.room_id and m.person_id = ?
                        """, JONS_ID.value()),
                () -> changes("update rooms.record r set author = hers.author from hers where r.id = hers.id"),
                PAGE,
                SHUT);
    }

    @Test
    void anotherNameInTheLobby() {
        told(
                "a name changed in the database",
                () -> changes(
                        "update groups.seat set name = 'Somebody Nice' where group_id = ? and person_id = ?",
                        HERE.group.value(),
                        MARAS_ID.value()),
                () -> changes(
                        "update groups.seat set name = ? where group_id = ? and person_id = ?",
                        MARA.name(),
                        HERE.group.value(),
                        MARAS_ID.value()),
                PEOPLE,
                "Elsewhere called: Somebody Nice");
        assertThat(JON.page().locator("[data-inside='" + MARAS_ID + "'] [data-name-line]"))
                .hasText(MARA.name());
    }

    /// A member whom nobody let in: their row opens the door to ciphertext, and no key comes with it.
    @Test
    void somebodyNobodyLetIn() {
        var ghost = HERE.aMember("Ghost");
        told(
                "a member made in the database",
                () -> {
                    changes(
                            "update groups.seat set state = 'in-room' where group_id = ? and person_id = ?",
                            HERE.group.value(),
                            ghost.value());
                    changes(
                            "insert into rooms.member values (?, ?, ?, false, true, 'invite', now())",
                            ROOM,
                            "G".repeat(43),
                            ghost.value());
                },
                () -> {
                    changes("delete from rooms.member where person_id = ?", ghost.value());
                    changes(
                            "update groups.seat set state = 'accepted' where group_id = ? and person_id = ?",
                            HERE.group.value(),
                            ghost.value());
                },
                PEOPLE,
                "the room’s own list does not have them");
    }

    /// A text for one reader, said to be for two: the other gets all bytes there are, and none of the words.
    @Test
    void moreReadersThanTheAuthorNamed() {
        MARA.goTo(PAGE).opensTheRoom();
        var id = UUID.fromString((String) js(MARA, """
                const room = await openRoom('%1$s');
                const text = {kind: 'update', id: crypto.randomUUID(), about: room.ledger.group, rev: 1,
                  body: {text: 'For Mara alone'}, readers: [room.me]};
                const sealed = JSON.stringify(await room.seal([text]));
                await fetch('/tryout/%1$s', {method: 'POST', body: new URLSearchParams({sealed})});
                return text.id;""".formatted(ROOM)));
        MARA.goTo(PAGE).opensTheRoom().sees("For Mara alone");
        told(
                "readers widened in the database",
                () -> changes(
                        "insert into rooms.record_reader values (?, ?, ?, ?)",
                        ROOM,
                        id,
                        JONS_ID.value(),
                        MARAS_ID.value()),
                () -> changes(
                        "delete from rooms.record_reader where record_id = ? and person_id = ?", id, JONS_ID.value()),
                () -> JON.goTo(PAGE).press("Open with my passkey"),
                PAGE,
                SHUT);
        assertThat(JON.page().getByText("For Mara alone")).hasCount(0);
    }
}
