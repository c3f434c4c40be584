package org.peerage.jobs;

import java.time.Duration;

/// Something that the program does by itself, on every node.
public interface Job {

    /// As which program it acts, and the word that wakes it.
    String name();

    /// How long it rests when nobody wakes it.
    Duration round();

    /// Whether one node does a round for all. Otherwise nodes keep apart by themselves.
    default boolean once() {
        return false;
    }

    /// Does one thing, if there is one to do. False: there is nothing more for now.
    boolean work();

    /// The node has started.
    default void begin() {}

    /// The node stops: what is under way is brought to an end soon, and nothing else is begun.
    default void leave() {}
}
