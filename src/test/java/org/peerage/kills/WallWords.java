package org.peerage.kills;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.sealing.Keyholder;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.sealing.LedgerEntry;
import org.peerage.tenancy.Ids;
import tools.jackson.databind.json.JsonMapper;

/// Sealed words said on the wall of a room in which nobody else writes. What is not answered is sent again, as a page
/// does. Then the server's ledger is the writer's own, entry by entry and no other, and its texts are what was sealed.
final class WallWords extends Series {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sender sender;
    private final UUID group;
    private final KeyholderRoom room;
    private final Keyholder author;
    private final List<KeyholderRoom.Put> said = new ArrayList<>();
    private KeyholderRoom.@Nullable Put pending;
    private int looked;

    WallWords(Sender sender, UUID group, KeyholderRoom room, Keyholder author) {
        this.sender = sender;
        this.group = group;
        this.room = room;
        this.author = author;
    }

    @Override
    void act() throws InterruptedException {
        var put = pending;
        if (put == null) {
            var id = Ids.next();
            var about = new KeyholderRoom.About("wall-entry", id, id);
            put = room.seal(author, about, Map.of("text", "Word " + said.size()), Instant.now());
            pending = put;
        }
        switch (sender.post("/groups/" + group + "/wall", Map.of("sealed", "[" + put.json() + "]"))) {
            case DONE -> {
                acknowledged();
                stored(put);
            }
            case UNANSWERED -> unanswered();
            case OVERTAKEN -> lost("the server has another ledger than its only writer");
            case NOT_SENT -> {
                // It is sent again.
            }
        }
    }

    private void stored(KeyholderRoom.Put put) {
        said.add(put);
        pending = null;
    }

    @Override
    void compare() throws Exception {
        var mine = room.entries().stream().map(LedgerEntry::hash).collect(Collectors.toCollection(ArrayList::new));
        var ledger = JSON.readTree(sender.read("GET", "/rooms/" + room.id() + "/ledger", ""));
        var theirs = new ArrayList<String>();
        for (var entry : ledger.path("entries")) {
            theirs.add(
                    LedgerEntry.parse(entry.toString()).map(LedgerEntry::hash).orElse("unreadable"));
        }
        var open = pending;
        if (open != null && theirs.size() == mine.size()) {
            wasDone();
            stored(open);
        } else if (open != null) {
            mine.removeLast();
        }
        if (!theirs.equals(mine)) {
            lost("of " + mine.size() + " entries " + theirs.size() + " stand, or others");
        }
        texts();
    }

    /// Those since the last look.
    private void texts() throws Exception {
        var fresh = said.subList(looked, said.size());
        for (var from = 0; from < fresh.size(); from += 50) {
            var some = fresh.subList(from, Math.min(from + 50, fresh.size()));
            var ids = some.stream()
                    .map(put -> "\"" + id(put) + "\"")
                    .collect(Collectors.joining(",", "{\"ids\":[", "]}"));
            var answer = JSON.readTree(sender.read("POST", "/rooms/" + room.id() + "/records", ids));
            var texts = new HashMap<String, String>();
            for (var text : answer.path("records")) {
                texts.put(
                        text.path("header").path("id").asString(""),
                        text.path("ciphertext").asString(""));
            }
            for (var put : some) {
                if (!put.sealed().base64url().equals(texts.get(id(put)))) {
                    lost("the text " + id(put) + " does not stand as it was sealed");
                }
            }
        }
        looked = said.size();
    }

    private static String id(KeyholderRoom.Put put) {
        return JSON.readTree(put.header()).path("id").asString("");
    }
}
