package org.peerage.database;

/// A part of the program that hears what any node has committed with `pg_notify`. Called on one thread for all: what
/// takes long is handed on.
public interface Listener {

    /// The channel that it listens to, a word of its own.
    String channel();

    void heard(String words);

    /// The connection was made, or made again: what was told before is lost.
    void listening();
}
