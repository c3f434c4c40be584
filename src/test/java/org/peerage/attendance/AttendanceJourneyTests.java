package org.peerage.attendance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.scheduling.Dates;

/// Theo has missed what the charter tolerates: the chair finds a word drafted and sends it, he finds his own count and
/// asks for a leave, and the third of them learns of the leave and of nothing else. Whoever is on leave gets no turn to
/// lead.
class AttendanceJourneyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final Path PICTURES = Path.of("target", "pictures");

    @Test
    void theChairSendsAWordAndTheMemberAsksForALeave() {
        try (var mara = Visitor.atALaptop("Mara Example", PEERAGE.base());
                var theo = Visitor.atAPhone("Theo Brannigan", PEERAGE.base());
                var noor = Visitor.atALaptop("Noor Whitcombe", PEERAGE.base())) {
            mara.enrol(PEERAGE.enrollingLink("/keys"));
            var here = GroupFixture.chairedBy(mara.person(), mara.name());
            here.open();
            var of = here.seat(theo);
            var whitcombe = here.seat(noor);
            var evenings = Evenings.of(here);
            evenings.ago(60, Map.of(whitcombe, 0));
            evenings.ago(30, Map.of(whitcombe, 0));
            assertThat(of).isNotEqualTo(whitcombe);
            var home = "/groups/" + here.group;

            mara.goTo(home + "/leading").sees("Send Theo Brannigan a word").follow("Look at the draft");
            mara.sees("A draft, to say or to send as you like").looksRight(PICTURES, "attendance-chair");
            mara.press("Send Theo Brannigan a word");
            assertThat(mara.page().getByRole(AriaRole.BUTTON).getByText("Send Theo Brannigan a word"))
                    .hasCount(0);

            theo.goTo(home).follow("Being there, and leave");
            theo.sees("You have missed 2 of 2 meetings in the past year. The charter tolerates 2.");
            theo.sees("Mara Example sent a word.");
            theo.page().getByText("Ask for a leave").click();
            var today = LocalDate.now(ZoneId.of("Europe/Lisbon"));
            theo.page().getByLabel("First day").fill("" + today);
            theo.page().getByLabel("Last day").fill("" + today.plusYears(1));
            theo.press("Ask for it").sees("The charter allows 3 months at most.");
            theo.page().getByLabel("Last day").fill("" + today.plusDays(30));
            theo.press("Ask for it").sees("Asked for");
            theo.looksRight(PICTURES, "attendance");

            noor.goTo(home + "/attendance").sees("Nobody is on leave, or will be.");
            mara.goTo(home + "/leading").sees("Theo Brannigan asks for a leave").follow("Look at it");
            mara.press("The group agrees").sees("Agreed");
            theo.goTo(home).sees("You are on leave");
            noor.goTo(home + "/attendance").sees("Theo Brannigan").sees("Agreed");
            assertThat(noor.page().locator("main")).not().containsText("sent a word");
            noor.looksRight(PICTURES, "attendance-other");

            as(
                    here.chair(),
                    () -> PEERAGE.bean(Dates.class)
                            .set(here.group, today.plusDays(7).atTime(18, 0), ZoneId.of("Europe/Lisbon"), 240, "", ""));
            mara.goTo(home).follow("Who leads");
            mara.press("Let the members take turns").press("Hand out the turns");
            mara.sees("Leads: Noor Whitcombe").looksRight(PICTURES, "rota-chair");
            theo.goTo(home + "/rota").sees("Leads: Noor Whitcombe").looksRight(PICTURES, "rota");
            noor.goTo(home + "/rota").sees("Ask somebody to change with you");
            assertThat(noor.page().getByLabel("Ask somebody to change with you").locator("option"))
                    .hasText(new String[] {"Mara Example"});
            assertThat(theo.complaints())
                    .as("what was refused")
                    .singleElement()
                    .asString()
                    .contains("422");
            for (var visitor : List.of(mara, noor)) {
                assertThat(visitor.complaints()).isEmpty();
            }
        }
    }
}
