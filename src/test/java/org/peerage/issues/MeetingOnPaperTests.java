package org.peerage.issues;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// A meeting on paper: what whoever leads needs, before anything of it is kept, and for nobody outside.
class MeetingOnPaperTests {

    private final IssueFixture group = new IssueFixture();

    @Test
    void theSheetsHaveTimesNamesAndTheReadBack() {
        var page = paper(group.chair);
        assertThat(page.select("main h2").eachText())
                .containsSubsequence("Agenda", "Who is here, and who has been heard", "Item by item");
        assertThat(page.select("table.boxes tbody th").eachText()).contains("Member 1", "Member 2");
        assertThat(page.select("table.boxes thead th").eachText()).contains("Here", "Agreed");
        assertThat(page.select("blockquote.read-back").text()).contains("stays in it");
        assertThat(page.text()).contains("Mara Example leads");
    }

    @Test
    void anIssueHasItsStepsWithMinutesAndWhatToSay() {
        group.prepare(group.ada, group.sealed(group.ada, "issue", Ids.next(), "title"));
        var page = paper(group.chair);
        assertThat(page.select("h4 sealed-text[data-place-kind=issue]")).hasSize(1);
        var steps = page.select("ol.steps-on-paper > li");
        assertThat(steps).hasSizeGreaterThan(3);
        assertThat(steps.eachText()).allMatch(step -> step.matches(".* \\d+ min · .*"));
        assertThat(steps.select("em").text()).contains("Say:");
        assertThat(page.select("#script ~ .paper-item h3").eachText()).anyMatch(title -> title.contains("Member 1"));
    }

    @Test
    void whatFallsDueByThenStandsThere() {
        var due = LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/Lisbon")).plusDays(1);
        var id = Ids.next();
        Pages.seenBy(group.ada)
                .post(
                        group.here.group.address() + "/commitments",
                        "sealed",
                        group.sealed(group.ada, "commitment", id),
                        "due",
                        due.toString(),
                        "witness",
                        group.noor.toString());
        assertThat(paper(group.chair).text()).as("due tomorrow").contains("Nothing falls due by this meeting.");
        passes(
                "update commitments.commitment set made_on = current_date - 9, due_on = current_date - 1 where group_id = ?");
        var row = paper(group.chair).expectFirst(".paper-item tr:has(sealed-text[data-place-kind=commitment])");
        assertThat(row.text()).contains("Member 1", "☐ done ☐ moved ☐ not");
    }

    @Test
    void nobodyOutsideTheGroupPrintsIt() {
        for (var stranger : new PersonId[] {
            group.here.convener, GroupFixture.aGroup().with(1).inAnOpenRoom().chair()
        }) {
            assertThat(Pages.seenBy(stranger)
                            .get(address(group.meeting.value()))
                            .status())
                    .isEqualTo(404);
        }
    }

    private void passes(String change) {
        assertThat(IssueFixture.PEERAGE.asSuperuser(change, group.here.group.value()))
                .isOne();
    }

    private Document paper(PersonId person) {
        return Pages.seenBy(person).get(address(group.meeting.value())).page();
    }

    private static String address(UUID meeting) {
        return "/meetings/" + meeting + "/paper";
    }
}
