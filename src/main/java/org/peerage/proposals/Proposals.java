package org.peerage.proposals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerage.composition.Reason;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.groups.Objection;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.proposals.people.LeaderNames;
import org.peerage.proposals.runs.RunDone;
import org.peerage.proposals.runs.RunId;
import org.peerage.proposals.runs.Runs;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.NotFound;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What conveners do with proposals: look, change, copy, search again, accept in part. A run that is done makes one;
/// nobody is seated in a group by the program alone. Row security shows each those of the networks they convene.
@Component
public class Proposals {

    private final ProposalStore store;
    private final Runs runs;
    private final Assessments assessments;
    private final Groups groups;
    private final LeaderNames people;
    private final Trail trail;
    private final InstantSource clock;

    Proposals(
            ProposalStore store,
            Runs runs,
            Assessments assessments,
            Groups groups,
            LeaderNames people,
            Trail trail,
            InstantSource clock) {
        this.store = store;
        this.runs = runs;
        this.assessments = assessments;
        this.groups = groups;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /// What came of a change.
    public sealed interface Changing {

        record Changed() implements Changing {}

        record Refused(Preview preview) implements Changing {}

        /// Somebody else, or another tab, has changed the proposal since; nothing was done.
        record Stale() implements Changing {}
    }

    /// What came of forming groups.
    public sealed interface Forming {

        public record Formed(Map<Integer, GroupId> groups) implements Forming {}

        /// By what is known today, some of these may not sit together.
        record Against(List<Objection> why) implements Forming {}

        /// Somebody of these is no longer in the directory.
        record Gone() implements Forming {}

        record Stale() implements Forming {}
    }

    /// A proposal in a list.
    public record Line(ProposalId id, RunId run, String name, Instant madeAt, boolean copy, int formed) {}

    public Optional<Proposed> find(ProposalId id) {
        return store.find(id);
    }

    public Optional<ProposalId> of(RunId run) {
        return store.of(run);
    }

    /// The newest first.
    public List<Line> of(NetworkId network, int most) {
        return store.of(network, most);
    }

    public Assessment assessment(Proposed proposal) {
        return assessments.of(proposal);
    }

    /// What the change would do now. Empty where it names people or groups that are not there.
    public Optional<Preview> preview(Proposed proposal, Change change) {
        var assessment = change instanceof Change.Split ? assessments.withLocks(proposal) : assessments.of(proposal);
        return assessment.knows(change) ? Optional.of(preview(proposal, assessment, change)) : Optional.empty();
    }

    private static Preview preview(Proposed proposal, Assessment assessment, Change change) {
        var effect = assessment.effect(change);
        Optional<Preview.Obstacle> obstacle = effect.moved().stream()
                .filter(leader -> proposal.fixed(leader.id()))
                .findFirst()
                .<Preview.Obstacle>map(leader -> formed(proposal, Set.of(number(proposal, leader.id())))
                        .<Preview.Obstacle>map(Preview.Obstacle.Formed::new)
                        .orElseGet(() -> new Preview.Obstacle.Rule(
                                new Reason.LockedTo(leader, Integer.toString(number(proposal, leader.id()))))))
                .or(() -> formed(
                                proposal,
                                effect.moved().stream()
                                        .map(leader -> effect.seats().getOrDefault(leader.id(), 0))
                                        .collect(Collectors.toSet()))
                        .map(Preview.Obstacle.Formed::new))
                .or(() -> effect.forbidden().map(Preview.Obstacle.Rule::new))
                .or(() -> effect.moved().isEmpty() ? Optional.of(new Preview.Obstacle.Same()) : Optional.empty());
        return new Preview(change, effect, obstacle);
    }

    private static int number(Proposed proposal, String leader) {
        return proposal.seats().getOrDefault(leader, 0);
    }

    private static Optional<Integer> formed(Proposed proposal, Set<Integer> numbers) {
        return numbers.stream().filter(proposal::formed).findFirst();
    }

    /// Makes a change that was decided on when the proposal had this version.
    @Transactional
    public Changing change(ProposalId id, int version, Change change) {
        var proposal = store.find(id).orElseThrow(NotFound::new);
        var preview = preview(proposal, change).orElseThrow(NotFound::new);
        if (change instanceof Change.Move && preview.obstacle().orElse(null) instanceof Preview.Obstacle.Same) {
            return new Changing.Changed();
        }
        if (proposal.version() != version) {
            return new Changing.Stale();
        }
        if (!preview.possible()) {
            return new Changing.Refused(preview);
        }
        if (!store.turn(id, version, clock.instant())) {
            return new Changing.Stale();
        }
        var after = preview.effect().seats();
        Map<String, Integer> seated = new HashMap<>();
        List<String> gone = new ArrayList<>();
        for (var leader : preview.effect().moved()) {
            if (after.containsKey(leader.id())) {
                seated.put(leader.id(), after.get(leader.id()));
            } else {
                gone.add(leader.id());
            }
        }
        store.seat(id, seated, Set.of());
        store.unseat(id, gone);
        return new Changing.Changed();
    }

    /// Locks or unlocks seats of one group. Stale where one of these people no longer sits there; nothing was done.
    @Transactional
    public Changing lock(ProposalId id, Set<String> people, int number, boolean locked) {
        var proposal = store.find(id).orElseThrow(NotFound::new);
        if (people.stream().anyMatch(leader -> number(proposal, leader) != number)) {
            return new Changing.Stale();
        }
        if (people.stream().allMatch(leader -> proposal.locked().contains(leader) == locked)) {
            return new Changing.Changed();
        }
        if (!store.turn(id, proposal.version(), clock.instant())) {
            return new Changing.Stale();
        }
        store.lock(id, people, number, locked);
        return new Changing.Changed();
    }

    /// The seats stay as they are, so the version does too.
    @Transactional
    void name(ProposalId id, String name) {
        if (!store.name(id, name)) {
            throw new NotFound();
        }
    }

    /// The same seats, locks and formed groups once more, to try something else on. Sending the form twice copies once.
    @Transactional
    ProposalId copy(ProposalId id, ProposalId copy, String name) {
        var proposal = store.find(id).orElseThrow(NotFound::new);
        if (store.add(copy, proposal.network(), proposal.run(), id, name, Acting.me(), clock.instant())) {
            store.seat(copy, proposal.seats(), proposal.locked());
            store.accept(copy, id, proposal.accepted().keySet());
        }
        return copy;
    }

    /// Searches again from these seats; whoever is locked, or sits in a group that was formed, stays.
    @Transactional
    Runs.Started again(ProposalId id, RunId run, int seconds) {
        var proposal = store.find(id).orElseThrow(NotFound::new);
        var request = runs.request(proposal.run()).orElseThrow(NotFound::new);
        var locks = new HashMap<String, String>();
        proposal.seats().forEach((leader, number) -> {
            if (proposal.fixed(leader)) {
                locks.put(leader, Integer.toString(number));
            }
        });
        var started = runs.start(run, request.again(locks, proposal.seats(), seconds));
        if (started instanceof Runs.Started.Waiting(var waiting)) {
            store.askedFrom(waiting, id);
        }
        return started;
    }

    /// Forms groups of the network from groups of the proposal, all or none. Everybody in them becomes picked; they are
    /// invited from the groups' own pages. What was formed already is not formed again.
    @Transactional
    public Forming form(ProposalId id, int version, Map<Integer, Groups.Wish> wishes) {
        var proposal = store.find(id).orElseThrow(NotFound::new);
        if (proposal.accepted().keySet().containsAll(wishes.keySet())) {
            return new Forming.Formed(proposal.accepted());
        }
        if (wishes.values().stream().anyMatch(wish -> !wish.network().equals(proposal.network()))
                || !proposal.seats().values().containsAll(wishes.keySet())) {
            throw new NotFound();
        }
        var everybody = wishes.keySet().stream()
                .flatMap(number -> members(proposal.seats(), number).stream())
                .toList();
        if (!people.of(proposal.network(), everybody).keySet().containsAll(everybody)) {
            return new Forming.Gone();
        }
        var against = wishes.keySet().stream()
                .filter(number -> !proposal.formed(number))
                .flatMap(number -> groups.against(proposal.network(), picked(proposal, number)).stream())
                .toList();
        if (!against.isEmpty()) {
            return new Forming.Against(against);
        }
        if (proposal.version() != version || !store.turn(id, version, clock.instant())) {
            return new Forming.Stale();
        }
        var formed = new HashMap<>(proposal.accepted());
        var now = clock.instant();
        wishes.forEach((number, wish) -> {
            if (!proposal.formed(number)) {
                var group = groups.form(wish, picked(proposal, number));
                store.accept(id, number, group, now);
                formed.put(number, group);
            }
        });
        trail.noteIn(proposal.network().value(), Deed.PROPOSAL_ACCEPTED, id.value());
        return new Forming.Formed(Map.copyOf(formed));
    }

    private static List<ProfileId> picked(Proposed proposal, int number) {
        return members(proposal.seats(), number).stream()
                .map(leader -> new ProfileId(UUID.fromString(leader)))
                .sorted(Comparator.comparing(ProfileId::value))
                .toList();
    }

    /// In the transaction that ends the run: a run that is done always has its proposal.
    @EventListener
    @Transactional
    void on(RunDone done) {
        var id = new ProposalId(Ids.next());
        if (!store.add(id, done.network(), done.run(), null, "", done.askedBy(), done.at())) {
            return;
        }
        var seats = runs.seats(done.run());
        var before = store.askedFrom(done.run()).flatMap(store::find);
        var locked = new HashSet<>(runs.request(done.run())
                .map(request -> request.rules().locks().keySet())
                .orElse(Set.of()));
        locked.retainAll(seats.keySet());
        store.seat(id, seats, locked);
        before.ifPresent(earlier -> store.accept(id, earlier.id(), sameGroups(earlier, seats)));
    }

    /// The groups formed from an earlier proposal that are found again, person by person.
    private static Set<Integer> sameGroups(Proposed earlier, Map<String, Integer> seats) {
        return earlier.accepted().keySet().stream()
                .filter(number -> members(earlier.seats(), number).equals(members(seats, number)))
                .collect(Collectors.toSet());
    }

    private static Set<String> members(Map<String, Integer> seats, int number) {
        return seats.entrySet().stream()
                .filter(seat -> seat.getValue() == number)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
