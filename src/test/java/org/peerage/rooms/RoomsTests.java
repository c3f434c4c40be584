package org.peerage.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerage.RunningPeerage;
import org.peerage.sealing.LedgerEntry;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.web.NotFound;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the server takes into a room and what it refuses, on the real database under the real policies.
class RoomsTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private final Rooms rooms = PEERAGE.bean(Rooms.class);
    private final Hand mara = new Hand();
    private final Hand jon = new Hand();
    private final Hand eva = new Hand();
    private Hand.OpenRoom room = new Hand.OpenRoom(mara, rooms);

    @BeforeEach
    void twoAreInside() {
        room.letIn(mara, jon);
    }

    @Test
    void aTextOfAMemberIsSeenByTheOthersAndByNobodyElse() {
        var id = UUID.randomUUID();
        put(jon, id, 1, Hand.sealed(400, 7));

        assertThat(textsAs(mara.actor(), id)).containsExactly(Hand.base64(Hand.sealed(400, 7)));
        assertThat(textsAs(eva.actor(), id)).isEmpty();
        assertThat(textsAs(new Actor.Nobody(), id)).isEmpty();
    }

    @Test
    void ofTwoThatNameTheSameHeadOneIsStoredAndTheOtherLearnsOfIt() throws Exception {
        var barrier = new CyclicBarrier(2);
        var seq = room.head.seq() + 1;
        var outcomes = new ArrayList<Thread>();
        var behind = java.util.Collections.synchronizedList(new ArrayList<RoomRefused.Behind>());
        for (var hand : List.of(mara, jon)) {
            var sealed = hand.put(room.id, seq, room.head.hash(), UUID.randomUUID(), 1, 2, Hand.sealed(300, 3));
            outcomes.add(Thread.ofVirtual().start(() -> {
                try {
                    barrier.await();
                    store(hand, sealed);
                } catch (RoomRefused.Behind e) {
                    behind.add(e);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (var thread : outcomes) {
            thread.join();
        }
        assertThat(behind)
                .singleElement()
                .satisfies(late -> assertThat(late.seq()).isEqualTo(seq));
        assertThat(entries()).isEqualTo(seq + 1);
    }

    @Test
    void aRequestSentTwiceIsDoneOnce() {
        var sealed =
                mara.put(room.id, room.head.seq() + 1, room.head.hash(), UUID.randomUUID(), 1, 2, Hand.sealed(300, 1));
        assertThat(store(mara, sealed)).isTrue();
        assertThat(store(mara, sealed)).isFalse();
        assertThat(entries()).isEqualTo(room.head.seq() + 2);
    }

    @Test
    void aRewrittenTextReplacesTheOneBefore() {
        var id = UUID.randomUUID();
        put(jon, id, 1, Hand.sealed(400, 1));
        put(jon, id, 2, Hand.sealed(400, 2));
        assertThat(textsAs(mara.actor(), id)).containsExactly(Hand.base64(Hand.sealed(400, 2)));
        assertThatThrownBy(() -> put(jon, id, 2, Hand.sealed(400, 3))).isInstanceOf(RoomRefused.class);
        assertThatThrownBy(() -> put(mara, id, 3, Hand.sealed(400, 3))).isInstanceOf(RoomRefused.class);
    }

    @Test
    void aTextTakenAwayIsGone() {
        var id = UUID.randomUUID();
        put(jon, id, 1, Hand.sealed(400, 1));
        var del = mara.entry(room.head.seq() + 1, room.head.hash(), "del", Map.of("id", id.toString(), "rev", 1));
        append(mara, List.of(del), List.of());
        assertThat(textsAs(mara.actor(), id)).isEmpty();
        assertThatThrownBy(() -> {
                    room.head = del;
                    put(jon, id, 2, Hand.sealed(400, 2));
                })
                .isInstanceOf(RoomRefused.class);
    }

    @Test
    void whoeverIsRemovedSeesNothingFromThatMoment() {
        var id = UUID.randomUUID();
        put(mara, id, 1, Hand.sealed(400, 1));
        var remove = mara.entry(room.head.seq() + 1, room.head.hash(), "remove", Map.of("fp", jon.fp));
        var accept = mara.entry(
                remove.seq() + 1, remove.hash(), "accept", Map.of("seq", remove.seq(), "head", remove.hash()));
        // Without a new key the room could not be written in, whatever comes after.
        assertRefused(() -> append(mara, List.of(remove), List.of()), "key-must-change");
        assertRefused(() -> append(mara, List.of(remove, accept), List.of()), "key-must-change");
        var rotate = mara.rotate(remove, 3, mara.fp);
        append(mara, List.of(remove, rotate), List.of(Hand.grant(3, mara.fp)));

        assertThat(textsAs(jon.actor(), id)).isEmpty();
        assertThat(Acting.as(jon.actor(), rooms::mine)).isEmpty();
        room.head = rotate;
        assertThatThrownBy(() -> put(jon, UUID.randomUUID(), 1, Hand.sealed(300, 1)))
                .isInstanceOf(NotFound.class);
        assertThat(Acting.as(mara.actor(), rooms::mine)).containsExactly(room.id);
    }

    @Test
    void whoeverLeavesIsOutAndTheRestMakeANewKeyFirst() {
        var leave = jon.entry(room.head.seq() + 1, room.head.hash(), "leave", Map.of("fp", jon.fp));
        append(jon, List.of(leave), List.of());
        room.head = leave;
        assertThat(Acting.as(jon.actor(), rooms::mine)).isEmpty();
        assertThatThrownBy(() -> put(mara, UUID.randomUUID(), 1, Hand.sealed(300, 1)))
                .isInstanceOfSatisfying(
                        RoomRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("stale-epoch"));
        var rotate = mara.rotate(leave, 3, mara.fp);
        append(mara, List.of(rotate), List.of(Hand.grant(3, mara.fp)));
        room.head = rotate;
        room.epoch = 3;
        put(mara, UUID.randomUUID(), 1, Hand.sealed(300, 1));
    }

    @Test
    void aNewKeyComesWithEverybodysCopy() {
        var rotate = jon.rotate(room.head, 3, mara.fp, jon.fp);
        assertThatThrownBy(() -> append(jon, List.of(rotate), List.of(Hand.grant(3, jon.fp))))
                .isInstanceOfSatisfying(
                        RoomRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("key-missing"));
        assertThatThrownBy(() -> append(jon, List.of(), List.of(Hand.grant(2, eva.fp))))
                .isInstanceOfSatisfying(
                        RoomRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("wrong-members"));
    }

    @Test
    void nobodySpoilsTheCopyOfAnother() {
        var before = grants(jon);
        append(mara, List.of(), List.of(Hand.grant(2, jon.fp)));
        assertThat(grants(jon)).isEqualTo(before);
    }

    @Test
    void anEntryIsTakenOnlyFromItsSigner() {
        var marasEntry =
                mara.put(room.id, room.head.seq() + 1, room.head.hash(), UUID.randomUUID(), 1, 2, Hand.sealed(300, 1));
        assertRefused(() -> store(jon, marasEntry), "not-your-key");
        var forged = jon.entry(room.head.seq() + 1, room.head.hash(), "remove", Map.of("fp", jon.fp), mara.fp);
        assertRefused(() -> append(mara, List.of(forged), List.of()), "bad-signature");
        var ghost = eva.entry(room.head.seq() + 1, room.head.hash(), "leave", Map.of("fp", eva.fp));
        assertRefused(() -> append(mara, List.of(ghost), List.of()), "signer-not-active");
        var notAChair = jon.entry(
                room.head.seq() + 1,
                room.head.hash(),
                "add",
                Map.of("card", eva.card, "name", "Eva", "how", "unchecked"));
        assertRefused(() -> append(jon, List.of(notAChair), List.of()), "not-allowed");
        assertThat(entries()).isEqualTo(room.head.seq() + 1);
    }

    @Test
    void oldKeysAndLeapsAndDecoysAreRefused() {
        var next = room.head.seq() + 1;
        var hash = room.head.hash();
        var id = UUID.randomUUID();
        var sealed = Hand.sealed(300, 1);
        assertRefused(() -> store(jon, jon.put(room.id, next, hash, id, 1, 1, sealed)), "stale-epoch");
        assertRefused(() -> store(jon, jon.put(room.id, next, hash, id, 2, 2, sealed)), "wrong-revision");
        assertThatThrownBy(() -> store(jon, jon.put(room.id, next + 1, hash, id, 1, 2, sealed)))
                .isInstanceOf(RoomRefused.Behind.class);
        assertThatThrownBy(() -> store(jon, jon.put(room.id, next, mara.fp, id, 1, 2, sealed)))
                .isInstanceOf(RoomRefused.Behind.class);
        var other = new Hand.OpenRoom(jon, rooms);
        assertRefused(
                () -> PEERAGE.inTransaction(() -> rooms.put(
                        room.id,
                        SealedPut.parse(jon.put(other.id, next, hash, id, 1, 2, sealed))
                                .orElseThrow())),
                jon,
                "text-missing");
    }

    @Test
    void aRoomIsOpenedOnceAndByItsOwnBeginning() {
        var genesis = eva.genesis();
        var rotate = eva.rotate(genesis, 1, eva.fp);
        var grants = List.of(Hand.grant(1, eva.fp));
        var opened =
                Acting.as(eva.actor(), () -> rooms.open(Hand.GROUP, genesis.hash(), List.of(genesis, rotate), grants));
        assertThat(Acting.as(
                        eva.actor(), () -> rooms.open(Hand.GROUP, genesis.hash(), List.of(genesis, rotate), grants)))
                .isEqualTo(opened);
        assertRefused(
                () -> Acting.as(
                        jon.actor(), () -> rooms.open(Hand.GROUP, genesis.hash(), List.of(genesis, rotate), grants)),
                "not-your-key");
        assertRefused(
                () -> Acting.as(eva.actor(), () -> rooms.open(Hand.GROUP, mara.fp, List.of(genesis, rotate), grants)),
                "not-genesis");
        assertRefused(
                () -> Acting.as(eva.actor(), () -> rooms.open(Hand.GROUP, genesis.hash(), List.of(genesis), grants)),
                "not-an-opening");
        assertRefused(
                () -> Acting.as(
                        eva.actor(), () -> rooms.open(Hand.GROUP, genesis.hash(), List.of(genesis, rotate), List.of())),
                "key-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "[1]", "[{}]", "not json", "[{\"header\":{},\"ciphertext\":\"\"}]"})
    void whatNoPageSendsIsNotRead(String text) {
        assertThat(SealedPut.parse(text)).isEmpty();
    }

    @Test
    void aTextThatDiffersFromItsEntryIsNotRead() {
        var id = UUID.randomUUID();
        var good = jon.put(room.id, 9, room.head.hash(), id, 1, 2, Hand.sealed(300, 1));
        assertThat(SealedPut.parse(good)).isPresent();
        assertThat(SealedPut.parse(good.replace(Hand.base64(Hand.sealed(300, 1)), Hand.base64(Hand.sealed(300, 2)))))
                .isEmpty();
        assertThat(SealedPut.parse(good.replaceFirst("\"epoch\":2", "\"epoch\":3")))
                .isEmpty();
        assertThat(SealedPut.parse(
                        good.replaceFirst(id.toString(), UUID.randomUUID().toString())))
                .isEmpty();
        assertThat(SealedPut.parse(good.replaceFirst("\"v\":1", "\"v\":2"))).isEmpty();
        assertThat(SealedPut.parse(good.replaceFirst("\\{\"header\"", "{\"header\":{},\"header\"")))
                .isEmpty();
        assertThat(SealedPut.parse(good.replaceFirst("\"v\":1", "\"prf\":{\"first\":\"x\"},\"v\":1")))
                .isEmpty();
        var open = new TreeMap<String, Object>(Map.of(
                "v",
                1,
                "room",
                room.id.value(),
                "kind",
                "update",
                "id",
                id.toString(),
                "rev",
                1,
                "epoch",
                2L,
                "about",
                Hand.GROUP.toString(),
                "author",
                jon.fp));
        assertThat(SealedPut.parse(jon.put(
                        9,
                        room.head.hash(),
                        open,
                        "plain words, not sealed ".repeat(9).getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .as("only sealed bytes of version 1")
                .isEmpty();
        assertThat(SealedPut.parse(jon.put(9, room.head.hash(), open, Hand.sealed((1 << 20) + 1, 1))))
                .as("too large")
                .isEmpty();
    }

    @Test
    void theDatabaseRefusesWhatTheProgramMightForget() {
        assertThatThrownBy(() -> sql(eva.actor(), """
                insert into rooms.member (room_id, fingerprint, person_id, chair, active, how, since)
                values (:room, 'x', :me, true, true, 'genesis', now())
                """)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql(eva.actor(), """
                insert into rooms.member (room_id, fingerprint, person_id, chair, active, how, since)
                values (:room, 'x', :me, true, true, 'invite', now())
                """)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql(eva.actor(), """
                insert into rooms.entry (room_id, seq, hash, body, person_id, stored_at)
                values (:room, 99, 'x', '{}', :me, now())
                """)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql(jon.actor(), """
                insert into rooms.record
                    (room_id, id, rev, kind, epoch, about, author, author_person_id, sealed, stored_at)
                values (:room, gen_random_uuid(), 1, 'update', 2, gen_random_uuid(), 'x', :me, convert_to('plain words', 'UTF8'), now())
                """)).as("plain text").isInstanceOf(DataAccessException.class);
        assertThat(sql(eva.actor(), "update rooms.room set head_seq = 0 where id = :room and :me is not null"))
                .isZero();
        assertThatThrownBy(() -> sql(
                        jon.actor(), "update rooms.entry set body = '{}' where room_id = :room and :me is not null"))
                .as("history is not rewritten")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatIsSealedPrintsAsRedacted() {
        var put = SealedPut.parse(jon.put(room.id, 9, room.head.hash(), UUID.randomUUID(), 1, 2, Hand.sealed(300, 1)))
                .orElseThrow()
                .getFirst();
        var body = Hand.base64(Hand.sealed(300, 1)).substring(0, 60);
        assertThat(put.toString()).contains("[REDACTED]").doesNotContain(body);
        assertThat(Hand.grant(1, "x").toString()).contains("[REDACTED]").doesNotContain("YWdl");
    }

    private void put(Hand author, UUID id, int rev, byte[] sealed) {
        var put = author.put(room.id, room.head.seq() + 1, room.head.hash(), id, rev, room.epoch, sealed);
        store(author, put);
        room.head = SealedPut.parse(put).orElseThrow().getFirst().entry();
    }

    private boolean store(Hand who, String sealed) {
        return Acting.as(
                who.actor(),
                () -> PEERAGE.inTransaction(
                        () -> rooms.put(room.id, SealedPut.parse(sealed).orElseThrow())));
    }

    private void append(Hand who, List<LedgerEntry> entries, List<Rooms.Grant> grants) {
        Acting.as(who.actor(), () -> rooms.append(room.id, entries, grants, List.of()));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String reason) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RoomRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static void assertRefused(Supplier<?> act, Hand who, String reason) {
        assertRefused(() -> Acting.as(who.actor(), act::get), reason);
    }

    private List<String> textsAs(Actor actor, UUID id) {
        return Acting.as(
                actor,
                () -> rooms.texts(room.id, List.of(id)).values().stream()
                        .map(SealedView::base64url)
                        .toList());
    }

    private List<String> grants(Hand hand) {
        return Acting.as(
                hand.actor(),
                () -> PEERAGE.bean(RoomReading.class).grants(room.id, hand.person).mine().stream()
                        .map(grant -> grant.epoch() + grant.file())
                        .toList());
    }

    private long entries() {
        return Acting.as(
                mara.actor(),
                () -> PEERAGE.bean(RoomReading.class)
                        .ledger(room.id, -1)
                        .lines()
                        .size());
    }

    private int sql(Actor actor, String statement) {
        var person = actor instanceof Actor.Person(var id) ? id.value() : UUID.randomUUID();
        return Acting.as(
                actor,
                () -> PEERAGE.inTransaction(() -> PEERAGE.bean(JdbcClient.class)
                        .sql(statement)
                        .param("room", room.id.value())
                        .param("me", person)
                        .update()));
    }
}
