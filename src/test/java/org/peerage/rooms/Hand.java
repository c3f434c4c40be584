package org.peerage.rooms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.peerage.sealing.LedgerEntry;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import tools.jackson.databind.json.JsonMapper;

/// A person who signs, with JSON made by hand so that a test can bend any part of it. Its wrapped keys and sealed texts
/// are of the right shape and open nothing: the server cannot tell, which is the point.
final class Hand {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Whose room every room here is.
    static final UUID GROUP = Ids.next();

    final PersonId person = new PersonId(Ids.next());
    final KeyPair pair;
    final TreeMap<String, Object> card;
    final String fp;

    Hand() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            card = new TreeMap<>(Map.of(
                    "v", 1, "user", person.toString(), "age", "age1pq1" + "q".repeat(1900), "created", 1_790_000_000));
            var spki = pair.getPublic().getEncoded();
            card.put("ed25519", base64(Arrays.copyOfRange(spki, spki.length - 32, spki.length)));
            fp = hash("room/v1/card", json(card));
            card.put("sig", sign("room/v1/card", json(card)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Actor actor() {
        return new Actor.Person(person);
    }

    String cardJson() {
        return json(card);
    }

    LedgerEntry entry(long seq, String prev, String kind, Map<String, ?> data) {
        return entry(seq, prev, kind, data, fp);
    }

    LedgerEntry entry(long seq, String prev, String kind, Map<String, ?> data, String by) {
        var entry = new TreeMap<String, Object>(Map.of(
                "v",
                1,
                "seq",
                seq,
                "prev",
                prev,
                "kind",
                kind,
                "data",
                new TreeMap<>(data),
                "by",
                by,
                "at",
                1000 + seq));
        entry.put("sig", sign("room/v1/ledger", json(entry)));
        return LedgerEntry.parse(json(entry)).orElseThrow();
    }

    LedgerEntry genesis() {
        return entry(
                0,
                "",
                "genesis",
                Map.of(
                        "nonce",
                        hash("nonce", UUID.randomUUID().toString()),
                        "group",
                        GROUP.toString(),
                        "name",
                        "Somebody",
                        "card",
                        card,
                        "policy",
                        new TreeMap<>(Map.of("history", "from-today", "joins", "chair"))));
    }

    LedgerEntry rotate(LedgerEntry after, long epoch, String... active) {
        return entry(
                after.seq() + 1,
                after.hash(),
                "rotate",
                Map.of("epoch", epoch, "kcv", base64(new byte[32]), "members", members(active)));
    }

    static String members(String... active) {
        return hash("room/v1/members", json(Arrays.stream(active).sorted().toList()));
    }

    static Rooms.Grant grant(long epoch, String to) {
        var file = new byte[700];
        Arrays.fill(file, (byte) 'x');
        var start = "age-encryption.org/v1\n-> mlkem768x25519 ".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, file, 0, start.length);
        return new Rooms.Grant(epoch, to, base64(file));
    }

    static byte[] sealed(int length, int seed) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) seed);
        bytes[0] = 1;
        return bytes;
    }

    /// The form parameter `sealed` with one text in it.
    String put(RoomId room, long seq, String prev, UUID id, int rev, long epoch, byte[] sealed) {
        var header = new TreeMap<String, Object>(Map.of(
                "v",
                1,
                "room",
                room.value(),
                "kind",
                "update",
                "id",
                id.toString(),
                "rev",
                rev,
                "epoch",
                epoch,
                "about",
                GROUP.toString(),
                "author",
                fp));
        return put(seq, prev, header, sealed);
    }

    String put(long seq, String prev, Map<String, Object> header, byte[] sealed) {
        var data = Map.of(
                "id", header.get("id"),
                "kind", header.get("kind"),
                "rev", header.get("rev"),
                "epoch", header.get("epoch"),
                "about", header.get("about"),
                "hash", hash("room/v1/ciphertext", sealed));
        return "[{\"header\":" + json(header) + ",\"ciphertext\":\"" + base64(sealed) + "\",\"entry\":"
                + entry(seq, prev, "put", data).json() + "}]";
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String label, String json) {
        return hash(label, json.getBytes(StandardCharsets.UTF_8));
    }

    static String hash(String label, byte[] bytes) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(labelled(label, bytes)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sign(String label, String json) {
        try {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(pair.getPrivate());
            signing.update(labelled(label, json.getBytes(StandardCharsets.UTF_8)));
            return base64(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] labelled(String label, byte[] bytes) {
        var head = label.getBytes(StandardCharsets.UTF_8);
        var all = Arrays.copyOf(head, head.length + 1 + bytes.length);
        System.arraycopy(bytes, 0, all, head.length + 1, bytes.length);
        return all;
    }

    /// A room that this person has opened, through the front door.
    static final class OpenRoom {

        final RoomId id;
        LedgerEntry head;
        long epoch = 1;
        final Rooms rooms;

        OpenRoom(Hand chair, Rooms rooms) {
            this.rooms = rooms;
            var genesis = chair.genesis();
            id = new RoomId(genesis.hash());
            head = chair.rotate(genesis, 1, chair.fp);
            org.peerage.tenancy.Acting.as(
                    chair.actor(),
                    () -> rooms.open(GROUP, id.value(), List.of(genesis, head), List.of(grant(1, chair.fp))));
        }

        /// Lets somebody in, and everybody has the new key.
        void letIn(Hand chair, Hand newcomer, Hand... before) {
            var add = chair.entry(
                    head.seq() + 1,
                    head.hash(),
                    "add",
                    Map.of("card", newcomer.card, "name", "Somebody", "how", "unchecked"));
            var all = new java.util.ArrayList<>(List.of(before));
            all.add(chair);
            all.add(newcomer);
            var fps = all.stream().map(hand -> hand.fp).toArray(String[]::new);
            var rotate = chair.rotate(add, ++epoch, fps);
            var grants = Arrays.stream(fps).map(fp -> grant(epoch, fp)).toList();
            org.peerage.tenancy.Acting.as(
                    chair.actor(), () -> rooms.append(id, List.of(add, rotate), grants, List.of()));
            head = rotate;
        }
    }
}
