package org.peerage.composition.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.peerage.composition.search.Rosters.person;
import static org.peerage.composition.search.Ruling.ruling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peerage.composition.Leader;
import org.peerage.composition.Proposal;
import org.peerage.composition.Reason;
import org.peerage.composition.Rules;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.composition.commandline.Sentences;
import org.peerage.composition.kernel.Chance;

@Timeout(90)
class ComposerTests {

    private static final SizeLimits LIMITS = new SizeLimits(4, 6, 8);

    @Test
    void aSearchGoesOnFromSeatsAndNeverEndsBelowThem() {
        Composer composer = Composer.of(Rosters.many(60, 4), Rules.none(6), Weights.USUAL, LIMITS);
        Proposal first = composer.search(steps(20_000, 1), Map.of(), progress -> {}, () -> false);
        Proposal second = composer.search(steps(20_000, 2), first.seats(), progress -> {}, () -> false);
        assertThat(second.score()).isGreaterThanOrEqualTo(first.score());
        Proposal stopped = composer.search(steps(20_000, 3), second.seats(), progress -> {}, () -> true);
        assertThat(stopped.seats()).isEqualTo(second.seats());
    }

    @Test
    void progressCarriesTheSeatsThatItsScoreIsOf() {
        Composer composer = Composer.of(Rosters.many(60, 4), Rules.none(6), Weights.USUAL, LIMITS);
        List<Composer.Progress> told = new ArrayList<>();
        composer.search(new Composer.Search(1, 1, 1, OptionalLong.empty()), Map.of(), told::add, () -> !told.isEmpty());
        Composer.Progress progress = told.getFirst();
        Proposal so = composer.arrange(progress.seats().get()).proposal();
        assertThat(so.score()).isCloseTo(progress.score(), within(1e-9));
        assertThat(so.sum()).isCloseTo(progress.sum(), within(1e-9));
        assertThat(so.weakest()).isCloseTo(progress.weakest(), within(1e-9));
        assertThat(progress.bound()).isEqualTo(composer.bound()).isGreaterThan(progress.score());
    }

    @Test
    void seatsThatARuleNowForbidsAreNotKept() {
        List<Leader> leaders = Rosters.of(
                person("ann"), person("bo").conflictingWith("ann"), person("cy"), person("di"), person("ed"));
        Composer composer = Composer.of(leaders, Rules.none(6), Weights.USUAL, new SizeLimits(2, 2, 3));
        Proposal proposal =
                composer.search(steps(1_000, 1), Map.of("ann", 1, "bo", 1, "cy", 2), progress -> {}, () -> false);
        assertThat(proposal.unseated()).isEmpty();
        assertThat(proposal.seats().get("ann")).isNotEqualTo(proposal.seats().get("bo"));
    }

