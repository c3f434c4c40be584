package org.peerage.proposals.seats;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.peerage.composition.Criterion;
import org.peerage.networks.Networks;
import org.peerage.proposals.Assessment;
import org.peerage.proposals.Proposed;
import org.peerage.proposals.people.LeaderName;

/// Two proposals side by side.
///
/// @param sameQuestion both were asked with the same people, wishes and weights: their scores mean the same
record ComparePage(
        Networks.Network network,
        Side one,
        Side other,
        boolean sameQuestion,
        Comparison comparison,
        int page,
        Function<String, LeaderName> people) {

    static final int ROWS = 40;

    record Side(Proposed proposal, Assessment assessment) {

        String base() {
            return "/proposals/" + proposal.id();
        }

        int groups() {
            return assessment.told().groups().size();
        }

        int unseated() {
            return assessment.told().unseated().size();
        }

        /// The mean over members of what each criterion says of their group.
        Map<Criterion, Double> values() {
            Map<Criterion, Double> sums = new EnumMap<>(Criterion.class);
            Map<Criterion, Integer> people = new EnumMap<>(Criterion.class);
            for (var group : assessment.told().groups()) {
                var size = group.seats().size();
                group.values().forEach((criterion, value) -> {
                    sums.merge(criterion, value * size, Double::sum);
                    people.merge(criterion, size, Integer::sum);
                });
            }
            sums.replaceAll((criterion, sum) -> sum / people.getOrDefault(criterion, 1));
            return sums;
        }
    }

    List<Comparison.Elsewhere> rows() {
        return rows(comparison, page);
    }

    static List<Comparison.Elsewhere> rows(Comparison comparison, int page) {
        return comparison.elsewhere().stream()
                .skip((page - 1L) * ROWS)
                .limit(ROWS)
                .toList();
    }

    int pages() {
        return Math.max(1, (comparison.elsewhere().size() + ROWS - 1) / ROWS);
    }

    String address(int at) {
        return one.base() + "/compare/" + other.proposal().id() + (at > 1 ? "?page=" + at : "");
    }
}
