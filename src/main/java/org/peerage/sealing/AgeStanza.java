package org.peerage.sealing;

import java.util.List;

/// One way into an age file: a kind with its arguments, and the wrapped file key.
final class AgeStanza {

    private final List<String> arguments;
    private final byte[] body;

    AgeStanza(List<String> arguments, byte[] body) {
        this.arguments = List.copyOf(arguments);
        this.body = body.clone();
    }

    String kind() {
        return arguments.getFirst();
    }

    List<String> arguments() {
        return arguments;
    }

    byte[] body() {
        return body.clone();
    }
}
