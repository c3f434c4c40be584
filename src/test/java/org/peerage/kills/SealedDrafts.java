package org.peerage.kills;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.peerage.sealing.Sealed;
import org.peerage.tenancy.Ids;
import tools.jackson.databind.json.JsonMapper;

/// A text that nobody has been shown yet, kept while it is typed: each put names the one before it.
final class SealedDrafts extends LastWord {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LENGTH = 512;

    private final Sender sender;
    private final String path;
    private final SecureRandom random = new SecureRandom();

    SealedDrafts(Sender sender, String room) {
        this.sender = sender;
        UUID id = Ids.next();
        this.path = "/rooms/" + room + "/drafts/update/" + id;
    }

    /// Bytes as the server sees sealed ones.
    @Override
    String next(String last) {
        var bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        bytes[0] = 1;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    Sender.Answer send(String word, String last) throws InterruptedException {
        var after = last.isEmpty() ? "" : Sealed.parse(last).orElseThrow().hash();
        return sender.act(
                "PUT", path, "application/json", "{\"sealed\":\"%s\",\"after\":\"%s\"}".formatted(word, after));
    }

    @Override
    String read() throws Exception {
        return JSON.readTree(sender.read("GET", path, "")).path("sealed").asString("");
    }
}
