package org.peerage.identity.trail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of a chain, as it is stored.
///
/// @param chain of the person or of the network
/// @param number its place in the chain, from 1
/// @param person who did it, or in whose name it was done
/// @param network in which it was done; null for what is theirs alone
/// @param about what it was done to; null where the kind says all
/// @param mark in hexadecimal
record Entry(
        UUID chain,
        long number,
        UUID id,
        UUID person,
        @Nullable UUID network,
        @Nullable UUID about,
        String kind,
        Instant at,
        String mark) {

    private static final byte[] TAG = "peerage trail 1".getBytes(StandardCharsets.UTF_8);
    private static final UUID NONE = new UUID(0, 0);

    /// Before the first.
    static final String BEGINNING = "00".repeat(32);

    /// Microseconds, as the database keeps time.
    long moment() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /// The mark that it has to have, made as the database makes it (`identity.audit_mark`).
    ///
    /// @param before the mark of the entry before
    String due(String before) {
        var word = kind.getBytes(StandardCharsets.UTF_8);
        var whole = ByteBuffer.allocate(TAG.length + 32 + 16 + 8 + 4 * 16 + 8 + word.length)
                .put(TAG)
                .put(HexFormat.of().parseHex(before));
        put(whole, chain);
        whole.putLong(number);
        put(whole, id);
        put(whole, person);
        put(whole, network == null ? NONE : network);
        put(whole, about == null ? NONE : about);
        whole.putLong(moment()).put(word);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(ByteBuffer whole, UUID id) {
        whole.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
