package org.peerage.composition.kernel;

/// What was asked for cannot be read or cannot hold; the message says what, where, and what would. Shown as it is.
public final class InputRefused extends RuntimeException {

    public InputRefused(String sentence) {
        super(sentence);
    }
}
