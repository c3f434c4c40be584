package org.peerage.doors.hooks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// What is said: which fact, when, and about what. It takes ids and times, so that no word can get in.
record HookBody(String type, Instant at, Map<String, String> about) {

    HookBody {
        about = new LinkedHashMap<>(about);
    }

    HookBody(String type, Instant at) {
        this(type, at, Map.of());
    }

    HookBody with(String name, UUID id) {
        return and(name, id.toString());
    }

    HookBody with(String name, Instant moment) {
        return and(name, text(moment));
    }

    String json() {
        var all = JsonMapper.shared().createObjectNode();
        all.put("type", type);
        all.put("timestamp", text(at));
        var facts = all.putObject("data");
        about.forEach(facts::put);
        return all.toString();
    }

    private HookBody and(String name, String value) {
        var more = new LinkedHashMap<>(about);
        more.put(name, value);
        return new HookBody(type, at, more);
    }

    private static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
