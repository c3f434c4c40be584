package org.peerage.breach;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.peerage.ballots.BallotRule;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;

/// What can come of a breach.
enum Verdict {
    NO_BREACH("no-breach"),
    REPAIR("repair"),
    SUSPENSION("suspension"),
    EXIT("exit");

    private final String key;

    Verdict(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    static Optional<Verdict> of(String key) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.key.equals(key))
                .findFirst();
    }

    /// What may be settled without the group: nobody loses a seat, even for a time, whom the group has not heard.
    static List<Verdict> withoutTheGroup() {
        return List.of(NO_BREACH, REPAIR);
    }

    /// How long a pause is, in months, as the charter says; none where it has left that clause out, and then nobody can
    /// be made to pause.
    static int pause(Groups groups, GroupId group) {
        return groups.terms(group, "leaving")
                .map(terms -> terms.number("pauseMonths"))
                .orElse(0);
    }

    /// The charter has a rule of its own for the end of a membership.
    BallotRule rule(CharterTerms terms) {
        return BallotRule.of(this == EXIT ? terms.endingForBreach() : terms.deciding());
    }
}
