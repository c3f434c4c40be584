package org.peerage.composition.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.peerage.composition.search.Rosters.person;
import static org.peerage.composition.search.Ruling.ruling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peerage.composition.Effect;
import org.peerage.composition.Leader;
import org.peerage.composition.Opening;
import org.peerage.composition.Proposal;
import org.peerage.composition.Reason;
import org.peerage.composition.Rules;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.composition.commandline.Sentences;

/// Whatever an arrangement answers is what the profiles say of the seats it answers with, summed anew.
class ArrangementTests {

    private static final double ROUNDING = 0.002;
    private static final SizeLimits LIMITS = new SizeLimits(4, 6, 8);

    private final List<Leader> leaders = Rosters.many(60, 21);
    private final Composer composer = Composer.of(leaders, Rules.none(6), Weights.USUAL, LIMITS);
    private final FromScratch scratch = new FromScratch(Weights.USUAL, LIMITS);
    private final Proposal found = composer.search(
            new Composer.Search(0, 1, 21, OptionalLong.of(60_000)), Map.of(), progress -> {}, () -> false);
    private final Arrangement arrangement = composer.arrange(found.seats());

    @Test
    void theSeatsOfAProposalGiveTheSameProposal() {
        assertThat(arrangement.proposal()).isEqualTo(found);
        assertThat(arrangement.seats()).isEqualTo(found.seats());
    }

    @Test
    void theEffectOfEveryMoveIsWhatTheProfilesSay() {
        for (int k = 0; k < 40; k++) {
            checked(arrangement.move("p" + k, 1 + k % found.groups().size()));
        }
    }

    @Test
    void theEffectOfEverySwapIsWhatTheProfilesSay() {
        for (int k = 0; k < 30; k++) {
            checked(arrangement.swap("p" + k, "p" + (59 - k)));
        }
    }

    @Test
    void theEffectsOfLeavingMergingSplittingAndRepairingAreWhatTheProfilesSay() {
        checked(arrangement.leave("p3"));
        checked(arrangement.repair(2, 2));
        Map<String, Integer> seats = new HashMap<>();
        for (int k = 0; k < 18; k++) {
            seats.put("p" + k, k < 8 ? 1 : k < 12 ? 2 : k < 15 ? 3 : 4);
        }
        Arrangement uneven = composer.arrange(seats);
        Effect split = uneven.split(1);
        checked(uneven, split);
        assertThat(split.forbidden()).isEmpty();
        assertThat(split.seats()).containsValue(5);
        assertThat(split.groups()).extracting(Effect.Touched::sizeAfter).containsExactly(4, 4);
        Effect merge = uneven.merge(3, 4);
        checked(uneven, merge);
        assertThat(merge.seats()).doesNotContainValue(3);
        assertThat(merge.groups()).extracting(Effect.Touched::sizeAfter).containsExactly(0, 6);
    }

    @Test
    void anOpeningPromisesWhatTheProfilesSayAndItsReasonToo() {
        Leader leader = leaders.get(7);
        Map<String, Integer> without = new HashMap<>(found.seats());
        without.remove(leader.id());
        Arrangement waiting = composer.arrange(without);
        List<Opening> openings = waiting.openings(leader.id(), 100);
        assertThat(openings).isNotEmpty();
        for (Opening opening : openings) {
            List<Leader> there = FromScratch.groups(leaders, without).getOrDefault(opening.number(), List.of());
            assertThat(opening.size()).isEqualTo(there.size());
            assertThat(opening.before()).isCloseTo(scratch.quality(there), within(ROUNDING));
            assertThat(opening.fit()).isCloseTo(scratch.meanFit(leader, there), within(ROUNDING));
            Effect effect = waiting.move(leader.id(), opening.number());
            checked(waiting, effect);
            assertThat(effect.groups())
                    .singleElement()
                    .satisfies(touched -> assertThat(touched.after()).isCloseTo(opening.after(), within(1e-12)));
            assertThat(opening.reasons()).singleElement().satisfies(reason -> {
                Reason.FitsTheOthers fits = (Reason.FitsTheOthers) reason;
                assertThat(fits.share()).isEqualTo(opening.fit());
                assertThat(fits.most())
                        .hasSize(2)
                        .allSatisfy(share -> assertThat(share.share())
                                .isCloseTo(scratch.valueAmong(share.criterion(), leader, there), within(ROUNDING)));
            });
        }
        assertThat(openings).isSortedAccordingTo((one, other) -> Double.compare(other.after(), one.after()));
        assertThat(waiting.openings(leader.id(), 2)).isEqualTo(openings.subList(0, 2));
    }

    @Test
    void someoneSeatedIsOfferedEveryGroupButTheirOwn() {
        int own = seatOf("p9");
        assertThat(arrangement.openings("p9", 100)).noneMatch(opening -> opening.number() == own);
        assertThat(arrangement.seats()).isEqualTo(found.seats());
    }

