package org.peerage.composition.kernel;

/// What was asked for cannot be read or cannot hold; the message says what, where, and what would. Shown as it is.
public final class Refusal extends RuntimeException {

    public Refusal(String sentence) {
        super(sentence);
    }
}
