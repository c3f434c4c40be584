package org.peerage.hostile;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.peerage.sealing.Card;
import org.peerage.sealing.Keyholder;
import org.peerage.sealing.KeyholderRoom;
import tools.jackson.databind.node.ObjectNode;

/// A server between Mara and Jon: for a device of Jon's that knows nothing yet it has a room of its own in the place
/// of the true one, for the same group, chaired in Mara's name and as the same person, by a card of its own. Jon is
/// in it with his true card and gets its key. What he writes there it takes and keeps to itself.
record BetweenTwo(KeyholderRoom room, Card jons, AtomicReference<String> ownRooms) {

    private static final String OWN = "/keys/rooms";

    static BetweenTwo of(Card jons) {
        var ghost =
                Keyholder.create(RoomUnderAttack.person(RoomUnderAttack.MARA).value(), Instant.now());
        var room = KeyholderRoom.open(
                RoomUnderAttack.HERE.group.value(), ghost, RoomUnderAttack.MARA.name(), Instant.now());
        room.letIn(ghost, List.of(new KeyholderRoom.Guest(jons, RoomUnderAttack.JON.name())), Instant.now());
        return new BetweenTwo(room, jons, new AtomicReference<>(whatJonKeptFirst()));
    }

    /// "My rooms" as it was made when he enrolled: empty, and signed by himself.
    private static String whatJonKeptFirst() {
        return RoomUnderAttack.JONS.heard().stream()
                .filter(asked -> asked.writes() && asked.path().startsWith("/join/"))
                .map(asked -> Lie.JSON.readTree(asked.body()).path("rooms"))
                .filter(rooms -> rooms.path("rev").asInt(0) == 1)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    Lie lie() {
        return new Lie("a room with another card in a member's name", this::isAbout, this::answer);
    }

    private boolean isAbout(Lie.Asked asked) {
        return asked.path().equals(OWN)
                || asked.path().startsWith("/rooms")
                || asked.path().equals(RoomUnderAttack.HOME + "/room");
    }

    private Lie.Answer answer(Lie.Asked asked, Lie.Honest honest) {
        if (asked.path().equals(OWN)) {
            return asked.writes() ? kept(asked.body()) : Lie.Answer.json(200, Objects.requireNonNull(ownRooms.get()));
        }
        if (asked.path().startsWith("/rooms/" + room.id())) {
            return asked.writes()
                    ? Lie.Answer.nothing()
                    : ofItsRoom(asked.path().substring(asked.path().lastIndexOf('/') + 1), asked.query());
        }
        var answer = honest.answer();
        return new Lie.Answer(answer.status(), answer.type(), answer.body().replace(RoomUnderAttack.ROOM, room.id()));
    }

    private Lie.Answer kept(String body) {
        ownRooms.set(body);
        return Lie.Answer.nothing();
    }

    private Lie.Answer ofItsRoom(String what, String query) {
        return switch (what) {
            case "ledger" -> Lie.Answer.json(200, ledger(Long.parseLong(query.replace("after=", ""))));
            case "grants" -> Lie.Answer.json(200, grants().toString());
            case "envelopes" -> Lie.Answer.json(200, "{\"mine\":[]}");
            default -> Lie.Answer.json(404, "{}");
        };
    }

    private String ledger(long after) {
        var ledger = Lie.JSON.createObjectNode();
        ledger.putObject("head")
                .put("seq", room.entries().size() - 1)
                .put("hash", room.entries().getLast().hash());
        var entries = ledger.putArray("entries");
        room.entries().stream()
                .filter(entry -> entry.seq() > after)
                .forEach(entry -> entries.add(Lie.JSON.readTree(entry.json())));
        return ledger.toString();
    }

    private ObjectNode grants() {
        var grants = Lie.JSON.createObjectNode();
        var mine = grants.putArray("mine");
        var held = grants.putObject("held");
        room.grants().forEach(grant -> {
            held.withArray(grant.to()).add(grant.epoch());
            if (grant.to().equals(jons.fingerprint())) {
                mine.addObject().put("epoch", grant.epoch()).put("file", grant.base64url());
            }
        });
        return grants;
    }
}