    @Test
    void rulesAboutPeopleWhoAreNotThereAreLeftAsideAndNobodyIsThereTwice() {
        Rules rules = ruling().apart("ann", "stranger")
                .together("ann", "stranger")
                .locked("stranger", "1")
                .competing("ann", "stranger")
                .notCompeting("ann", "stranger")
                .rules();
        assertThat(Composer.of(Rosters.of(person("ann")), rules, Weights.USUAL, LIMITS)
                        .contradictions())
                .isEmpty();
        assertThatThrownBy(() ->
                        Composer.of(Rosters.of(person("ann"), person("ann")), Rules.none(6), Weights.USUAL, LIMITS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreWhoExcludeEachOtherThanGroupsAreNamedAndTheOthersHaveSeats() {
        int people = 24;
        Composer composer = Composer.of(Rosters.many(people, 2), competing(5), Weights.USUAL, SizeLimits.USUAL);
        assertThat(composer.contradictions())
                .singleElement()
                .satisfies(reason -> assertThat(reason.in(Sentences.ENGLISH))
                        .isEqualTo(
                                "No two of these may sit together, and there are more of them (4) than groups of 8 that can"
                                        + " be made (3), so that not all can have a seat: Person 0, Person 1, Person 2 and"
                                        + " Person 3."));
        Proposal proposal = composer.search(steps(5_000, 1), Map.of(), progress -> {}, () -> false);
        assertThat(proposal.seats()).hasSizeGreaterThanOrEqualTo(people - 8);
    }

    @Test
    void asManyAsThereCanBeGroupsAreNoContradictionAndGetGroupsEnough() {
        Composer composer = Composer.of(Rosters.many(24, 2), competing(3), Weights.USUAL, SizeLimits.USUAL);
        assertThat(composer.contradictions()).isEmpty();
        Proposal proposal = composer.search(steps(5_000, 1), Map.of(), progress -> {}, () -> false);
        assertThat(proposal.groups()).as("the target alone would make two").hasSize(3);
        assertThat(proposal.unseated()).isEmpty();
    }

    @Test
    void placesThatAreTooFarApartGetGroupsOfTheirOwn() {
        List<Leader> leaders = Rosters.of(40, (k, person) -> person.at(k % 2 == 0 ? "Oslo, Norway" : "Bergen, Norway"));
        Composer composer =
                Composer.of(leaders, Rules.none(6).within(OptionalDouble.of(50)), Weights.USUAL, SizeLimits.USUAL);
        Proposal proposal = composer.search(steps(5_000, 1), Map.of(), progress -> {}, () -> false);
        assertThat(proposal.unseated()).isEmpty();
        assertThat(proposal.groups())
                .allSatisfy(group -> assertThat(group.seats().stream()
                                .map(seat -> seat.leader().place())
                                .distinct())
                        .hasSize(1));
        assertThat(composer.notices())
                .as("no place is unknown, and nothing but places is known")
                .containsExactly(new Reason.NothingTold(40), new Reason.CompetitionUnknown(40, 0, 0, 40));
    }

    @Test
    void aHardCaseOfManyExclusionsIsGivenUpInTimeAndNeverSaysWhatIsNotSo() {
        List<Leader> leaders = Rosters.many(1_000, 9);
        Ruling ruling = ruling();
        Chance chance = new Chance(5);
        for (int i = 0; i < 1_000; i++) {
            for (int j = 0; j < i; j++) {
                if (chance.below(4) != 0) {
                    ruling.apart("p" + i, "p" + j);
                }
            }
        }
        Composer composer = Composer.of(leaders, ruling.rules(), Weights.USUAL, SizeLimits.USUAL);
        assertThat(composer.contradictions()).isEmpty();
        Proposal proposal = composer.search(
                new Composer.Search(1, 1, 1, OptionalLong.empty()), Map.of(), progress -> {}, () -> false);
        assertThat(proposal.seats()).hasSizeLessThan(1_000);
        assertThat(proposal.unseated())
                .allSatisfy(person -> assertThat(person.why()).isNotEmpty());
    }

    @Test
    void lockedSeatsStayWhenTheSearchGoesOn() {
        Composer before = Composer.of(Rosters.many(60, 4), Rules.none(6), Weights.USUAL, LIMITS);
        Map<String, Integer> seats = before.search(steps(5_000, 1), Map.of(), progress -> {}, () -> false)
                .seats();
        Map<String, String> locks = new HashMap<>();
        seats.forEach((id, group) -> {
            if (group == 2 || group == 7) {
                locks.put(id, Integer.toString(group));
            }
        });
        Rules rules = ruling().locked(locks).rules();
        Proposal after = Composer.of(Rosters.many(60, 4), rules, Weights.USUAL, LIMITS)
                .search(steps(50_000, 5), seats, progress -> {}, () -> false);
        locks.keySet().forEach(id -> assertThat(after.seats().get(id)).isEqualTo(seats.get(id)));
        assertThat(after.groups()).extracting(Proposal.Group::name).doesNotHaveDuplicates();
    }

    /// The first so many compete with each other.
    private static Rules competing(int people) {
        Ruling ruling = ruling();
        for (int i = 0; i < people; i++) {
            for (int j = 0; j < i; j++) {
                ruling.competing("p" + i, "p" + j);
            }
        }
        return ruling.rules();
    }

    private static Composer.Search steps(long steps, long seed) {
        return new Composer.Search(0, 1, seed, OptionalLong.of(steps));
    }
}
