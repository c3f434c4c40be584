package org.peerage.wall;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Shell;

/// A wall as one member has it before them.
///
/// @param n what the wall was at when this was drawn
/// @param book the group's own book, above the threads that were moved last; null where older ones are read back
/// @param record the id that something new will have
/// @param until how far whoever looks had read
/// @param question the id that a question to some will have
/// @param older whence older threads are found; null where there are none
record WallPage(
        Circle circle,
        long n,
        @Nullable BookPage book,
        UUID record,
        UUID question,
        PersonId me,
        Optional<Instant> until,
        List<Talk> threads,
        @Nullable Instant older) {

    /// @param record the id that a reply will have
    record Talk(Said first, List<Said> replies, UUID record) {

        UUID id() {
            return first.entry().id();
        }

        /// An answer is for those who read the question, as its envelope has it; null where it is for the room.
        @Nullable String readers() {
            return first.entry().forSome() ? "of:" + id() : null;
        }

        Stream<Said> all() {
            return Stream.concat(Stream.of(first), replies.stream());
        }
    }

    /// @param fresh whether whoever looks had not read it before
    record Said(Entry entry, String by, SealedView text, List<SealedView> files, boolean fresh) {}

    boolean latest() {
        return book != null;
    }

    /// Whom one can ask: the others who have a key.
    List<Circle.Sitter> askable() {
        return circle.people().stream()
                .filter(sitter -> sitter.inRoom() && !sitter.id().equals(me))
                .toList();
    }

    /// Of a question: whoever asks it; whom they ask they choose in the form.
    String readers() {
        return "asker:" + me;
    }

    boolean mine(Entry entry) {
        return entry.by().equals(me);
    }

    String room() {
        return circle.openRoom().value();
    }

    String address() {
        return circle.id().address() + "/wall";
    }

    /// The latest that others have said, by which the page tells how far it has been read; empty where all was read.
    /// What was taken back meanwhile is read as well, or it would be waited for.
    String unread() {
        return threads.stream()
                .flatMap(Talk::all)
                .map(Said::entry)
                .filter(entry -> !mine(entry) && until.map(entry.at()::isAfter).orElse(true))
                .max(Comparator.comparing(Entry::at).thenComparing(Entry::id))
                .map(entry -> entry.id().toString())
                .orElse("");
    }

    String when(Shell shell, Instant at) {
        return shell.when(at, circle.zone());
    }
}
