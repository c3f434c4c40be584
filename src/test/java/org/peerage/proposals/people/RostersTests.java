package org.peerage.proposals.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;
import static org.peerage.proposals.runs.RunFixture.rosters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peerage.composition.Criterion;
import org.peerage.composition.Leader;
import org.peerage.composition.Rules;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.NetworkId;
import org.peerage.proposals.runs.RequestJson;
import org.peerage.proposals.runs.RunFixture;
import org.peerage.proposals.runs.RunRequest;
import org.peerage.tenancy.Ids;

class RostersTests {

    @Test
    void aProfileIsReadAsTheEngineUnderstandsIt() {
        var fixture = RunFixture.aNetworkOfNobody().bring("""
                company,role,industry,subindustry,tags,size,stage,city,country,languages,years,skills,goals
                Anvil,Chief executive,Trade,Tools,Steel; Retail,64,Growth,Porto,Portugal,English,12,sold a company,raise a round
                Bellows,,,,,,,,,,,,
                """);

        var leaders = fixture.leaders();

        assertThat(leaders).hasSize(2);
        var anvil = leaders.stream()
                .filter(leader -> leader.name().equals("Anvil"))
                .findFirst()
                .orElseThrow();
        assertThat(anvil)
                .isEqualTo(new Leader(
                        anvil.id(),
                        "Anvil",
                        Leader.levelOf("Chief executive"),
                        OptionalDouble.of(64),
                        Leader.stageOf("Growth"),
                        OptionalInt.of(12),
                        "Trade",
                        "Tools",
                        Set.of("steel", "retail"),
                        Set.of("sold a company"),
                        Set.of("raise a round"),
                        "Porto, Portugal",
                        OptionalDouble.of(0),
                        Optional.empty(),
                        Set.of("english"),
                        "growth",
                        "",
                        Set.of(),
                        Set.of()));
        var bellows = leaders.stream()
                .filter(leader -> leader.name().equals("Bellows"))
                .findFirst()
                .orElseThrow();
        assertThat(bellows.size()).isEmpty();
        assertThat(bellows.stage()).isEmpty();
        assertThat(bellows.zone()).isEmpty();
        assertThat(bellows.markets()).isEmpty();
    }

    @Test
    void choosingNarrowsByWordsIndustryStageAndPlace() {
        var fixture = RunFixture.aNetworkOf(30);

        assertThat(chosen(fixture, new Rosters.Choice("", "", "", "", false, false, ByHand.NOBODY)))
                .hasSize(30);
        assertThat(chosen(fixture, new Rosters.Choice("works", "Industry 1", "", "", false, false, ByHand.NOBODY)))
                .hasSize(6);
        assertThat(chosen(fixture, new Rosters.Choice("", "", "Growth", "faro", false, false, ByHand.NOBODY)))
                .hasSize(5);
        assertThat(chosen(fixture, new Rosters.Choice("nothing like it", "", "", "", false, false, ByHand.NOBODY)))
                .isEmpty();
        var stranger = NetworkFixture.aPerson();
        assertThat(as(
                        stranger,
                        () -> rosters()
                                .chosen(fixture.network, Rosters.Choice.EVERYBODY_FREE)
                                .people()))
                .isEmpty();
    }

    @Test
    void byHandSomeAreLeftOutAndOthersAdded() {
        var fixture = RunFixture.aNetworkOf(30);
        var narrow = new Rosters.Choice("", "Industry 1", "", "", false, false, ByHand.NOBODY);
        var six = picked(fixture, narrow);
        var everybody = picked(fixture, Rosters.Choice.EVERYBODY_FREE).people();
        var another = everybody.stream()
                .filter(one -> !six.found().contains(one))
                .findFirst()
                .orElseThrow();
        var first = six.people().getFirst();
        var stranger = picked(RunFixture.aNetworkOf(1), Rosters.Choice.EVERYBODY_FREE)
                .people()
                .getFirst();

        var chosen = picked(
                fixture,
                new Rosters.Choice(
                        "", "Industry 1", "", "", false, false, new ByHand(Set.of(first), Set.of(another, stranger))));
        assertThat(chosen.people()).hasSize(6).contains(another).doesNotContain(first, stranger);
        assertThat(chosen.byHand()).isEqualTo(new ByHand(Set.of(first), Set.of(another)));

        var elsewhere = picked(
                fixture,
                new Rosters.Choice("", "", "Nothing", "", false, false, new ByHand(Set.of(first), Set.of(another))));
        assertThat(elsewhere.people()).containsExactly(another);
        assertThat(elsewhere.byHand().left()).as("nobody finds them anyway").isEmpty();

        var only = picked(
                fixture, new Rosters.Choice("", "", "", "", false, true, new ByHand(Set.of(), Set.of(first, another))));
        assertThat(only.people()).containsExactlyInAnyOrder(first, another);
        assertThat(picked(fixture, new Rosters.Choice("", "", "", "", false, false, only.byHand()))
                        .byHand())
                .as("the filter finds them anyway")
                .isEqualTo(ByHand.NOBODY);
    }

    @Test
    void aSnapshotIsTheSameTextEachTimeAndComesBackWhole() {
        var fixture = RunFixture.aNetworkOf(12);
        var leaders = fixture.leaders();
        var id = leaders.getFirst().id();
        var other = leaders.getLast().id();
        var rules = new Rules(
                List.of(new Rules.Pair(id, other)),
                List.of(),
                Map.of(id, "1", other, "2"),
                List.of(),
                List.of(new Rules.Pair(other, id)),
                Double.POSITIVE_INFINITY,
                OptionalDouble.of(50),
                true);
        var weights = new Weights(Map.of(Criterion.ROLE, 3));

        assertThat(RequestJson.people(RequestJson.of(leaders))).isEqualTo(leaders);
        assertThat(RequestJson.rules(RequestJson.of(rules))).isEqualTo(rules);
        assertThat(RequestJson.weights(RequestJson.of(weights)).of(Criterion.ROLE))
                .isEqualTo(3);
        assertThat(RequestJson.weights(RequestJson.of(weights)).of(Criterion.SIZE))
                .isEqualTo(Criterion.SIZE.usualWeight());
        var request = request(fixture.network, leaders, rules, weights, 1);
        assertThat(RequestJson.hash(request))
                .isEqualTo(RequestJson.hash(request(fixture.network, fixture.leaders(), rules, weights, 2)))
                .isNotEqualTo(RequestJson.hash(request(fixture.network, leaders, rules, Weights.USUAL, 1)));
    }

    private static RunRequest request(
            NetworkId network, List<Leader> people, Rules rules, Weights weights, int seconds) {
        return new RunRequest(
                network,
                people,
                ByHand.NOBODY,
                SizeLimits.USUAL,
                weights,
                rules,
                Map.of(),
                new RunRequest.Effort(seconds, 1, Ids.next().getLeastSignificantBits(), OptionalLong.empty()));
    }

    private static List<?> chosen(RunFixture fixture, Rosters.Choice choice) {
        return picked(fixture, choice).people();
    }

    private static Rosters.Chosen picked(RunFixture fixture, Rosters.Choice choice) {
        return as(fixture.convener, () -> rosters().chosen(fixture.network, choice));
    }
}
