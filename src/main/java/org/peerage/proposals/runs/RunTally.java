package org.peerage.proposals.runs;

import java.util.Optional;
import org.peerage.composition.SizeLimits;
import org.peerage.web.Message;

/// What a choice of people and a size would make, before anybody searches.
///
/// @param size empty while the three numbers do not make a size
record RunTally(int people, Optional<SizeLimits> size) {

    int groups() {
        return size.map(limits -> Math.min(people / limits.least(), Math.max(1, limits.groupsFor(seatable(limits)))))
                .orElse(0);
    }

    /// Who cannot sit, whatever the rules, because the numbers do not come out even.
    int left() {
        return size.map(limits -> people - seatable(limits)).orElse(0);
    }

    /// As many people as groups of this size can take.
    private int seatable(SizeLimits limits) {
        return Math.min(people, people / limits.least() * limits.most());
    }

    /// Why there is nothing to search for.
    Optional<Message> problem() {
        if (people == 0) {
            return Optional.of(Message.of("proposals.new.wrong.nobody"));
        }
        return size.filter(limits -> people < limits.least())
                .map(limits -> Message.of("proposals.new.wrong.few", people, limits.least()));
    }

    /// The message for the line under the choice.
    Message line() {
        return problem()
                .orElseGet(() -> size.isEmpty()
                        ? Message.of("proposals.new.tally.people", people)
                        : left() > 0
                                ? Message.of("proposals.new.tally.left", people, groups(), left())
                                : Message.of("proposals.new.tally", people, groups()));
    }
}
