package org.peerage.issues;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The library of protocols that this program ships.
@Component
class Protocols {

    private final List<Protocol> all;

    Protocols(JsonMapper json) {
        try (var file = new ClassPathResource("issues/protocols.json").getInputStream()) {
            all = json.readValue(file, new TypeReference<List<Protocol>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own protocols are unreadable", e);
        }
    }

    Protocol of(String key) {
        return all.stream()
                .filter(protocol -> protocol.key().equals(key))
                .findFirst()
                .orElse(all.getFirst());
    }

    Protocol forKind(String kind) {
        return all.stream()
                .filter(protocol -> protocol.kinds().contains(kind))
                .findFirst()
                .orElse(all.getFirst());
    }
}
