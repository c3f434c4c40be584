package org.peerage.web.download;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/// What is too many to be held at once, read a portion at a time. Each portion is read in a transaction of its
/// own, so that a slow reader of the file holds no connection to the database while they read. What is changed
/// meanwhile may be seen as it was or as it is; what changes its place in the order may come twice or not at all.
///
/// @param <T> what comes in an order, and knows its place in it
public final class Portions<T> implements Iterator<T> {

    private final Function<Optional<T>, List<T>> next;
    private final Queue<T> held = new ArrayDeque<>();
    private Optional<T> last = Optional.empty();
    private boolean ended;

    /// @param next the first of what comes after this one, or from the beginning; nothing when that was all
    public Portions(Function<Optional<T>, List<T>> next) {
        this.next = next;
    }

    @Override
    public boolean hasNext() {
        if (held.isEmpty() && !ended) {
            held.addAll(next.apply(last));
            ended = held.isEmpty();
        }
        return !held.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var one = held.remove();
        last = Optional.of(one);
        return one;
    }
}
