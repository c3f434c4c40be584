package org.peerage.issues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.attendance.Evenings;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.charter.Obeys;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// What the charter says of issues, as a member sees it on the pages.
class CharteredIssuesTests {

    private static final Map<String, String> SPEAKING =
            Map.of("shares", "No advice", "asked", "Advice only when asked for", "open", "");

    @Test
    @Obeys("language")
    void whoWorksOnAnIssueReadsWhatBecomesOfAdvice() {
        SPEAKING.forEach((chosen, words) -> {
            var group = new IssueFixture(GroupFixture.aGroup().with(3).choosing("language", chosen));
            var said = group.stage(group.noor, group.atWork())
                    .page()
                    .select(".tag.warm")
                    .eachText();
            assertThat(said.stream().filter(tag -> tag.contains("dvice")).toList())
                    .as(chosen)
                    .isEqualTo(words.isEmpty() ? List.of() : List.of(words));
        });
    }

    /// Ada has waited half as long as Noor, and brings what matters more.
    @Test
    @Obeys("presentationsPerYear")
    void whoHasWaitedTooLongComesFirstOnTheAgenda() {
        assertThat(first("1")).isEqualTo("Member 1");
        assertThat(first("2")).isEqualTo("Member 2");
    }

    private static String first(String aYear) {
        var group = new IssueFixture(GroupFixture.aGroup().with(3).choosing("presentationsPerYear", aYear));
        presented(group, group.ada, 100);
        presented(group, group.noor, 200);
        parked(group, group.ada, "9");
        parked(group, group.noor, "2");
        var agenda = Pages.seenBy(group.chair).get("/meetings/" + group.meeting).page();
        return agenda.select(".agenda-what").eachText().stream()
                .filter(line -> line.contains("Member 1") || line.contains("Member 2"))
                .map(line -> line.replaceAll(".*(Member \\d).*", "$1"))
                .findFirst()
                .orElse("");
    }

    private static void presented(IssueFixture group, PersonId person, int daysAgo) {
        var evening = Evenings.of(group.here).ago(daysAgo, Map.of());
        assertThat(IssueFixture.PEERAGE.asSuperuser("""
                        update meetings.item set presenter_id = ?, state = 'done'
                        where id = (select id from meetings.item where meeting_id = ? and kind = 'issue' limit 1)
                        """, person.value(), evening.value()))
                .isOne();
    }

    private static void parked(IssueFixture group, PersonId person, String weight) {
        assertThat(Pages.seenBy(person)
                        .post(
                                "/groups/" + group.here.group + "/parking-lot",
                                "importance",
                                weight,
                                "urgency",
                                weight,
                                "sealed",
                                group.sealed(person, "issue", Ids.next(), "title"))
                        .status())
                .isEqualTo(302);
    }
}
