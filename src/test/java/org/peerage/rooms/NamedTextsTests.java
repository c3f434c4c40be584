package org.peerage.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.sealing.Keyholder;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Texts for named readers on the server: row security gives them to their readers, and only their author says who
/// these are. The others are in the room and have its key.
class NamedTextsTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final Instant THEN = Instant.parse("2026-11-21T09:00:00Z");
    private static final UUID PLACE = Ids.next();

    private final UUID group = Ids.next();
    private final Keyholder mara = Keyholder.create(Ids.next(), THEN);
    private final Keyholder jon = Keyholder.create(Ids.next(), THEN);
    private final Keyholder eva = Keyholder.create(Ids.next(), THEN);
    private KeyholderRoom room = KeyholderRoom.open(group, mara, "Mara", THEN);

    @BeforeEach
    void threeInARoom() {
        room = KeyholderRoom.open(group, mara, "Mara", THEN);
        as(mara, () -> rooms().open(group, room.id(), room.entries(), grants(0)));
        var entries = room.entries().size();
        var grants = room.grants().size();
        room.letIn(
                mara,
                List.of(new KeyholderRoom.Guest(jon.card(), "Jon"), new KeyholderRoom.Guest(eva.card(), "Eva")),
                THEN);
        as(
                mara,
                () -> rooms().append(
                                id(),
                                room.entries().subList(entries, room.entries().size()),
                                grants(grants),
                                List.of()));
    }

    private List<Rooms.Grant> grants(int from) {
        return room.grants().stream()
                .skip(from)
                .map(grant -> new Rooms.Grant(grant.epoch(), grant.to(), grant.base64url()))
                .toList();
    }

    private RoomId id() {
        return new RoomId(room.id());
    }

    private static Rooms rooms() {
        return PEERAGE.bean(Rooms.class);
    }

    private static <T> T as(Keyholder who, Supplier<T> act) {
        return Acting.as(new Actor.Person(new PersonId(who.card().user())), act::get);
    }

    private KeyholderRoom.Put told(UUID id, Keyholder author, Keyholder... readers) {
        var cards = java.util.Arrays.stream(readers).map(Keyholder::card).toList();
        return room.sealFor(author, cards, new KeyholderRoom.About("missed", id, PLACE), Map.of("text", "x"), THEN);
    }

    private void put(Keyholder author, KeyholderRoom.Put text) {
        var puts = SealedPut.parse("[" + text.json() + "]").orElseThrow();
        as(
                author,
                () -> rooms().append(id(), puts.stream().map(SealedPut::entry).toList(), List.of(), puts));
    }

    private long sees(Keyholder who, String table) {
        return as(
                who,
                () -> PEERAGE.inTransaction(() -> PEERAGE.bean(JdbcClient.class)
                        .sql("select count(*) from rooms." + table + " where room_id = :room")
                        .param("room", room.id())
                        .query(Long.class)
                        .single()));
    }

    private int does(Keyholder who, String statement, UUID text) {
        return as(
                who,
                () -> PEERAGE.inTransaction(() -> PEERAGE.bean(JdbcClient.class)
                        .sql(statement)
                        .param("room", room.id())
                        .param("text", text)
                        .param("me", who.card().user())
                        .update()));
    }

    @Test
    void onlyItsReadersFetchIt() {
        var text = Ids.next();
        put(jon, told(text, jon, mara));

        assertThat(sees(mara, "record")).isEqualTo(1);
        assertThat(as(mara, () -> PEERAGE.bean(RoomReading.class).envelopes(id(), Acting.me())))
                .hasSize(1);
        for (var other : List.of(jon, eva)) {
            assertThat(sees(other, "record")).isZero();
            assertThat(as(other, () -> rooms().texts(id(), List.of(text)))).isEmpty();
            assertThat(as(other, () -> PEERAGE.bean(RoomReading.class).envelopes(id(), Acting.me())))
                    .isEmpty();
        }
        assertThat(sees(eva, "record_reader")).as("nor who reads it").isZero();
    }

    @Test
    void nobodyButItsAuthorAddsAReader() {
        var text = Ids.next();
        put(jon, told(text, jon, mara));

        assertThatThrownBy(() -> does(eva, """
                insert into rooms.record_reader (room_id, record_id, person_id, author_person_id)
                select :room, :text, :me, person_id from rooms.member where room_id = :room and person_id <> :me
                """, text)).isInstanceOf(DataAccessException.class);
        assertThat(does(eva, """
                insert into rooms.record_reader (room_id, record_id, person_id, author_person_id)
                values (:room, :text, :me, :me)
                """, text)).isEqualTo(1);
        assertThat(sees(eva, "record")).as("her own word is not the author's").isZero();
    }

    @Test
    void itsReadersMayChangeAndOnlyWhoIsHereIsWrittenTo() {
        var text = Ids.next();
        put(jon, told(text, jon, jon, mara));
        assertThat(sees(mara, "record")).isEqualTo(1);
        put(jon, told(text, jon, jon, eva));
        assertThat(sees(eva, "record")).isEqualTo(1);
        assertThat(sees(mara, "record")).isZero();
        var ghost = Keyholder.create(Ids.next(), THEN);
        assertThatThrownBy(() -> put(jon, told(Ids.next(), jon, ghost)))
                .isInstanceOfSatisfying(
                        RoomRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("no-reader"));
    }

    @Test
    void whatItsAuthorCannotReadIsWrittenOnceAndTakenAwayAllTheSame() {
        var text = Ids.next();
        put(jon, told(text, jon, eva));
        var entries = room.entries().size();
        assertThatThrownBy(() -> put(jon, told(text, jon, eva)))
                .isInstanceOfSatisfying(
                        RoomRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("wrong-revision"));
        var before = KeyholderRoom.join(mara, room.id(), room.entries().subList(0, entries), room.grants())
                .orElseThrow();
        var gone = before.takeAway(mara, text, THEN);
        as(mara, () -> rooms().append(id(), List.of(gone), List.of(), List.of()));
        assertThat(sees(eva, "record")).isZero();
    }

    @Test
    void aKindThatNoModuleDeclaresIsNotTaken() {
        var note = room.seal(jon, new KeyholderRoom.About("note", Ids.next(), group), Map.of("text", "x"), THEN);
        assertThatThrownBy(() -> put(jon, note))
                .isInstanceOfSatisfying(
                        RoomRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("unexpected-kind"));
        assertThat(sees(jon, "record")).isZero();
    }

    @Test
    void anEnvelopeComesWithItsReadersAndOnlyWithATextForSome() {
        var json = told(Ids.next(), jon, mara).json();
        assertThat(SealedPut.parse("[" + json + "]")).isPresent();
        assertThat(SealedPut.parse("[" + json.replaceFirst(",\"readers\":\\[[^]]*]", "") + "]"))
                .isEmpty();
        assertThat(SealedPut.parse("[" + json.replaceFirst(",\"envelope\":\"[^\"]*\"", "") + "]"))
                .isEmpty();
        assertThat(SealedPut.parse("["
                        + json.replaceFirst(
                                "\"readers\":\\[\"[^\"]*\"",
                                "\"readers\":[\"" + eva.card().fingerprint() + "\",\""
                                        + mara.card().fingerprint() + "\"")
                        + "]"))
                .as("more readers than the file has locks")
                .isEmpty();
        var open = room.seal(jon, new KeyholderRoom.About("note", Ids.next(), group), Map.of("text", "x"), THEN)
                .json();
        var letter = json.substring(json.indexOf(",\"envelope\""), json.indexOf(",\"entry\""));
        assertThat(SealedPut.parse("[" + open + "]")).isPresent();
        assertThat(SealedPut.parse("[" + open.replace(",\"entry\"", letter + ",\"entry\"") + "]"))
                .isEmpty();
    }
}
