package org.peerage.composition;

/// What was asked for cannot be read or cannot hold; the message says what, where, and what would. Shown as it is.
final class Refusal extends RuntimeException {

    Refusal(String sentence) {
        super(sentence);
    }
}
