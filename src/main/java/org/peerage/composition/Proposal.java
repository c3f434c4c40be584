package org.peerage.composition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the search found, put for people: groups with a value for each criterion and the one weakest point, every seat
/// with why here and why not there, and who has no seat and why.
public record Proposal(
        double score, double sum, double weakest, double bound, List<Group> groups, List<Unseated> unseated) {

    /// Shares from 0 to 1.
    public record Group(
            int number,
            String name,
            double quality,
            Map<Criterion, Double> values,
            Criterion weakestPoint,
            List<Seat> seats) {}

    public record Seat(Leader leader, double fit, List<Reason> whyHere, List<Reason> whyNotThere) {}

    public record Unseated(Leader leader, List<Reason> why) {}

    /// Who sits in the group of which number.
    public Map<String, Integer> seats() {
        Map<String, Integer> seats = new LinkedHashMap<>();
        groups.forEach(
                group -> group.seats().forEach(seat -> seats.put(seat.leader().id(), group.number())));
        return Collections.unmodifiableMap(seats);
    }
}
