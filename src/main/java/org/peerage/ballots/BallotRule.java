package org.peerage.ballots;

import java.util.Arrays;
import java.util.Optional;

/// How a ballot is decided, as a charter names it.
public enum BallotRule {
    /// Everybody on the list agrees.
    UNANIMOUS("unanimous"),
    /// At least two thirds of those on the list agree.
    TWO_THIRDS("two-thirds"),
    /// More than half of those on the list agree.
    MAJORITY("majority"),
    /// Nobody objects; whoever does gives the chair alone the reason.
    ONE_OBJECTION("one-objection"),
    /// Nobody objects; whoever does gives all the reason.
    CONSENT("consent");

    private final String key;

    BallotRule(String key) {
        this.key = key;
    }

    /// As the charter and the rows call it.
    public String key() {
        return key;
    }

    public static BallotRule of(String key) {
        return Arrays.stream(values())
                .filter(rule -> rule.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule of a ballot"));
    }

    /// As a charter names who decides; empty where that is the chair, without a ballot.
    public static Optional<BallotRule> unlessTheChair(String key) {
        return key.equals("chair") ? Optional.empty() : Optional.of(of(key));
    }

    /// Whether it asks for objections, where silence agrees; otherwise only a yes does.
    public boolean asksForObjections() {
        return this == ONE_OBJECTION || this == CONSENT;
    }

    /// How many have to agree out of so many on the list; of no use where objections are asked for.
    public int needed(int voters) {
        return switch (this) {
            case UNANIMOUS -> voters;
            case TWO_THIRDS -> (2 * voters + 2) / 3;
            case MAJORITY -> voters / 2 + 1;
            case ONE_OBJECTION, CONSENT -> 0;
        };
    }

    boolean passes(Tally tally, int voters) {
        return asksForObjections() ? tally.no() == 0 : voters > 0 && tally.yes() >= needed(voters);
    }
}
