package org.peerage.scheduling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;

/// Somebody at a telephone is asked when they can come, answers, and changes their mind.
class PollJourneyTests {

    private static final Path PICTURES = Path.of("target", "pictures", "scheduling");

    @Test
    void aMemberAnswersAtATelephoneAndTheDateThatMostCanMakeIsSet() {
        var base = RunningPeerage.shared().base();
        var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
        var poll = UUID.randomUUID().toString();
        Pages.seenBy(here.chair())
                .post(
                        "/groups/" + here.group + "/poll",
                        "request",
                        poll,
                        "day",
                        "2031-03-04",
                        "day",
                        "2031-03-11",
                        "time",
                        "12:00",
                        "time",
                        "18:00",
                        "zone",
                        "Pacific/Chatham",
                        "minutes",
                        "120",
                        "closes",
                        "2031-03-01");
        try (var theo = Visitor.atAPhone("Theo Brannigan", base)) {
            here.seat(theo);
            theo.goTo("/groups/" + here.group + "/dates").follow("When can everybody come?");
            theo.sees("Please answer by the end of Sat 1 March 2031");
            var options = theo.page().locator(".poll li");
            assertThat(options).hasCount(4);
            for (var option = 0; option < 4; option++) {
                options.nth(option)
                        .getByLabel(option == 3 ? "Yes" : "If need be")
                        .check();
            }
            theo.press("Save my answers").sees("Most can come on Tue 11 March 2031, 18:00");
            options.nth(3).getByLabel("No").check();
            theo.press("Save my answers");
            assertThat(options.nth(3)).containsText("0 yes, 0 if need be, 1 no");
            assertThat(theo.page().locator("#best")).containsText("Tue 4 March 2031, 12:00");
            theo.looksRight(PICTURES, "poll");
            var page = Pages.seenBy(here.chair())
                    .get("/groups/" + here.group + "/poll")
                    .page();
            var chosen = page.select("form[action$=/settle] input[name=option]").last();
            Pages.seenBy(here.chair()).post("/polls/" + poll + "/settle", "option", chosen == null ? "" : chosen.val());
            theo.goTo("/groups/" + here.group + "/dates").sees("Tue 11 March 2031, 18:00");
            theo.looksRight(PICTURES, "dates");
        }
    }
}
