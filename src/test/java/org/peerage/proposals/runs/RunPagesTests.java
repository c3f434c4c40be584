package org.peerage.proposals.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;
import static org.peerage.proposals.runs.RunFixture.PEERAGE;
import static org.peerage.proposals.runs.RunFixture.aNetworkOf;
import static org.peerage.proposals.runs.RunFixture.runs;
import static org.peerage.proposals.runs.RunFixture.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.ProfileId;
import org.peerage.proposals.people.ByHand;
import org.peerage.proposals.people.Wishes;
import org.peerage.tenancy.Ids;

class RunPagesTests {

    @BeforeAll
    static void standStill() {
        PEERAGE.bean(Composing.class).leave();
    }

    @BeforeEach
    void nothingWaits() {
        RunFixture.stopAll();
    }

    @AfterAll
    static void goOn() {
        RunFixture.stopAll();
        PEERAGE.bean(Composing.class).begin();
    }

    @Test
    void fromTheNetworkToARunThatIsDone() {
        var fixture = aNetworkOf(30);
        var page = Pages.seenBy(fixture.convener);
        assertThat(page.get("/networks/" + fixture.network).page().select("a[href=" + base(fixture) + "]"))
                .isNotEmpty();
        assertThat(page.get(base(fixture)).page().text()).contains("Nothing has been searched for yet");

        var form = page.get(base(fixture) + "/new").page();
        assertThat(form.select("#tally").text()).isEqualTo("30 people would make about 3 groups.");
        var fields = new HashMap<String, String>();
        form.select("form.compose input, form.compose select").forEach(field -> {
            if (!field.attr("type").equals("checkbox") || field.hasAttr("checked")) {
                fields.put(
                        field.attr("name"),
                        field.val().isEmpty() && field.attr("type").equals("checkbox") ? "on" : field.val());
            }
        });
        fields.put("iterations", "20000");
        var asked = page.post(base(fixture), pairs(fields));
        assertThat(asked.at()).isEqualTo("/proposals/runs/" + fields.get("run"));
        assertThat(page.post(base(fixture), pairs(fields)).at())
                .as("sent twice")
                .isEqualTo(asked.at());

        var waiting = page.get(asked.at()).page();
        assertThat(waiting.title()).contains("Looking for groups");
        assertThat(waiting.select("#run[hx-get]").attr("hx-trigger")).isEqualTo("every 1s");
        assertThat(waiting.select("[role=status]").text()).contains("One search runs at a time");
        assertThat(page.fragment(asked.at()).page().select("#run")).hasSize(1);

        assertThat(worker().composeNext()).isTrue();
        var ended = page.fragment(asked.at());
        assertThat(ended.status()).isEqualTo(204);
        assertThat(ended.raw().getHeader("HX-Refresh")).isEqualTo("true");
        var done = page.get(asked.at()).page();
        assertThat(done.select("h1").text()).isEqualTo("Groups were found");
        assertThat(done.select("#outcome").text()).isEqualTo("3 groups for 30 people");
        assertThat(done.select("dl.numbers").text()).contains("of 100").contains("% of it");
        assertThat(page.get(base(fixture)).page().select("tbody tr"))
                .singleElement()
                .satisfies(row -> assertThat(row.text()).contains("30").contains("Done"));

        var next = done.select("input[name=next]").val();
        var again = page.post(asked.at() + "/again", "next", next).at();
        assertThat(page.post(asked.at() + "/again", "next", next).at())
                .as("sent twice")
                .isEqualTo(again);
        assertThat(again).startsWith("/proposals/runs/").isNotEqualTo(asked.at());
        assertThat(page.post(again + "/cancel").at()).isEqualTo(again);
        assertThat(page.get(again).page().select("#outcome").text()).isEqualTo("You have cancelled this search");
    }

    @Test
    void theTallyFollowsWhatIsChosen() {
        var fixture = aNetworkOf(30);
        var page = Pages.seenBy(fixture.convener);
        var address = base(fixture) + "/new?smallest=8&target=12&largest=16&";

        assertThat(tally(page, address + "industry=Industry 1")).contains("6 people do not make a group of at least 8");
        assertThat(tally(page, address + "words=works 001")).contains("One person does not make a group");
        assertThat(tally(page, address + "words=nowhere")).contains("Nobody is left to seat");
        assertThat(tally(page, address + "place=lisbon")).contains("10 people would make one group");
        assertThat(tally(page, base(fixture) + "/new?smallest=9&target=3&largest=16"))
                .isEqualTo("30 people.");
        assertThat(tally(page, base(fixture) + "/new?smallest=7&target=7&largest=7"))
                .isEqualTo("30 people would make about 4 groups; 2 stay without a seat, because groups of this size do"
                        + " not come out even.");
    }

