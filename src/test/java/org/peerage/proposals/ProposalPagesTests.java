package org.peerage.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.peerage.networks.NetworkFixture.aFounder;
import static org.peerage.networks.NetworkFixture.aMemberOf;
import static org.peerage.proposals.ProposalFixture.aProposalFor;
import static org.peerage.proposals.Shown.last;
import static org.peerage.proposals.Shown.number;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.composition.Criterion;
import org.peerage.tenancy.Ids;
import org.springframework.context.MessageSource;

/// The pages of a proposal as its convener gets them, and that nobody else does.
class ProposalPagesTests {

    @Test
    void everyNumberOfThePageIsWhatTheProfilesSay() {
        var here = aProposalFor(60);
        var seats = here.seen().seats();
        var recount = here.recount();
        var page = here.pages().get(here.path()).page();

        var figures = page.select(".figures b").eachText();
        assertThat(number(figures.get(0))).isCloseTo(100 * recount.score(seats), within(0.25));
        assertThat(number(figures.get(1))).isCloseTo(100 * recount.weakest(seats), within(0.25));
        assertThat(number(figures.get(2))).isCloseTo(recount.sum(seats), within(0.2));
        assertThat(figures.get(3)).isEqualTo(Integer.toString(here.groups().size()));
        assertThat(figures.get(4)).isEqualTo(Integer.toString(60 - seats.size()));
        var gap = 100 * (1 - recount.score(seats) / here.assessment().told().bound());
        assertThat(number(page.expectFirst(".figures small").text().replaceAll("[^0-9.]", "")))
                .isCloseTo(gap, within(0.3));

        var weakestFirst = new ArrayList<Double>();
        for (var card : page.select("article.group")) {
            var group = Integer.parseInt(card.id().substring(1));
            var quality = number(card.select(".quality").text());
            weakestFirst.add(quality);
            assertThat(quality).isCloseTo(100 * recount.quality(seats, group), within(0.25));
            var values = recount.values(seats, group);
            assertThat(card.select(".bars dt").eachText())
                    .containsExactlyElementsOf(values.keySet().stream()
                            .map(criterion -> text("proposals.criterion." + criterion.word()))
                            .toList());
            var shown = card.select(".bars dd").eachText().iterator();
            values.forEach((criterion, value) -> {
                var points = number(shown.next());
                assertThat(points).as(criterion.word()).isCloseTo(100 * value, within(0.75));
            });
            assertThat(card.select(".bars dd meter").eachAttr("value"))
                    .isEqualTo(card.select(".bars dd").eachText());
            assertThat(card.select(".weakest").text()).isEqualTo(weakest(card, values));
            assertThat(card.select(".seats li a").eachAttr("href").stream().map(Shown::last))
                    .containsExactlyInAnyOrderElementsOf(here.members(group));
            for (var seat : card.select(".seats li")) {
                var who = last(seat.select("a").attr("href"));
                assertThat(number(seat.select("> span").text())).isCloseTo(100 * recount.fit(seats, who), within(0.75));
            }
        }
        assertThat(weakestFirst).hasSize(here.groups().size()).isSorted();
    }

