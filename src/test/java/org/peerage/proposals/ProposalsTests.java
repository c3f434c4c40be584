package org.peerage.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.peerage.networks.NetworkFixture.aFounder;
import static org.peerage.networks.NetworkFixture.aMemberOf;
import static org.peerage.networks.NetworkFixture.as;
import static org.peerage.proposals.ProposalFixture.aProposalFor;
import static org.peerage.proposals.ProposalFixture.made;
import static org.peerage.proposals.ProposalFixture.proposals;
import static org.peerage.proposals.ProposalFixture.store;
import static org.peerage.proposals.runs.RunFixture.PEERAGE;
import static org.peerage.proposals.runs.RunFixture.asWorker;
import static org.peerage.proposals.runs.RunFixture.runs;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peerage.composition.Reason;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.proposals.runs.RunDone;
import org.peerage.proposals.runs.RunFixture;
import org.peerage.proposals.runs.RunId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Proposals at the real database, with its walls.
class ProposalsTests {

    private static final List<String> TABLES =
            List.of("proposals.proposal", "proposals.seat", "proposals.accepted", "proposals.what_if");

    @Test
    void aRunThatIsDoneHasOneProposalWithItsSeats() {
        var here = aProposalFor(40);
        var run = here.seen().run();

        assertThat(here.seen().seats()).isEqualTo(here.here.seats(run)).isNotEmpty();
        assertThat(here.seen().locked()).isEmpty();
        asWorker(() -> {
            proposals().on(new RunDone(run, here.here.network, here.convener(), RunFixture.THEN));
            return run;
        });
        assertThat(as(here.convener(), () -> proposals().of(here.here.network, 9)))
                .singleElement()
                .satisfies(line -> assertThat(line.id()).isEqualTo(here.id));
    }

