package org.peerage.ballots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.rooms.SealedView;
import org.peerage.web.Message;

/// What a group votes on and has voted on, as far as whoever looks has a vote in it.
///
/// @param record the id of a new question's words
/// @param voters how many would have a vote in a new one
record BallotsPage(Circle circle, UUID record, LocalDate firstLastDay, BallotRule rule, int voters, List<Line> lines) {

    /// @param question of another module; without it the words are in the room
    record Line(Ballot ballot, Optional<Message> question, Optional<SealedView> words, Instant now) {

        /// What the reader is told of it: an open one whose day is over waits to be closed.
        String state() {
            return ballot.state() == BallotState.OPEN && !ballot.takesPapers(now)
                    ? BallotState.CLOSED.key()
                    : ballot.state().key();
        }
    }

    String room() {
        return circle.openRoom().value();
    }

    String address() {
        return Ballot.address(circle.id());
    }
}
