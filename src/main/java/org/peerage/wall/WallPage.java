package org.peerage.wall;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.rooms.SealedView;
import org.peerage.web.Shell;

/// A wall as one member has it before them.
///
/// @param n what the wall was at when this was drawn
/// @param latest whether these are the threads that were moved last; older ones are for reading back
/// @param record the id that something new will have
/// @param older whence older threads are found; null where there are none
record WallPage(
        Circle circle,
        long n,
        boolean latest,
        UUID record,
        List<Talk> threads,
        @Nullable Instant older) {

    /// @param record the id that a reply will have
    record Talk(Said first, List<Said> replies, UUID record) {

        UUID id() {
            return first.entry().id();
        }

        Stream<Said> all() {
            return Stream.concat(Stream.of(first), replies.stream());
        }
    }

    /// @param fresh whether whoever looks had not read it before
    record Said(Entry entry, String by, SealedView text, boolean fresh) {}

    String room() {
        return circle.openRoom().value();
    }

    String address() {
        return circle.id().address() + "/wall";
    }

    /// The latest that others have said, by which the page tells how far it has been read; empty where all was read.
    String unread() {
        return threads.stream()
                .flatMap(Talk::all)
                .filter(Said::fresh)
                .map(Said::entry)
                .max(Comparator.comparing(Entry::at).thenComparing(Entry::id))
                .map(entry -> entry.id().toString())
                .orElse("");
    }

    String when(Shell shell, Entry entry) {
        return shell.when(entry.at(), circle.zone());
    }
}
