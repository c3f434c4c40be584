package org.peerage.tenancy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

/// Identifiers. Fresh ones are UUIDv7, so that rows made together lie together in an index, and random enough that
/// nobody can guess a neighbour's.
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        var millis = System.currentTimeMillis();
        // Asked for once: a page of many forms makes some dozens of names.
        var random = new byte[Short.BYTES + Long.BYTES];
        RANDOM.nextBytes(random);
        var drawn = ByteBuffer.wrap(random);
        var high = (millis << 16) | 0x7000L | (drawn.getShort() & 0x0FFFL);
        var low = (drawn.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /// The same for the same parts: a page that is drawn again and again gives what somebody is writing one id
    /// meanwhile, and what is sent twice is known.
    public static UUID steady(Object... parts) {
        return UUID.nameUUIDFromBytes(List.of(parts).toString().getBytes(StandardCharsets.UTF_8));
    }
}
