package org.peerage.web;

/// Not there, or not for you: the same answer to both, so that nobody learns that a thing exists.
public final class NotFound extends RuntimeException {

    public NotFound() {
        super("not found", null, false, false);
    }
}
