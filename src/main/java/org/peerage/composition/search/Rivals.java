package org.peerage.composition.search;

import java.util.List;
import org.peerage.composition.Leader;
import org.peerage.composition.Reason;
import org.peerage.composition.Rules;

/// Two leaders who never sit together because they compete, and why.
public record Rivals(Leader one, Leader other, Reason why) {

    /// All of these leaders who compete, pair by pair, by their profiles and as the rules correct them.
    public static List<Rivals> among(List<Leader> leaders, Rules rules) {
        return new Competitors(leaders, rules).table();
    }
}
