package org.peerage.web;

/// What became of an act. Rules answer with one; a page says why when nothing has changed.
public sealed interface Outcome {

    /// Done now, or already when the same request came before.
    record Done() implements Outcome {}

    record Refused(Message why) implements Outcome {}

    static Outcome done() {
        return new Done();
    }

    static Outcome refused(String key, Object... arguments) {
        return new Refused(Message.of(key, arguments));
    }
}
