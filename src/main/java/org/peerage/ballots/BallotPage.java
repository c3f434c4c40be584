package org.peerage.ballots;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.rooms.SealedView;
import org.peerage.web.Link;
import org.peerage.web.Message;

/// One ballot as one voter has it before them.
///
/// @param question of another module; without it the words are in the room
/// @param voters by name, who may vote
/// @param voted how many have
record BallotPage(
        Circle circle,
        Ballot ballot,
        Optional<Message> question,
        Optional<SealedView> words,
        Optional<Link> subject,
        List<String> voters,
        int voted,
        boolean votedByMe,
        boolean mayWithdraw,
        Instant now) {

    /// Below this it is easily guessed who chose what.
    static final int SAFE = 5;

    String room() {
        return circle.openRoom().value();
    }

    String address() {
        return ballot.address();
    }

    String by() {
        return circle.nameOf(ballot.by());
    }

    boolean takesPapers() {
        return ballot.takesPapers(now);
    }

    boolean countable() {
        return ballot.state().isCountable();
    }

    boolean small() {
        return voters.size() < SAFE;
    }

    int needed() {
        return ballot.rule().needed(voters.size());
    }

    /// What is chosen from: of the rules that ask for objections, in their words.
    String asks() {
        return ballot.rule().asksForObjections() ? "objection" : "agreement";
    }
}
