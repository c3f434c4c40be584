package org.peerage.doors;

import java.util.Arrays;
import java.util.Optional;

/// What a token may read. Each is a part of the lobby; nothing here leads to a room.
enum TokenScope {
    NETWORKS("networks:read"),
    PEOPLE("people:read"),
    GROUPS("groups:read"),
    MEETINGS("meetings:read");

    private final String word;

    TokenScope(String word) {
        this.word = word;
    }

    static Optional<TokenScope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }

    /// As it stands in a request, in the database and in the description of the API.
    String word() {
        return word;
    }

    /// Of the sentence that says it.
    String key() {
        return "doors.scope." + word.replace(":read", "");
    }
}