    @Test
    void peopleAreLeftOutAndAddedOneByOne() {
        var fixture = aNetworkOf(30);
        var page = Pages.seenBy(fixture.convener);
        var address = base(fixture) + "/new?smallest=2&target=12&largest=16&industry=Industry 1&who=works";

        var found = page.fragment(address).page();
        assertThat(found.select("#tally").text()).startsWith("6 people would");
        assertThat(found.select("#singles").attr("hx-swap-oob")).isEqualTo("innerMorph");
        assertThat(found.select(".picks li")).hasSize(10);
        assertThat(found.select(".pages").text()).contains("1 to 10 of 30");
        var chosen = found.select("button[name=leave]").getFirst();
        assertThat(chosen.text()).isEqualTo("Leave out: Chief executive of Works 001");
        var other = found.select("button[name=take]").getFirst();
        assertThat(other.text()).isEqualTo("Add: Chief executive of Works 002");

        var one = page.fragment(address + "&leave=" + chosen.val()).page();
        assertThat(one.select("#tally").text()).startsWith("5 people would");
        var left = one.select("input[name=left]").val();
        assertThat(one.select("#pick-" + chosen.val()).text()).startsWith("Put back");
        var both = page.fragment(address + "&left=" + left + "&take=" + other.val())
                .page();
        assertThat(both.select("#tally").text()).startsWith("6 people would");
        var added = both.select("input[name=added]").val();
        var address2 = address + "&left=" + left + "&added=" + added;
        assertThat(page.fragment(address2 + "&turn=2")
                        .page()
                        .select(".picks li")
                        .getFirst()
                        .text())
                .contains("Works 011");
        assertThat(page.fragment(address2 + "&before=2&who-before=works")
                        .page()
                        .select(".pages")
                        .text())
                .contains("11 to 20 of 30");
        assertThat(page.fragment(address2 + "&before=2&who-before=other")
                        .page()
                        .select(".pages")
                        .text())
                .contains("1 to 10 of 30");

        var whole = page.get(address2).page();
        assertThat(whole.select("details#by-hand[open]")).hasSize(1);
        assertThat(whole.select("#by-hand .chosen").eachText())
                .containsExactly("Left out by hand: 1", "Added by hand: 1");
        assertThat(page.get(base(fixture) + "/competitors" + address2.substring(address2.indexOf('?')))
                        .page()
                        .text())
                .contains("Among 6 people");
        var back = page.fragment(address2 + "&take=" + chosen.val()).page();
        assertThat(back.select("#tally").text()).startsWith("7 people would");
        assertThat(back.select("input[name=left]").val()).isEmpty();

        var typed = new HashMap<>(RunForm.usual().typed());
        typed.putAll(Map.of("smallest", "2", "industry", "Industry 1", "left", left, "added", added));
        typed.put("iterations", "1000");
        var run = page.post(base(fixture), form(typed)).at();
        worker().composeNext();
        var done = page.get(run).page();
        assertThat(done.select("details.by-hand summary").text())
                .isEqualTo("One person left out by hand, one person added by hand");
        assertThat(done.select("details.by-hand li").eachText())
                .containsExactly("Chief executive of Works 001", "Chief executive of Works 002");
        var proposal = page.get(done.select("a.button[href^=/proposals/]").attr("href"))
                .page();
        assertThat(proposal.select("details.by-hand summary").text())
                .isEqualTo("One person left out by hand, one person added by hand");
        assertThat(proposal.select("h1").text()).isEqualTo("Groups for 6 people");
    }

    @Test
    void everyButtonPressedSinceTheFormWasDrawnIsHeardInItsOrder() {
        var fixture = aNetworkOf(30);
        var page = Pages.seenBy(fixture.convener);
        var address = base(fixture) + "/new?smallest=2&target=12&largest=16";
        var people = page.fragment(address).page().select("button[name=leave]").eachAttr("value");

        var two = page.fragment(address + "&pressed=leave " + people.get(0) + "&pressed=leave " + people.get(1)
                        + "&leave=" + people.get(1))
                .page();
        assertThat(two.select("#tally").text()).startsWith("28 people would");
        assertThat(two.select("[name=pressed]"))
                .as("an answered press is forgotten")
                .isEmpty();
        var undone = page.fragment(address + "&pressed=leave " + people.get(0) + "&pressed=take " + people.get(0)
                        + "&pressed=none")
                .page();
        assertThat(undone.select("#tally").text()).startsWith("30 people would");
    }

    @Test
    void moreThanAFewHundredAreNotChosenOneByOne() {
        var fixture = aNetworkOf(3);
        var page = Pages.seenBy(fixture.convener);
        var many = ByHand.text(Stream.generate(() -> new ProfileId(Ids.next()))
                .limit(ByHand.MOST)
                .toList());
        var someone = fixture.leaders().getFirst().id();

        var answer = page.fragment(
                        base(fixture) + "/new?smallest=2&target=2&largest=3&left=" + many + "&leave=" + someone)
                .page();

        assertThat(answer.select("[role=alert]").text()).startsWith("You have chosen 200 one by one");
        assertThat(answer.select("input[name=left]").val()).isEqualTo(many);
    }

