package org.peerage.proposals.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.peerage.proposals.ProposalFixture.aProposalFor;
import static org.peerage.proposals.Shown.fields;
import static org.peerage.proposals.Shown.number;
import static org.peerage.proposals.Shown.shows;

import org.junit.jupiter.api.Test;
import org.peerage.proposals.Change;

/// What a convener changes in a proposal: seats and groups, with the effect shown before it happens.
class ChangePagesTests {

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
        here.change(here.aMoveBeside(1, 2));
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
}
