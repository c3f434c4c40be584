package org.peerage.doors;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// What is promised to programs, for the tests of what they are told.
public final class LobbyDescription {

    private static final OpenApi DESCRIBED = OpenApi.read("openapi/lobby-v1.json");

    private LobbyDescription() {}

    /// What of something told is not as it is described.
    public static List<String> brokenIn(JsonNode body) {
        return DESCRIBED.broken(
                DESCRIBED.webhook(body.path("type").asString()),
                body,
                body.path("type").asString());
    }
}