    @Test
    void groupsAreFoundOrderedAndSeenByPlace() {
        var here = aProposalFor(60);
        var found = here.pages().fragment(here.path() + "?find=works 001");
        assertThat(found.page().select("h1")).isEmpty();
        assertThat(found.page().select("#groups-title").text()).isEqualTo("One group with “works 001”");
        assertThat(found.page().select("article.group")).hasSize(1);
        assertThat(found.page().select(".seats a").eachText()).anyMatch(name -> name.contains("Works 001"));
        assertThat(here.pages()
                        .get(here.path() + "?find=nowhere")
                        .page()
                        .select(".empty")
                        .text())
                .contains("Nobody in these groups");

        assertThat(here.pages()
                        .get(here.path() + "?order=number")
                        .page()
                        .select("article.group")
                        .eachAttr("id"))
                .containsExactlyElementsOf(here.groups().keySet().stream()
                        .map(number -> "g" + number)
                        .toList());

        var places = here.pages().get(here.path() + "?view=places").page();
        assertThat(places.select("tbody tr")).hasSize(here.groups().size());
        for (var row : places.select("tbody tr")) {
            var members = here.members(Integer.parseInt(row.id().substring(1)));
            var counted = row.select("td:nth-child(3) li").stream().collect(Collectors.toMap(Element::ownText, item ->
                    (long) number(item.select("b").text())));
            assertThat(counted)
                    .isEqualTo(members.stream()
                            .collect(Collectors.groupingBy(
                                    who -> here.leader(who).place(), Collectors.counting())));
        }
        assertThat(here.pages()
                        .get(here.path() + "?page=99&view=nonsense&order=nonsense")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void toWhoeverDoesNotConveneTheNetworkNoneOfItExists() {
        var here = aProposalFor(40);
        var other = aProposalFor(40);
        var who = here.members(1).iterator().next();
        var stranger = other.members(1).iterator().next();
        for (var visitor : List.of(aFounder(), aMemberOf(here.here.network), other.convener())) {
            var pages = Pages.seenBy(visitor);
            for (var path : List.of(
                    "",
                    "/groups.csv",
                    "/groups/1",
                    "/seats/" + who,
                    "/change?kind=split&group=1",
                    "/forming?group=1",
                    "/compare/" + here.id)) {
                assertThat(pages.get(here.path() + path).status()).as(path).isEqualTo(404);
            }
            for (var path : List.of(
                    "/name", "/copy", "/again", "/change", "/forming", "/groups/1/lock", "/seats/" + who + "/lock")) {
                assertThat(pages.post(
                                        here.path() + path,
                                        "copy",
                                        Ids.next().toString(),
                                        "run",
                                        Ids.next().toString(),
                                        "kind",
                                        "split",
                                        "group",
                                        "1",
                                        "version",
                                        "1",
                                        "locked",
                                        "true",
                                        "number",
                                        "1")
                                .status())
                        .as(path)
                        .isEqualTo(404);
            }
        }
        for (var path : List.of(
                "/groups/99",
                "/seats/" + stranger,
                "/seats/" + who + "?there=99",
                "/change",
                "/change?kind=merge&group=1",
                "/change?kind=move&who=" + stranger + "&to=1",
                "/change?kind=move&who=" + who + "&to=99",
                "/change?kind=move&who=nobody&to=1",
                "/change?kind=swap&who=" + who + "&with=" + stranger,
                "/compare/" + other.id)) {
            assertThat(here.pages().get(here.path() + path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aPageOfThousandsIsAsQuickAndAsSmallAsOneOfTwelve() {
        var here = aProposalFor(4000);
        here.pages().get(here.path());
        // Of the processor, which others may use meanwhile.
        var clock = ManagementFactory.getThreadMXBean();
        var begun = clock.getCurrentThreadCpuTime();
        var page = here.pages().get(here.path());
        assertThat((clock.getCurrentThreadCpuTime() - begun) / 1e9)
                .as("seconds")
                .isLessThan(1);
        assertThat(page.body().length()).as("bytes").isLessThan(50_000);
        assertThat(page.page().select("article.group")).hasSize(8);
        assertThat(page.page().select(".pages").text())
                .contains("1 to 8 of " + here.groups().size());
        var seat = here.members(1).iterator().next();
        assertThat(here.pages()
                        .get(here.path() + "/seats/" + seat + "?there=2")
                        .body()
                        .length())
                .as("bytes")
                .isLessThan(50_000);
        assertThat(here.pages().get(here.path() + "?view=places").body().length())
                .as("bytes")
                .isLessThan(50_000);
    }

    private static String weakest(Element card, Map<Criterion, Double> values) {
        var weakest = values.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        var shown = card.select(".bars .weak dd").text();
        return text("proposals.card.weakest." + weakest.word(), Long.parseLong(shown));
    }

    private static String text(String key, Object... values) {
        return RunningPeerage.shared().bean(MessageSource.class).getMessage(key, values, java.util.Locale.ENGLISH);
    }
}