    @Test
    void onlyConvenersOfTheNetworkSeeAnyOfIt() {
        var here = aProposalFor(40);
        as(here.convener(), () -> proposals().again(here.id, new RunId(Ids.next()), 1));
        form(here, 1);

        assertThat(TABLES)
                .allSatisfy(table ->
                        assertThat(rows(here.convener(), table)).as(table).isPositive());
        var version = here.seen().version();
        for (var other : List.of(aFounder(), aMemberOf(here.here.network))) {
            assertThat(TABLES)
                    .allSatisfy(
                            table -> assertThat(rows(other, table)).as(table).isZero());
            assertThat(as(other, () -> proposals().find(here.id))).isEmpty();
            assertThatThrownBy(() -> as(other, () -> proposals().change(here.id, 1, new Change.Split(1))))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> as(other, () -> proposals().copy(here.id, new ProposalId(Ids.next()), "")))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> as(other, () -> proposals().again(here.id, new RunId(Ids.next()), 1)))
                    .isInstanceOf(NotFound.class);
            assertThat(as(other, () -> store().turn(here.id, version, RunFixture.THEN)))
                    .isFalse();
            assertThatThrownBy(() -> as(other, () -> {
                        store().seat(here.id, Map.of(Ids.next().toString(), 1), Set.of());
                        return other;
                    }))
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(TABLES)
                .allSatisfy(table -> assertThat(
                                Acting.as(new Actor.Nobody(), () -> PEERAGE.inTransaction(() -> count(table))))
                        .as(table)
                        .isZero());
    }

    @Test
    void nobodyMakesAProposalOfWhatNoRunFound() {
        var here = aProposalFor(40);
        var there = aProposalFor(40);

        var run = here.seen().run();
        var other = there.seen().run();

        assertThatThrownBy(() -> as(here.convener(), () -> add(here, run, null)))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> as(here.convener(), () -> add(here, other, here.id)))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> as(here.convener(), () -> add(here, other, there.id)))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> asWorker(() -> add(here, other, null))).isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatAPreviewPromisesIsWhatTheChangeDoes() {
        var here = aProposalFor(40);
        var recount = here.recount();
        // One after the other: what the first has moved decides what the second may swap.
        for (var chosen : List.<Supplier<Change>>of(here::aMove, here::aSwap)) {
            var change = chosen.get();
            var before = here.seen();
            var preview = here.preview(change);
            var effect = preview.effect();
            assertThat(effect.before().score()).isCloseTo(recount.score(before.seats()), within(0.002));

            assertThat(here.change(change)).isInstanceOf(Proposals.Changing.Changed.class);

            var after = here.seen();
            assertThat(after.seats()).isEqualTo(effect.seats()).isNotEqualTo(before.seats());
            assertThat(after.version()).isEqualTo(before.version() + 1);
            assertThat(effect.after().score()).isCloseTo(recount.score(after.seats()), within(0.002));
            assertThat(effect.after().sum()).isCloseTo(recount.sum(after.seats()), within(0.1));
            assertThat(effect.after().weakest()).isCloseTo(recount.weakest(after.seats()), within(0.002));
            assertThat(effect.groups()).allSatisfy(group -> {
                assertThat(group.before()).isCloseTo(recount.quality(before.seats(), group.number()), within(0.002));
                assertThat(group.after()).isCloseTo(recount.quality(after.seats(), group.number()), within(0.002));
            });
        }
    }

    @Test
    void theSecondOfTwoWindowsHearsThatTheProposalHasChangedAndChangesNothing() {
        var here = aProposalFor(40);
        var seen = here.seen().version();
        var move = here.aMove();
        var swap = here.aSwap();
        here.change(seen, move);
        var after = here.seen();

        assertThat(here.change(seen, swap)).isInstanceOf(Proposals.Changing.Stale.class);
        assertThat(here.seen()).isEqualTo(after);
        assertThat(here.change(seen, move))
                .as("the same move once more is done already")
                .isInstanceOf(Proposals.Changing.Changed.class);
        assertThat(here.seen()).isEqualTo(after);
    }

    @Test
    void aLockedSeatStaysUntilItIsUnlocked() {
        var here = aProposalFor(40);
        var move = here.aMove();
        var number = here.seen().seats().getOrDefault(move.who(), 0);
        assertThat(here.lock(move.who(), true)).isInstanceOf(Proposals.Changing.Changed.class);
        var version = here.seen().version();
        assertThat(here.lock(move.who(), true)).isInstanceOf(Proposals.Changing.Changed.class);
        assertThat(here.seen().version()).isEqualTo(version);

        assertThat(here.preview(move).obstacle())
                .contains(new Preview.Obstacle.Rule(
                        new Reason.LockedTo(here.leader(move.who()), Integer.toString(number))));
        assertThat(here.change(move)).isInstanceOf(Proposals.Changing.Refused.class);
        assertThat(as(here.convener(), () -> proposals().lock(here.id, Set.of(move.who()), number + 1, false)))
                .isInstanceOf(Proposals.Changing.Stale.class);

        here.lock(move.who(), false);
        assertThat(here.change(move)).isInstanceOf(Proposals.Changing.Changed.class);
    }

    @Test
    void aGroupSplitsAroundItsLocksAndMergesAgain() {
        var here = aProposalFor(40);
        var grown = grown(here);
        var locked = here.members(grown).stream().limit(3).collect(Collectors.toSet());
        as(here.convener(), () -> proposals().lock(here.id, locked, grown, true));
        var before = here.members(grown);

        assertThat(here.change(new Change.Split(grown))).isInstanceOf(Proposals.Changing.Changed.class);
        var split = here.groups().keySet().stream().max(Integer::compare).orElseThrow();
        assertThat(here.members(grown)).containsAll(locked);
        assertThat(here.members(grown).size() + here.members(split).size()).isEqualTo(before.size());

        assertThat(here.preview(new Change.Merge(grown, split)).obstacle())
                .hasValueSatisfying(obstacle -> assertThat(obstacle).isInstanceOf(Preview.Obstacle.Rule.class));
        assertThat(here.change(new Change.Merge(split, grown))).isInstanceOf(Proposals.Changing.Changed.class);
        assertThat(here.members(grown)).isEqualTo(before);
        assertThat(here.seen().locked()).isEqualTo(locked);
    }

    @Test
    void aCopyIsChangedByItself() {
        var here = aProposalFor(40);
        here.lock(here.members(1).iterator().next(), true);
        var copy = new ProposalId(Ids.next());
        as(here.convener(), () -> proposals().copy(here.id, copy, "Second thoughts"));
        as(here.convener(), () -> proposals().copy(here.id, copy, "Sent twice"));

        var copied = as(here.convener(), () -> proposals().find(copy)).orElseThrow();
        assertThat(copied.seats()).isEqualTo(here.seen().seats());
        assertThat(copied.locked()).isEqualTo(here.seen().locked());
        assertThat(copied.name()).isEqualTo("Second thoughts");
        assertThat(copied.copiedFrom()).contains(here.id);

        here.change(here.aMove());
        assertThat(as(here.convener(), () -> proposals().find(copy)).orElseThrow())
                .isEqualTo(copied);
    }

    @Test
    void chosenGroupsAreFormedOnceAndTheirSeatsStay() {
        var here = aProposalFor(40);
        var version = here.seen().version();
        var wishes = Map.of(1, wish(here, "First"), 2, wish(here, "Second"));

        var formed = forming(here, version, wishes);
        assertThat(forming(here, version, wishes)).as("sent twice").isEqualTo(formed);
        assertThat(forming(here, version, Map.of(1, wish(here, "First again"))))
                .isInstanceOf(Proposals.Forming.Formed.class);
        assertThat(forming(here, version, Map.of(3, wish(here, "From an old page"))))
                .isInstanceOf(Proposals.Forming.Stale.class);

        var accepted = here.seen().accepted();
        assertThat(accepted.keySet()).containsExactlyInAnyOrder(1, 2);
        accepted.forEach((number, group) -> {
            assertThat(picked(here, group)).isEqualTo(here.members(number));
        });
        assertThat(as(
                        here.convener(),
                        () -> count("groups.shared_group where network_id = '" + here.here.network + "'")))
                .isEqualTo(2);

        var member = here.members(1).iterator().next();
        var stranger = here.members(3).iterator().next();
        assertThat(here.preview(new Change.Move(member, 3)).obstacle()).contains(new Preview.Obstacle.Formed(1));
        assertThat(here.preview(new Change.Move(stranger, 1)).obstacle()).contains(new Preview.Obstacle.Formed(1));
        assertThat(here.preview(new Change.Merge(3, 1)).possible()).isFalse();
        assertThatThrownBy(() -> as(here.convener(), () -> {
                    store().seat(here.id, Map.of(member, 3), Set.of());
                    return member;
                }))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> as(here.convener(), () -> {
                    store().seat(here.id, Map.of(stranger, 2), Set.of());
                    return member;
                }))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> as(here.convener(), () -> {
                    store().unseat(here.id, List.of(member));
                    return member;
                }))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aGroupThatIsNotThereOrElsewhereIsNotFormed() {
        var here = aProposalFor(40);
        var there = aProposalFor(40);
        var version = here.seen().version();

        assertThatThrownBy(() -> forming(here, version, Map.of(99, wish(here, "Nobody"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> forming(here, version, Map.of(1, wish(there, "Elsewhere"))))
                .isInstanceOf(NotFound.class);
        assertThat(here.seen().accepted()).isEmpty();
    }

    @Test
    void aSearchFromAProposalKeepsItsLocksAndItsFormedGroups() {
        var here = aProposalFor(40);
        var locked = here.members(2).iterator().next();
        here.lock(locked, true);
        form(here, 1);
        var run = new RunId(Ids.next());
        as(here.convener(), () -> proposals().again(here.id, run, 1));

        var request = as(here.convener(), () -> runs().request(run)).orElseThrow();
        assertThat(request.start()).isEqualTo(here.seen().seats());
        assertThat(request.rules().locks()).hasSize(here.members(1).size() + 1).containsEntry(locked, "2");

        var found = made(here.here, run);
        var proposal = as(here.convener(), () -> proposals().find(found)).orElseThrow();
        assertThat(proposal.seats()).containsEntry(locked, 2);
        assertThat(proposal.locked()).contains(locked);
        assertThat(proposal.accepted()).isEqualTo(here.seen().accepted());
    }

    private static int grown(ProposalFixture here) {
        var groups = here.groups();
        // Three groups of forty are too small to split: one takes from the others as long as it may.
        var to = groups.keySet().iterator().next();
        for (var seat : here.seen().seats().entrySet()) {
            if (here.members(to).size() < 16 && !seat.getValue().equals(to)) {
                here.change(new Change.Move(seat.getKey(), to));
            }
        }
        assertThat(here.members(to)).hasSize(16);
        return to;
    }

    private static boolean add(ProposalFixture here, RunId run, @Nullable ProposalId from) {
        return store().add(
                        new ProposalId(Ids.next()), here.here.network, run, from, "", here.convener(), RunFixture.THEN);
    }

    private static void form(ProposalFixture here, int number) {
        assertThat(forming(here, here.seen().version(), Map.of(number, wish(here, "Formed"))))
                .isInstanceOf(Proposals.Forming.Formed.class);
    }

    private static Proposals.Forming forming(ProposalFixture here, int version, Map<Integer, Groups.Wish> wishes) {
        return as(here.convener(), () -> proposals().form(here.id, version, wishes));
    }

    private static Groups.Wish wish(ProposalFixture here, String name) {
        return new Groups.Wish(here.here.network, name, "", ZoneId.of("Europe/Lisbon"), 8, 12, 16);
    }

    private static Set<String> picked(ProposalFixture here, GroupId group) {
        Supplier<Set<String>> picked = () -> PEERAGE
                .bean(JdbcClient.class)
                .sql("select profile_id from groups.shared_seat where group_id = :group and state = 'open'")
                .param("group", group.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(UUID::toString)
                .collect(Collectors.toSet());
        return as(here.convener(), picked);
    }

    private static long rows(PersonId person, String table) {
        return as(person, () -> count(table));
    }

    private static long count(String table) {
        return PEERAGE.bean(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
