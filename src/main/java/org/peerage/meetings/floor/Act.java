package org.peerage.meetings.floor;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.PersonId;

/// What somebody does in a meeting.
sealed interface Act {

    /// Moves the meeting: only whoever leads it, and only from the version that they saw.
    sealed interface Leading extends Act
            permits Next, Skip, Previous, GiveTurn, NextTurn, EndTurn, Extend, Pause, Resume, HandOver, Close {}

    /// Marks something about one person. Twelve people do it at once, so it asks for no version.
    sealed interface Marking extends Act permits Arrive, Assent, Ready, Pass, Hand {}

    record Start() implements Act {}

    record TakeOver() implements Act {}

    /// Goes on to the next item.
    ///
    /// @param sure whoever leads has been asked already what this would leave behind
    record Next(boolean sure) implements Leading {}

    /// Goes on from an item that the group has not worked on; it counts as not reached.
    record Skip() implements Leading {}

    record Previous() implements Leading {}

    record GiveTurn(PersonId to) implements Leading {}

    record NextTurn() implements Leading {}

    record EndTurn() implements Leading {}

    record Extend(int minutes) implements Leading {}

    record Pause() implements Leading {}

    record Resume() implements Leading {}

    record HandOver(PersonId to) implements Leading {}

    record Close() implements Leading {}

    /// One marks oneself; whoever leads may mark somebody who has no device at hand.
    record Arrive(PersonId who) implements Marking {}

    record Assent() implements Marking {}

    record Ready() implements Marking {}

    /// One's own turn is over, or is not wanted. Whoever leads may say so for somebody who has no device at hand.
    record Pass(PersonId who) implements Marking {}

    /// Raises one's hand, or lowers it.
    record Hand() implements Marking {}

    /// The act of a form: its name, whom it names, how many minutes. Empty for what no page of ours sends.
    static Optional<Act> parse(String name, PersonId by, @Nullable UUID person, @Nullable Integer minutes) {
        var named = person == null ? null : new PersonId(person);
        return Optional.ofNullable(
                switch (name) {
                    case "start" -> new Start();
                    case "take-over" -> new TakeOver();
                    case "next" -> new Next(false);
                    case "next-all-the-same" -> new Next(true);
                    case "previous" -> new Previous();
                    case "turn" -> named == null ? null : new GiveTurn(named);
                    case "next-turn" -> new NextTurn();
                    case "end-turn" -> new EndTurn();
                    case "extend" -> minutes == null || minutes < 1 || minutes > 60 ? null : new Extend(minutes);
                    case "pause" -> new Pause();
                    case "resume" -> new Resume();
                    case "hand-over" -> named == null ? null : new HandOver(named);
                    case "close" -> new Close();
                    case "arrive" -> new Arrive(named == null ? by : named);
                    case "assent" -> new Assent();
                    case "ready" -> new Ready();
                    case "pass" -> new Pass(named == null ? by : named);
                    case "hand" -> new Hand();
                    default -> null;
                });
    }
}
