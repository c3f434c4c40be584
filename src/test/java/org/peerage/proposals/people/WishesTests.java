package org.peerage.proposals.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;
import static org.peerage.proposals.runs.RunFixture.aNetworkOf;
import static org.peerage.proposals.runs.RunFixture.wishes;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.composition.Criterion;
import org.peerage.composition.Rules;
import org.peerage.composition.Weights;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.ProfileId;
import org.peerage.proposals.ProposalFixture;
import org.peerage.proposals.people.Wishes.Kind;
import org.peerage.proposals.runs.RunFixture;
import org.peerage.proposals.runs.RunRequest;

class WishesTests {

    @Test
    void twoWhoWishForEachOtherReadSoWhereTheySitTogether() {
        var fixture = aNetworkOf(30);
        var page = Pages.seenBy(fixture.convener);
        wish(fixture, page, 0, 1);
        wish(fixture, page, 1, 0);
        wish(fixture, page, 2, 3);
        var request = fixture.request(60, OptionalLong.of(20_000));
        var people = request.people();
        assertThat(people.get(0).wishes()).containsExactly(people.get(1).id());
        assertThat(people.get(3).wishes()).isEmpty();

        // They are told to sit together, since a search weighs a wish against everything else.
        var together = new Rules(
                List.of(),
                List.of(new Rules.Pair(people.get(0).id(), people.get(1).id())),
                Map.of(),
                List.of(),
                List.of(),
                6,
                OptionalDouble.empty(),
                true);
        var id = ProposalFixture.made(
                fixture,
                fixture.waiting(new RunRequest(
                        fixture.network,
                        people,
                        ByHand.NOBODY,
                        request.size(),
                        Weights.USUAL.with(Criterion.WISHES, 100),
                        together,
                        Map.of(),
                        request.effort())));

        assertThat(page.get("/proposals/" + id + "/seats/" + people.get(0).id())
                        .page()
                        .text())
                .contains("Would like to sit with %s, and the wish is mutual."
                        .formatted(people.get(1).name()));
        assertThat(page.get("/proposals/" + id + "/seats/" + people.get(2).id())
                        .page()
                        .text())
                .doesNotContain("Would like to sit with");
    }

    private static void wish(RunFixture fixture, Pages page, int who, int other) {
        page.post(
                "/networks/" + fixture.network + "/directory/" + profile(fixture, who) + "/companions",
                "who-id",
                profile(fixture, other).toString());
    }

    @Test
    void aPairHasOneWishWhicheverWayRound() {
        var fixture = aNetworkOf(3);
        var one = profile(fixture, 0);
        var other = profile(fixture, 1);

        assertThat(keep(fixture, one, other, Kind.APART)).isEqualTo(new Wishes.Keeping.Kept());
        assertThat(keep(fixture, other, one, Kind.TOGETHER)).isEqualTo(new Wishes.Keeping.OtherKind(Kind.APART));
        assertThat(keep(fixture, one, one, Kind.APART)).isEqualTo(new Wishes.Keeping.OnePersonTwice());
        assertThat(keep(fixture, one, profile(aNetworkOf(1), 0), Kind.APART)).isEqualTo(new Wishes.Keeping.Unknown());
        assertThat(rules(fixture, true).apart()).containsExactly(pair(one, other));
        assertThat(rules(fixture, false).apart()).isEmpty();

        as(fixture.convener, () -> {
            wishes().takeBack(fixture.network, other, one);
            return one;
        });
        assertThat(as(fixture.convener, () -> wishes().count(fixture.network))).isZero();
        keep(fixture, one, other, Kind.NOT_COMPETITORS);
        assertThat(rules(fixture, false).notCompetitors()).containsExactly(pair(one, other));
    }

