package org.peerage.proposals;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.peerage.composition.Effect;
import org.peerage.composition.Leader;
import org.peerage.composition.Opening;
import org.peerage.composition.Proposal;
import org.peerage.composition.Reason;
import org.peerage.composition.search.Arrangement;
import org.peerage.composition.search.Composer;

/// Seats of a run's people as the engine sees them: every number and reason, and what a change would do. It knows
/// nothing of locks and of groups that were formed; those are the proposal's. May be asked by several at once.
public final class Assessment {

    private final Arrangement arrangement;
    private final Proposal told;
    private final Map<Integer, Proposal.Group> groups = new LinkedHashMap<>();
    private final Map<String, Proposal.Seat> seats = new HashMap<>();
    private final Map<String, Leader> leaders = new HashMap<>();

    Assessment(Composer composer, Map<String, Integer> seats) {
        this.arrangement = composer.arrange(seats);
        this.told = arrangement.proposal();
        composer.leaders().forEach(leader -> leaders.put(leader.id(), leader));
        for (var group : told.groups()) {
            groups.put(group.number(), group);
            group.seats().forEach(seat -> this.seats.put(seat.leader().id(), seat));
        }
    }

    public Proposal told() {
        return told;
    }

    public Optional<Proposal.Group> group(int number) {
        return Optional.ofNullable(groups.get(number));
    }

    Optional<Proposal.Group> weakest() {
        return groups.values().stream().min(Comparator.comparingDouble(Proposal.Group::quality));
    }

    /// Somebody of the run's people, with a seat or without.
    public Optional<Leader> leader(String id) {
        return Optional.ofNullable(leaders.get(id));
    }

    public Optional<Proposal.Seat> seat(String leader) {
        return Optional.ofNullable(seats.get(leader));
    }

    Collection<Leader> leaders() {
        return Collections.unmodifiableCollection(leaders.values());
    }

    int people() {
        return leaders.size();
    }

    /// How far below the best possible this is at most, from 0 to 1.
    double gap() {
        return told.bound() <= 0 ? 0 : Math.clamp((told.bound() - told.score()) / told.bound(), 0, 1);
    }

    /// A change that names nobody but people of the run, and groups that are there; the number after the highest opens
    /// a new one.
    boolean knows(Change change) {
        var next = groups.keySet().stream().max(Integer::compare).orElse(0) + 1;
        return leaders.keySet().containsAll(change.people())
                && change.groups().stream()
                        .allMatch(number ->
                                groups.containsKey(number) || (change instanceof Change.Move && number == next));
    }

    Effect effect(Change change) {
        return alone(() -> change.effect(arrangement));
    }

    public List<Opening> openings(String leader, int atMost) {
        return alone(() -> arrangement.openings(leader, atMost));
    }

    public List<Opening> partners(int group) {
        return alone(() -> arrangement.partners(group));
    }

    public List<Reason> whyHere(String leader) {
        return alone(() -> arrangement.whyHere(leader));
    }

    public List<Reason> whyNot(String leader, int group) {
        return alone(() -> arrangement.whyNot(leader, group));
    }

    private synchronized <T> T alone(Supplier<T> question) {
        return question.get();
    }
}