    @Test
    void aRuleIsNamedBeforeItIsBroken() {
        SizeLimits limits = new SizeLimits(2, 3, 3);
        Composer few = Composer.of(
                Rosters.of(
                        person("ann"),
                        person("bo").conflictingWith("ann"),
                        person("cy"),
                        person("di"),
                        person("ed"),
                        person("fi"),
                        person("gus")),
                ruling().together("ed", "fi").locked("cy", "2").rules(),
                Weights.USUAL,
                limits);
        Arrangement seats = few.arrange(Map.of("ann", 1, "di", 1, "cy", 2, "bo", 2, "ed", 3, "fi", 3, "gus", 3));
        assertThat(told(seats.move("bo", 1))).isEqualTo("bo and ann have a disclosed conflict.");
        assertThat(told(seats.move("cy", 1))).isEqualTo("cy has a locked seat in group 2.");
        assertThat(told(seats.move("ed", 1))).isEqualTo("ed and fi are to sit together.");
        assertThat(told(seats.move("di", 3))).isEqualTo("Group 3 is full at 3.");
        assertThat(told(seats.move("di", 2))).isEqualTo("Group 1 would be left with 1; at least 2 sit in a group.");
        assertThat(told(seats.swap("bo", "di"))).isEqualTo("bo and ann have a disclosed conflict.");
        assertThat(told(seats.split(3))).isEqualTo("Group 3 of 3 does not divide into two of at least 2.");
        assertThat(told(seats.merge(1, 3))).isEqualTo("Group 3 is full at 3.");
        assertThat(seats.merge(1, 3).seats()).isEqualTo(seats.seats());
        assertThat(seats.move("gus", 1).forbidden()).isEmpty();
        assertThat(seats.swap("gus", "di").forbidden()).isEmpty();
    }

    @Test
    void whyNotComparesAndNamesTheRule() {
        Composer few = Composer.of(
                Rosters.of(person("ann"), person("bo").conflictingWith("ann"), person("cy"), person("di")),
                Rules.none(6),
                Weights.USUAL,
                new SizeLimits(2, 2, 3));
        Arrangement seats = few.arrange(Map.of("ann", 1, "di", 1, "bo", 2, "cy", 2));
        assertThat(Reason.in(seats.whyNot("bo", 1), Sentences.ENGLISH))
                .isEqualTo(
                        "In group 1 the fit would be 50 %, against 50 % here. bo and ann have a disclosed conflict.");
        Arrangement waiting = few.arrange(Map.of("ann", 1, "di", 1));
        assertThat(Reason.in(waiting.whyHere("bo"), Sentences.ENGLISH))
                .isEqualTo("Not in group 1: bo and ann have a disclosed conflict.");
        assertThat(Reason.in(waiting.whyHere("cy"), Sentences.ENGLISH)).isEqualTo("Group 1 has a seat open.");
    }

    @Test
    void aGroupThatDoesNotExistIsAMistakeAndTheNextNumberIsANewGroup() {
        int highest = found.groups().size();
        assertThat(arrangement.move("p0", highest + 1).seats()).containsEntry("p0", highest + 1);
        assertThatThrownBy(() -> arrangement.move("p0", highest + 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> arrangement.move("p0", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void groupsThatMeetMayBeLargerThanTheBandAndStrangersAreLeftAside() {
        Map<String, Integer> seats = new HashMap<>(Map.of("stranger", 1));
        for (int k = 0; k < 11; k++) {
            seats.put("p" + k, 1);
        }
        Arrangement crowded = composer.arrange(seats);
        assertThat(crowded.proposal().groups())
                .singleElement()
                .satisfies(group -> assertThat(group.seats()).hasSize(11));
        assertThat(crowded.openings("p12", 9)).isEmpty();
        assertThat(told(crowded.move("p12", 1))).isEqualTo("Group 1 is full at 8.");
    }

    private int seatOf(String id) {
        return new HashMap<>(found.seats()).getOrDefault(id, 0);
    }

    private static String told(Effect effect) {
        return effect.forbidden().map(reason -> reason.in(Sentences.ENGLISH)).orElse("");
    }

    private void checked(Effect effect) {
        checked(arrangement, effect);
    }

    private void checked(Arrangement from, Effect effect) {
        Map<Integer, List<Leader>> before = FromScratch.groups(leaders, from.seats());
        Map<Integer, List<Leader>> after = FromScratch.groups(leaders, effect.seats());
        checked(effect.before(), scratch.tally(before.values()));
        checked(effect.after(), scratch.tally(after.values()));
        assertThat(effect.moved())
                .extracting(Leader::id)
                .containsExactlyInAnyOrderElementsOf(changed(from.seats(), effect.seats()));
        for (Effect.Touched touched : effect.groups()) {
            List<Leader> old = before.getOrDefault(touched.number(), List.of());
            List<Leader> now = after.getOrDefault(touched.number(), List.of());
            assertThat(touched.sizeBefore()).isEqualTo(old.size());
            assertThat(touched.sizeAfter()).isEqualTo(now.size());
            assertThat(touched.before()).isCloseTo(scratch.quality(old), within(ROUNDING));
            assertThat(touched.after()).isCloseTo(scratch.quality(now), within(ROUNDING));
        }
    }

    private static void checked(Effect.Tally told, Effect.Tally anew) {
        assertThat(told.score()).isCloseTo(anew.score(), within(ROUNDING));
        assertThat(told.sum()).isCloseTo(anew.sum(), within(ROUNDING * 60));
        assertThat(told.weakest()).isCloseTo(anew.weakest(), within(ROUNDING));
    }

    private Set<String> changed(Map<String, Integer> before, Map<String, Integer> after) {
        return leaders.stream()
                .map(Leader::id)
                .filter(id -> !before.getOrDefault(id, 0).equals(after.getOrDefault(id, 0)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
