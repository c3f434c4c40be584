package org.peerage.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.peerage.networks.NetworkFixture.aFounder;
import static org.peerage.networks.NetworkFixture.aMemberOf;
import static org.peerage.networks.NetworkFixture.as;
import static org.peerage.proposals.ProposalFixture.aProposalFor;
import static org.peerage.proposals.ProposalFixture.proposals;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.composition.Criterion;
import org.peerage.tenancy.Ids;
import org.springframework.context.MessageSource;

/// The pages of a proposal as its convener gets them.
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
        var gap = 100 * (1 - recount.score(seats) / here.board().told().bound());
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
            assertThat(card.select(".seats li a").eachAttr("href").stream().map(ProposalPagesTests::last))
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
    void aSeatSaysWhyHereAndWhyNotThereWithTheEffectBeforeItHappens() {
        var here = aProposalFor(60);
        var move = here.aMove();
        var seat = here.pages().get(here.path() + "/seats/" + move.who()).page();
        assertThat(seat.text()).contains("Why here").containsPattern("Fits the others at \\d+ %, most by");
        assertThat(seat.select("#there-group option").eachAttr("value"))
                .contains(Integer.toString(move.to()))
                .doesNotContain(here.seen().seats().getOrDefault(move.who(), 0).toString());

        var there = here.pages().fragment(here.path() + "/seats/" + move.who() + "?there=" + move.to());
        assertThat(there.page().select("h1")).isEmpty();
        assertThat(there.page().text()).containsPattern("In group %d the fit would be \\d+ %%".formatted(move.to()));
        assertThat(there.page().select(".partners li"))
                .hasSize(here.members(move.to()).size());
        for (var partner : there.page().select(".partners li:has(a)")) {
            var other = partner.select("a").attr("href").replaceAll(".*with=([0-9a-f-]+).*", "$1");
            var gain = 100 * here.preview(new Change.Swap(move.who(), other)).gain();
            assertThat(number(partner.select("b").text())).isCloseTo(gain, within(0.006));
        }

        var recount = here.recount();
        var before = here.seen().seats();
        var form = there.page().expectFirst("form[action$=/change]");
        assertThat(here.pages().post(here.path() + "/change", fields(form)).at())
                .isEqualTo(here.path() + "#g" + move.to());
        var after = here.seen().seats();
        assertThat(after).containsEntry(move.who(), move.to());
        var rows = there.page().select(".effect tbody tr");
        shows(rows.get(0), 100 * recount.score(before), 100 * recount.score(after), 0.25);
        shows(rows.get(1), 100 * recount.weakest(before), 100 * recount.weakest(after), 0.25);
        shows(rows.get(2), recount.sum(before), recount.sum(after), 0.2);
        for (var row : rows.subList(3, rows.size())) {
            var group = Integer.parseInt(row.expectFirst("th").ownText().replaceAll("\\D", ""));
            shows(row, 100 * recount.quality(before, group), 100 * recount.quality(after, group), 0.25);
        }
    }

    @Test
    void whatIsForbiddenSaysWhyAndCannotBeConfirmed() {
        var here = aProposalFor(60);
        var move = here.aMove();
        here.lock(move.who(), true);
        var preview = here.pages()
                .get(here.path() + "/change?kind=move&who=" + move.who() + "&to=" + move.to())
                .page();
        assertThat(preview.select(".notice.warm").text())
                .contains("has a locked seat in group " + here.seen().seats().get(move.who()));
        assertThat(preview.select("main form")).isEmpty();
        var refused = here.pages()
                .post(
                        here.path() + "/change",
                        "kind",
                        "move",
                        "who",
                        move.who(),
                        "to",
                        Integer.toString(move.to()),
                        "version",
                        Integer.toString(here.seen().version()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(here.pages().get(here.path()).page().select("article.group .pinned"))
                .hasSize(1);
    }

    @Test
    void anOldWindowSeesWhatItsChangeWouldDoNow() {
        var here = aProposalFor(60);
        var swap = here.aSwap();
        var old = here.pages()
                .get(here.path() + "/change?kind=swap&who=" + swap.who() + "&with=" + swap.with())
                .page()
                .expectFirst("main form");
        here.change(here.aMove());
        var seats = here.seen().seats();

        var stale = here.pages().post(here.path() + "/change", fields(old));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.page().select(".notice.bad").text()).contains("Nothing was lost");
        assertThat(here.seen().seats()).isEqualTo(seats);
        var again = stale.page().expectFirst("main form");
        assertThat(here.pages().post(here.path() + "/change", fields(again)).status())
                .isEqualTo(302);
        assertThat(here.seen().seats()).isNotEqualTo(seats);
    }

    @Test
    void aGroupIsLockedMergedAndSplitFromItsOwnSheet() {
        var here = aProposalFor(60);
        var sheet = here.pages().fragment(here.path() + "/groups/1").page();
        assertThat(sheet.select("h2").text()).isEqualTo("Group 1");
        assertThat(here.pages()
                        .post(here.path() + "/groups/1/lock", "locked", "true", "order", "number")
                        .at())
                .isEqualTo(here.path() + "?order=number#g1");
        assertThat(here.seen().locked()).isEqualTo(here.members(1));
        assertThat(here.pages()
                        .post(here.path() + "/groups/1/lock", "locked", "false")
                        .status())
                .isEqualTo(302);
        assertThat(here.seen().locked()).isEmpty();

        var merge = here.pages()
                .get(here.path() + "/change?kind=merge&group=1&into=2")
                .page();
        assertThat(merge.select("h2").text()).isEqualTo("Merge group 1 into group 2");
        assertThat(merge.select(".notice.warm").text()).contains("Group 2 is full at 16");
        var split = here.pages().get(here.path() + "/change?kind=split&group=1").page();
        assertThat(split.select(".notice.warm").text()).contains("does not divide into two of at least 8");
    }

    @Test
    void theFileNamesEverybodyWithTheirReasonAndRunsNothing() throws IOException {
        var fixture = RunFixture.aNetworkOfNobody();
        fixture.bring("company,industry,subindustry,size,stage\n"
                + java.util.stream.IntStream.rangeClosed(1, 16)
                        .mapToObj(number -> "%s %02d,Industry %d,Trade %d,%d,Early"
                                .formatted(
                                        number == 7 ? "=cmd|' /C calc'!A0" : "Works", number, number, number, number))
                        .collect(Collectors.joining("\n")));
        var id = ProposalFixture.made(fixture, fixture.waiting(fixture.asking(60, java.util.OptionalLong.of(2000))));
        var answer = Pages.seenBy(fixture.convener).get("/proposals/" + id + "/groups.csv");

        assertThat(answer.contentType()).startsWith("text/csv");
        assertThat(answer.raw().getHeader("Content-Disposition")).contains("groups.csv");
        var rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(answer.body()))
                .getRecords();
        assertThat(rows).hasSize(16);
        assertThat(rows).anySatisfy(row -> assertThat(row.get("organisation")).startsWith("'=cmd|"));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.values()).noneMatch(cell -> cell.startsWith("="));
            assertThat(row.get("group")).matches("[12]");
            assertThat(row.get("why here")).contains("Fits the others at");
            assertThat(Double.parseDouble(row.get("fit"))).isBetween(0.0, 100.0);
        });
    }

    @Test
    void twoProposalsAreHeldAgainstEachOther() {
        var here = aProposalFor(60);
        var copy = new ProposalId(Ids.next());
        here.pages().post(here.path() + "/copy", "copy", copy.toString(), "name", "With a swap");
        var swap = here.aSwap();
        here.change(swap);
        assertThat(here.pages().get(here.path() + "/compare?with=" + copy).at())
                .isEqualTo(here.path() + "/compare/" + copy);

        var page =
                here.pages().get("/proposals/" + copy + "/compare/" + here.id).page();
        var recount = here.recount();
        var one =
                as(here.convener(), () -> proposals().find(copy)).orElseThrow().seats();
        var other = here.seen().seats();
        var rows = page.select(".compare tbody tr:has(td)");
        shows(rows.get(0), 100 * recount.score(one), 100 * recount.score(other), 0.25);
        shows(rows.get(1), 100 * recount.weakest(one), 100 * recount.weakest(other), 0.25);
        shows(rows.get(2), recount.sum(one), recount.sum(other), 0.2);
        var industries = rows.stream()
                .filter(row -> row.select("th").text().equals("Industries"))
                .findFirst()
                .orElseThrow();
        shows(
                industries,
                100 * mean(recount, one, Criterion.INDUSTRY),
                100 * mean(recount, other, Criterion.INDUSTRY),
                0.25);
        assertThat(page.select("h2").text()).isEqualTo("2 people sit elsewhere");
        var elsewhere = page.select("table.stacked tbody tr");
        assertThat(elsewhere.select("a").eachAttr("href").stream().map(ProposalPagesTests::last))
                .containsExactlyInAnyOrder(swap.who(), swap.with());
        assertThat(elsewhere.select("td:nth-child(4)").eachText())
                .allSatisfy(same -> assertThat(same).startsWith("0 of "));
        assertThat(page.select(".notice")).isEmpty();
    }

    @Test
    void chosenGroupsAreFormedAndShownAsSuch() {
        var here = aProposalFor(60);
        assertThat(here.pages().get(here.path() + "/forming").status()).isEqualTo(422);
        var form = here.pages().get(here.path() + "/forming?group=1&group=3").page();
        assertThat(form.select("h1").text()).isEqualTo("Form 2 groups");
        assertThat(form.select("fieldset input:not([type=hidden])"))
                .allSatisfy(input -> assertThat(form.select("label[for='" + input.id() + "']"))
                        .hasSize(1));

        var typed = fields(form.expectFirst("main form"));
        var wrong =
                here.pages().post(here.path() + "/forming", with(with(typed, "zone.3", "Mars/Base"), "name.1", " "));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".wrong").eachText())
                .containsExactly(
                        "Please give a name of at most 80 characters.",
                        "We do not know this time zone. Please write one such as Europe/Lisbon.");
        assertThat(wrong.page().select("[name='zone.3']").val()).isEqualTo("Mars/Base");
        assertThat(here.seen().accepted()).isEmpty();

        var right = with(with(typed, "name.1", "Harbour One"), "name.3", "Harbour Three");
        assertThat(here.pages().post(here.path() + "/forming", right).at()).isEqualTo(here.path() + "#g1");
        assertThat(here.pages().post(here.path() + "/forming", right).at())
                .as("sent twice")
                .isEqualTo(here.path() + "#g1");
        assertThat(here.seen().accepted()).containsOnlyKeys(1, 3);

        var page = here.pages().get(here.path() + "?order=number").page();
        assertThat(page.select("#g1 h3").text()).isEqualTo("Harbour One");
        assertThat(page.select("#g1 footer a").attr("href"))
                .isEqualTo("/groups/" + here.seen().accepted().get(1));
        assertThat(page.select("#g1 input")).isEmpty();
        assertThat(page.select("#g2 input")).hasSize(1);
        assertThat(here.pages()
                        .get("/groups/" + here.seen().accepted().get(1) + "/seats")
                        .page()
                        .text())
                .contains("Picked " + here.members(1).size() + " of 12");
        var seat = here.pages()
                .get(here.path() + "/seats/" + here.members(1).iterator().next())
                .page();
        assertThat(seat.text()).contains("was formed from this proposal");
        assertThat(seat.select("main form")).isEmpty();
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
            for (var path :
                    List.of("/copy", "/again", "/change", "/forming", "/groups/1/lock", "/seats/" + who + "/lock")) {
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
        var begun = System.nanoTime();
        var page = here.pages().get(here.path());
        assertThat((System.nanoTime() - begun) / 1e9).as("seconds").isLessThan(1);
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

    private static double mean(Recount recount, Map<String, Integer> seats, Criterion criterion) {
        return seats.values().stream()
                .mapToDouble(group -> recount.values(seats, group).getOrDefault(criterion, 0.0))
                .average()
                .orElse(0);
    }

    private static String weakest(Element card, Map<Criterion, Double> values) {
        var weakest = values.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        var shown = card.select(".bars .weak dd").text();
        return text("proposals.card.weakest." + weakest.word(), Long.parseLong(shown));
    }

    /// A row of an effect: before, after, and the difference of the two.
    private static void shows(Element row, double before, double after, double tolerance) {
        var cells = row.select("td").eachText();
        assertThat(number(cells.get(0))).as(row.text()).isCloseTo(before, within(tolerance));
        assertThat(number(cells.get(1))).as(row.text()).isCloseTo(after, within(tolerance));
        assertThat(number(cells.get(2)))
                .as(row.text())
                .isCloseTo(number(cells.get(1)) - number(cells.get(0)), within(0.011));
    }

    private static double number(String shown) {
        return Double.parseDouble(shown.replace(",", "").replace("−", "-").replace("+", ""));
    }

    private static String last(String address) {
        return address.replaceAll("\\?.*", "").replaceAll(".*/", "");
    }

    private static String text(String key, Object... values) {
        return RunningPeerage.shared().bean(MessageSource.class).getMessage(key, values, java.util.Locale.ENGLISH);
    }

    private static String[] fields(Element form) {
        return form.select("[name]").stream()
                .flatMap(field -> java.util.stream.Stream.of(field.attr("name"), field.val()))
                .toArray(String[]::new);
    }

    private static String[] with(String[] fields, String name, String value) {
        var changed = Arrays.copyOf(fields, fields.length);
        for (var i = 0; i < changed.length; i += 2) {
            if (changed[i].equals(name)) {
                changed[i + 1] = value;
            }
        }
        return changed;
    }
}
