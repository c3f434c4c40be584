package org.peerage.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupFixture;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.sealing.Keyholder;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import tools.jackson.databind.json.JsonMapper;

/// New keys of somebody who has lost every lock: a link makes them, and they are worth nothing until a room has taken
/// them; then the old ones are.
class NewKeysTests {

    private static final String NEW_WORDS = "garden music river lemon stone winter paper silver orange forest";

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Caller wren = Caller.enrolled(peerage, "Wren Halloway");
    private final Caller byLink = ByLink.signedIn(peerage, wren);
    private final Keyholder anew = Keyholder.create(wren.person().value(), Instant.now());
    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();

    private void wrenIsInTheRoom() {
        here.seat(wren.person(), "Wren Halloway");
        here.letIn(wren.person(), wren.keys().card());
    }

    private static HttpResponse<String> make(Caller by, Keyholder keys, Keyholder rooms) {
        return by.json("POST", "/keys/new", """
                {"card":%s,"file":"%s","rooms":%s}""".formatted(
                        keys.card().json(),
                        base64(keys.lockWithWords(NEW_WORDS)),
                        rooms.ownRooms(1, "{}").json()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static HttpResponse<String> signed(Caller by, Keyholder keys, String path, String act) {
        var challenge = JsonMapper.shared()
                .readTree(by.json("POST", "/keys/challenge", "{}").body())
                .path("challenge")
                .asString();
        var signed = new KeyChanges.Signed(act, "", "");
        var content = KeyChanges.content(new PersonId(keys.card().user()), Bytes.fromBase64(challenge), signed);
        return by.json("POST", path, "{\"sig\":\"" + keys.signature(KeyChanges.LABEL, content) + "\"}");
    }

    @Test
    void aLinkThatMakesNewKeysReachesNothingByThem() {
        var locks = wren.get("/keys/locks").body();
        assertThat(make(byLink, anew, anew).statusCode()).isEqualTo(200);
        assertThat(byLink.get("/keys/new/waiting").body()).contains(anew.card().json());
        assertThat(wren.get("/keys/locks").body()).isEqualTo(locks);
        assertThat(wren.get("/keys/me").body()).contains(wren.keys().card().fingerprint());
        assertThat(signed(byLink, anew, "/keys/proof", "prove").statusCode()).isEqualTo(422);
        assertThat(byLink.json("GET", "/keys/rooms", "").statusCode()).isIn(302, 403);
        assertThat(wren.page("/keys").text()).contains("made new keys in your name");
    }

    @Test
    void onlyOnesOwnNewKeysAreKept() {
        var other = Keyholder.create(here.chair().value(), Instant.now());
        for (var answer : List.of(
                make(byLink, other, other), make(byLink, anew, wren.keys()), make(byLink, wren.keys(), wren.keys()))) {
            assertThat(answer.statusCode()).isEqualTo(422);
        }
        assertThat(byLink.get("/keys/new/waiting").statusCode()).isEqualTo(404);
    }

    @Test
    void theOldKeysAloneTakeTheNewOnesBack() {
        wrenIsInTheRoom();
        make(byLink, anew, anew);
        assertThat(newCards(here.chair())).isEqualTo(1);
        assertThat(signed(byLink, anew, "/keys/new/take-back", "take-back").statusCode())
                .isEqualTo(422);
        assertThat(newCards(here.chair())).isEqualTo(1);
        assertThat(signed(wren, wren.keys(), "/keys/new/take-back", "take-back").statusCode())
                .isEqualTo(200);
        assertThat(newCards(here.chair())).isZero();
        assertThat(byLink.get("/keys/new/waiting").statusCode()).isEqualTo(404);
    }

    @Test
    void theOthersInTheRoomAreAskedAndNobodyElse() {
        wrenIsInTheRoom();
        make(byLink, anew, anew);
        assertThat(newCards(here.members.getFirst())).isEqualTo(1);
        assertThat(newCards(here.convener)).isZero();
        assertThat(newCards(GroupFixture.aGroup().chair())).isZero();
    }

    @Test
    void whatTheRoomHasTakenReplacesTheOldKeysAndWhateverOpenedThem() {
        wrenIsInTheRoom();
        wren.get("/keys");
        make(byLink, anew, anew);
        vouched(anew);
        assertThat(wren.get("/keys").statusCode())
                .as("the session of the old keys")
                .isEqualTo(302);
        assertThat(byLink.get("/keys/me").body()).contains(anew.card().fingerprint());
        assertThat(JsonMapper.shared()
                        .readTree(byLink.get("/keys/locks").body())
                        .size())
                .isEqualTo(1);
        assertThat(signed(byLink, wren.keys(), "/keys/proof", "prove").statusCode())
                .isEqualTo(422);
        assertThat(signed(byLink, anew, "/keys/proof", "prove").statusCode()).isEqualTo(200);
        assertThat(byLink.get("/groups/" + here.group).statusCode()).isEqualTo(200);
        assertThat(byLink.get("/keys/new/waiting").statusCode()).isEqualTo(404);
        assertThat(newCards(here.chair())).isZero();
        assertThat(here.seenBy(here.chair()).sitter(wren.person()).filter(Circle.Sitter::inRoom))
                .as("the seat is theirs as before")
                .isPresent();
    }

    @Test
    void aCardThatNobodyHasMadeTakesNobodysPlace() {
        wrenIsInTheRoom();
        assertThatThrownBy(() -> vouched(anew)).isInstanceOf(RoomRefused.class).hasMessageContaining("bad-card");
        assertThat(wren.get("/keys/me").body()).contains(wren.keys().card().fingerprint());
    }

    /// The chair says that they sit side by side, a member agrees, and the room takes the card.
    private void vouched(Keyholder next) {
        var room = here.heldRoom();
        var old = wren.keys().card();
        var member = here.members.getFirst();
        var entries = room.entries().size();
        var grants = room.grants().size();
        room.vouch(here.chairKeys(), old, next.card(), true, Instant.now());
        append(here.chair(), entries, grants);
        entries = room.entries().size();
        room.vouch(here.keysOf(member), old, next.card(), false, Instant.now());
        append(member, entries, grants);
        entries = room.entries().size();
        room.rekey(here.keysOf(member), old, next.card(), Instant.now());
        append(member, entries, grants);
    }

    private void append(PersonId by, int entries, int grants) {
        var room = here.heldRoom();
        Acting.as(
                new Actor.Person(by),
                () -> peerage.bean(Rooms.class)
                        .append(
                                new RoomId(room.id()),
                                room.entries().subList(entries, room.entries().size()),
                                GroupFixture.grants(room)
                                        .subList(grants, room.grants().size()),
                                List.of()));
    }

    private int newCards(PersonId who) {
        return Acting.as(
                new Actor.Person(who),
                () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                        .sql("select count(*) from rooms.new_card where person_id = :person")
                        .params(Map.of("person", wren.person().value()))
                        .query(Integer.class)
                        .single()));
    }
}