    @Test
    void whatCannotBeIsAnsweredWithASentenceAndStaysAsTyped() {
        var fixture = aNetworkOf(30);
        var page = Pages.seenBy(fixture.convener);
        var typed = new HashMap<>(RunForm.usual().typed());
        typed.putAll(Map.of("words", "works", "smallest", "20", "hours", "a few", "seconds", "0"));

        var wrong = page.post(base(fixture), form(typed));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#smallest").val()).isEqualTo("20");
        assertThat(wrong.page().select("#hours").val()).isEqualTo("a few");
        assertThat(wrong.page().select("#words").val()).isEqualTo("works");
        assertThat(wrong.page().text())
                .contains("Three whole numbers from 2 to 24")
                .contains("A number of hours from 0 to 12")
                .contains("A whole number of seconds from 1 to 3,600");
        for (var choice : List.of("words=nowhere", "words=works 001", "place=lisbon&smallest=11")) {
            var few = new HashMap<>(RunForm.usual().typed());
            for (var field : choice.split("&", -1)) {
                few.put(field.split("=", -1)[0], field.split("=", -1)[1]);
            }
            var answer = page.post(base(fixture), form(few));
            assertThat(answer.status()).as(choice).isEqualTo(422);
            assertThat(answer.page().select(".wrong").text())
                    .as(choice)
                    .containsAnyOf("Nobody is left to seat", "not make a group of at least");
        }
        assertThat(as(fixture.convener, () -> runs().of(fixture.network, 5))).isEmpty();
    }

    @Test
    void nobodyLeftToSeatIsSaidInAnEmptyDirectory() {
        var fixture = RunFixture.aNetworkOfNobody();
        var page = Pages.seenBy(fixture.convener);

        assertThat(page.get(base(fixture) + "/new").page().select("#tally").text())
                .contains("Nobody is left to seat");
        assertThat(page.post(base(fixture), form(RunForm.usual().typed())).status())
                .isEqualTo(422);
    }

    @Test
    void wishesThatCannotHoldTogetherAreNamedBesideTheAnswer() {
        var fixture = RunFixture.aNetworkOfCompetitors(10).bring("""
                company
                Else 1
                Else 2
                Else 3
                Else 4
                Else 5
                Else 6
                Else 7
                Else 8
                """);
        var leaders = fixture.leaders();
        as(
                fixture.convener,
                () -> RunFixture.wishes()
                        .keep(
                                fixture.network,
                                new ProfileId(UUID.fromString(leaders.get(0).id())),
                                new ProfileId(UUID.fromString(leaders.get(1).id())),
                                Wishes.Kind.TOGETHER));
        var run = fixture.waiting(fixture.request(1, OptionalLong.of(2_000)));
        worker().composeNext();

        var done = Pages.seenBy(fixture.convener).get("/proposals/runs/" + run).page();
        assertThat(done.text()).contains("What you should know").contains("cannot hold together");
    }

    @Test
    void aBrokenRunSaysWhy() {
        var fixture = aNetworkOf(20);
        var run = fixture.waiting(fixture.request(1, OptionalLong.of(10)));
        RunFixture.asWorker(() -> {
            var work = PEERAGE.bean(RunWork.class);
            var node = Ids.next();
            var held = work.take(node, RunFixture.THEN).orElseThrow();
            work.failed(
                    node, held.id(), new Run.Trouble("proposals.runs.trouble.again", List.of("5")), RunFixture.THEN);
            return held;
        });

        assertThat(Pages.seenBy(fixture.convener)
                        .get("/proposals/runs/" + run)
                        .page()
                        .select(".next")
                        .text())
                .contains("There are no groups from this search")
                .contains("The search broke off 5 times");
    }

    @Test
    void toWhoeverDoesNotConveneTheNetworkNoPageExists() {
        var fixture = aNetworkOf(20);
        var run = fixture.waiting(fixture.request(1, OptionalLong.of(10)));
        var self = "/proposals/runs/" + run;
        for (var person : List.of(NetworkFixture.aMemberOf(fixture.network), aNetworkOf(1).convener)) {
            var page = Pages.seenBy(person);
            for (var address : List.of(base(fixture), base(fixture) + "/new", self)) {
                assertThat(page.get(address).status()).as(address).isEqualTo(404);
            }
            for (var address : List.of(base(fixture), self + "/finish", self + "/cancel", self + "/again")) {
                assertThat(page.post(address, "run", "" + Ids.next(), "next", "" + Ids.next())
                                .status())
                        .as(address)
                        .isEqualTo(404);
            }
        }
        assertThat(fixture.seen(run).state()).isEqualTo(RunState.WAITING);
    }

    private static String base(RunFixture fixture) {
        return "/networks/" + fixture.network + "/proposals";
    }

    private static String tally(Pages page, String address) {
        return page.fragment(address).page().select("#tally").text();
    }

    /// With the id that every form is handed out with.
    private static String[] form(Map<String, String> typed) {
        var fields = new HashMap<>(typed);
        fields.put("run", Ids.next().toString());
        return pairs(fields);
    }

    private static String[] pairs(Map<String, String> fields) {
        var pairs = new ArrayList<String>();
        fields.forEach((name, value) -> {
            pairs.add(name);
            pairs.add(value);
        });
        return pairs.toArray(String[]::new);
    }
}
