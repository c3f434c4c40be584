package org.peerage.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;
import static org.peerage.proposals.ProposalFixture.aProposalFor;
import static org.peerage.proposals.ProposalFixture.proposals;
import static org.peerage.proposals.Shown.fields;
import static org.peerage.proposals.Shown.shows;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.composition.Criterion;
import org.peerage.proposals.runs.RunFixture;
import org.peerage.tenancy.Ids;

/// What comes of a proposal: a file, a comparison, groups.
class OutcomePagesTests {

    @Test
    void theFileNamesEverybodyWithTheirReasonAndRunsNothing() throws IOException {
        var fixture = RunFixture.aNetworkOfNobody();
        fixture.bring("company,industry,subindustry,size,stage\n"
                + java.util.stream.IntStream.rangeClosed(1, 16)
                        .mapToObj(number -> "%s %02d,Industry %d,Trade %d,%d,Early"
                                .formatted(
                                        number == 7 ? "=cmd|' /C calc'!A0" : "Works", number, number, number, number))
                        .collect(Collectors.joining("\n")));
        var id = ProposalFixture.made(fixture, fixture.waiting(fixture.request(60, java.util.OptionalLong.of(2000))));
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
    void aProposalGoesByTheNameItIsGiven() {
        var here = aProposalFor(40);
        var version = here.seen().version();

        assertThat(here.pages()
                        .post(here.path() + "/name", "name", "  " + "Spring ".repeat(20))
                        .at())
                .isEqualTo(here.path());

        assertThat(here.seen().name()).startsWith("Spring Spring").hasSize(80);
        assertThat(here.seen().version()).isEqualTo(version);
        assertThat(here.pages()
                        .get("/networks/" + here.here.network + "/proposals")
                        .page()
                        .select(".card h3")
                        .text())
                .isEqualTo(here.seen().name());
        here.pages().post(here.path() + "/name", "name", " ");
        assertThat(here.seen().name()).isEmpty();
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
        assertThat(page.select("dl.facts dt").eachText()).containsExactly("First", "Second");
        assertThat(page.expectFirst("dl.facts dd a").text()).isEqualTo("With a swap");
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
        assertThat(elsewhere.select("a").eachAttr("href").stream().map(Shown::last))
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

    private static double mean(Recount recount, Map<String, Integer> seats, Criterion criterion) {
        return seats.values().stream()
                .mapToDouble(group -> recount.values(seats, group).getOrDefault(criterion, 0.0))
                .average()
                .orElse(0);
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
