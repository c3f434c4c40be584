package org.peerage.processing;

/// What somebody does while something is worked on.
sealed interface Act {

    record Begin() implements Act {}

    /// One step on or back; `from` is the step that the page showed.
    record Move(int from, int to) implements Act {}

    /// Writes something down. Its words are sealed; the kind says what it is.
    record Write(String kind) implements Act {}

    record End() implements Act {}
}
