package org.peerage.networks;

import java.util.List;

/// What is wrong, as a message key and what the sentence needs. Text belongs to the page.
record Problem(String key, List<Object> arguments) {

    static Problem of(String key, Object... arguments) {
        return new Problem("networks.import.wrong." + key, List.of(arguments));
    }

    Object[] values() {
        return arguments.toArray();
    }
}
