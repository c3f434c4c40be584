package org.peerage.proposals.runs;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.peerage.composition.Leader;
import org.peerage.composition.Rules;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.networks.NetworkId;
import org.peerage.proposals.people.ByHand;

/// What a run is asked: everything its answer depends on. Two runs with the same asking and a number of iterations give
/// the same answer on one thread.
///
/// @param byHand who of these was chosen one by one, and who was not: told to people, and of no weight to the answer
/// @param start group numbers by leader to begin with, empty to begin from nothing
public record RunRequest(
        NetworkId network,
        List<Leader> people,
        ByHand byHand,
        SizeLimits size,
        Weights weights,
        Rules rules,
        Map<String, Integer> start,
        Effort effort) {

    /// How long to search, and with which dice.
    public record Effort(int seconds, int threads, long seed, OptionalLong iterations) {

        static final int MOST_SECONDS = 3600;
        static final int MOST_THREADS = 16;
    }

    /// The same with other locks, another beginning and another time.
    public RunRequest again(Map<String, String> locks, Map<String, Integer> seats, int seconds) {
        var locked = new Rules(
                rules.apart(),
                rules.together(),
                locks,
                rules.competitors(),
                rules.notCompetitors(),
                rules.hoursApart(),
                rules.kilometres(),
                rules.competing());
        return new RunRequest(
                network,
                people,
                byHand,
                size,
                weights,
                locked,
                seats,
                new Effort(seconds, effort.threads(), effort.seed(), effort.iterations()));
    }
}