    @Test
    void nobodyButConvenersOfTheNetworkKnowsOfAWish() {
        var fixture = aNetworkOf(2);
        keep(fixture, profile(fixture, 0), profile(fixture, 1), Kind.APART);
        var member = NetworkFixture.aMemberOf(fixture.network);
        var another = aNetworkOf(1).convener;

        for (var person : List.of(member, another)) {
            assertThat(as(person, () -> wishes().count(fixture.network))).isZero();
            assertThat(as(person, () -> wishes().rules(fixture.network, true, 6, OptionalDouble.empty())))
                    .isEqualTo(Rules.none(6));
            assertThat(Pages.seenBy(person).get(address(fixture)).status()).isEqualTo(404);
            assertThat(Pages.seenBy(person)
                            .post(address(fixture), "one", "Works 001", "other", "Works 002", "kind", "apart")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void peopleAreFoundByTheirWordsAndThePageSaysWhenTheyAreNot() {
        var fixture = aNetworkOf(12);
        var page = Pages.seenBy(fixture.convener);

        var several = page.post(address(fixture), "one", "Works 0", "other", "Nobody Inc", "kind", "apart");
        assertThat(several.status()).isEqualTo(422);
        assertThat(several.page().select("#one").val()).isEqualTo("Works 0");
        assertThat(several.page().text())
                .contains("“Works 0” may mean several people")
                .contains("Nobody in the directory matches “Nobody Inc”");
        var offered = several.page().select("input[name=one-id]");
        assertThat(offered).hasSizeGreaterThan(1);

        assertThat(page.post(address(fixture), "one", "works 001", "other", "Works 001", "kind", "apart")
                        .page()
                        .text())
                .contains("This is the same person twice");
        var kept = page.post(
                address(fixture),
                "one-id",
                offered.getFirst().val(),
                "one",
                "Works 0",
                "other",
                "Works 012",
                "kind",
                "competitors");
        assertThat(kept.at()).isEqualTo(address(fixture));
        var listed = page.get(address(fixture)).page();
        assertThat(listed.select(".pairs li")).hasSize(1);
        assertThat(listed.select(".pairs").text()).contains("Works 012").contains("They compete");
        assertThat(page.post(
                                address(fixture),
                                "one-id",
                                offered.getFirst().val(),
                                "other",
                                "Works 012",
                                "kind",
                                "together")
                        .page()
                        .text())
                .contains("You have said that these two compete");

        var form = listed.select(".pairs form");
        page.post(
                form.attr("action"),
                "one-id",
                form.select("input[name=one-id]").val(),
                "other-id",
                form.select("input[name=other-id]").val());
        assertThat(page.get(address(fixture)).page().text()).contains("There are none yet");
    }

    @Test
    void whoCompetesIsShownWithWhyAndPutRight() {
        var fixture = RunFixture.aNetworkOfCompetitors(4);
        var page = Pages.seenBy(fixture.convener);
        var competitors = "/networks/" + fixture.network + "/proposals/competitors";
        var query = "?words=works&place=&smallest=8&weight-role=10";

        var table = page.get(competitors + query).page();
        assertThat(table.text()).contains("Among 4 people there are 6 pairs that compete");
        assertThat(table.select(".pairs li"))
                .hasSize(6)
                .first()
                .satisfies(pair -> assertThat(pair.text()).contains("compete: both are in Narrow"));
        var form = table.select("form:has(.pairs)");
        var struck = page.post(
                form.attr("action"),
                "pair",
                form.select("[name=pair]").getFirst().val(),
                "query",
                form.select("[name=query]").val());

        assertThat(struck.at())
                .startsWith(competitors + "?")
                .contains("words=works")
                .contains("weight-role=10");
        assertThat(page.get(competitors + query).page().text()).contains("Among 4 people there are 5 pairs");
        assertThat(page.get(competitors + "?words=works 001").page().text()).contains("Nobody is kept apart");
        assertThat(Pages.seenBy(NetworkFixture.aMemberOf(fixture.network))
                        .get(competitors)
                        .status())
                .isEqualTo(404);
    }

    private static String address(RunFixture fixture) {
        return "/networks/" + fixture.network + "/proposals/wishes";
    }

    private static ProfileId profile(RunFixture fixture, int at) {
        return new ProfileId(UUID.fromString(fixture.leaders().get(at).id()));
    }

    private static Wishes.Keeping keep(RunFixture fixture, ProfileId one, ProfileId other, Kind kind) {
        return as(fixture.convener, () -> wishes().keep(fixture.network, one, other, kind));
    }

    private static Rules rules(RunFixture fixture, boolean wishesToo) {
        return as(fixture.convener, () -> wishes().rules(fixture.network, wishesToo, 6, OptionalDouble.empty()));
    }

    private static Rules.Pair pair(ProfileId one, ProfileId other) {
        return one.toString().compareTo(other.toString()) < 0
                ? new Rules.Pair(one.toString(), other.toString())
                : new Rules.Pair(other.toString(), one.toString());
    }
}
