package org.peerage.sealing;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Signed entries that nobody has taken up yet, for tests of what a server refuses.
public final class Entries {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Entries() {}

    public static LedgerEntry next(KeyholderRoom room, Keyholder by, String kind, Map<String, Object> data) {
        return room.sign(by, kind, JSON.valueToTree(data), Instant.now());
    }
}
