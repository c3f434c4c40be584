package org.peerage.identity.passkeys;

import tools.jackson.databind.JsonNode;

/// A passkey's PRF results are the key to a person's rooms. A client that sends them by mistake is refused, and what it
/// sent is neither used nor logged.
public final class SecretsAtTheDoor {

    private SecretsAtTheDoor() {}

    public static boolean in(JsonNode body) {
        if (body.isObject()) {
            return body.properties().stream().anyMatch(field -> field.getKey().equals("prf") || in(field.getValue()));
        }
        for (var element : body) {
            if (in(element)) {
                return true;
            }
        }
        return false;
    }
}
