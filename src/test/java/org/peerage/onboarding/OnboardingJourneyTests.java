package org.peerage.onboarding;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;

/// The chair begins a list for somebody and names a buddy; the newcomer gives the pledge at their phone, and another of
/// the group learns nothing of it.
class OnboardingJourneyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Page.GetByLabelOptions EXACTLY = new Page.GetByLabelOptions().setExact(true);

    @Test
    void theChairBeginsTheNewcomerPledgesAndNobodyElseLearnsOfIt() {
        try (var mara = Visitor.atALaptop("Mara Example", PEERAGE.base());
                var theo = Visitor.atAPhone("Theo Brannigan", PEERAGE.base());
                var noor = Visitor.atALaptop("Noor Whitcombe", PEERAGE.base())) {
            var here = chairedBy(mara);
            here.seat(theo);
            here.seat(noor);
            var home = "/groups/" + here.group;

            mara.goTo(home).follow("The first ninety days").sees("Nobody is new.");
            mara.page().getByLabel("For", EXACTLY).selectOption("Theo Brannigan");
            mara.press("Begin").sees("Name a buddy for Theo Brannigan");
            mara.page().getByLabel("Buddy of Theo Brannigan").selectOption("Ola Berg");
            mara.press("Name the buddy").sees("Buddy: Ola Berg.");
            mara.looksRight(PICTURES, "onboarding-of-others");

            theo.goTo(home).follow("The first ninety days").sees("Buddy: Ola Berg.");
            var pledge = theo.page().locator("[data-point=pledge]");
            assertThat(pledge).containsText("open");
            theo.press("I will ask for help, and give it");
            assertThat(pledge).containsText("done");
            assertThat(pledge.getByRole(AriaRole.BUTTON)).containsText("Take back");
            theo.looksRight(PICTURES, "onboarding");

            mara.goTo(home + "/onboarding");
            assertThat(mara.page().locator("[data-point=pledge]")).containsText("done");
            noor.goTo(home + "/onboarding").sees("There is no list here that concerns you.");
            assertThat(noor.page().locator("main")).not().containsText("Theo Brannigan");
            noor.looksRight(PICTURES, "onboarding-none");
            for (var visitor : List.of(mara, theo, noor)) {
                assertThat(visitor.complaints()).isEmpty();
            }
        }
    }

    private static GroupFixture chairedBy(Visitor chair) {
        chair.enrol(PEERAGE.enrollingLink("/keys"));
        var here = GroupFixture.chairedBy(chair.person(), chair.name());
        here.open();
        here.letIn(here.aMember("Ola Berg"));
        return here;
    }
}
