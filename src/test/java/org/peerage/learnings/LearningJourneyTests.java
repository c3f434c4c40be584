package org.peerage.learnings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;

/// Somebody writes down in a meeting what they have learned, tells one line and keeps another, and makes a commitment
/// of it; months later another member raises the topic, and finds them.
class LearningJourneyTests {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

    @Test
    void aLineIsWrittenBecomesACommitmentAndIsFoundAgain() {
        var peerage = RunningPeerage.shared();
        var here = GroupFixture.aGroup().with(3).inAnOpenRoom();
        var start = LocalDateTime.ofInstant(Instant.now(), ZONE).plusMinutes(5);
        var date = as(here.chair(), () -> peerage.bean(Dates.class).set(here.group, start, ZONE, 240, "", ""));
        var meetings = peerage.bean(Meetings.class);
        var meeting = as(here.chair(), () -> meetings.ofDate(date.value())).orElseThrow();
        var home = "/groups/" + here.group;
        try (var theo = Visitor.atAPhone("Theo Brannigan", peerage.base());
                var noor = Visitor.atALaptop("Noor Whitcombe", peerage.base())) {
            here.seat(theo);
            here.seat(noor);
            for (var act : new String[] {"start", "next-all-the-same", "next-all-the-same"}) {
                assertThat(as(here.chair(), () -> meetings.act(meeting, act, null)))
                        .isTrue();
            }
            theo.goTo(meeting.address() + "/live").opensTheRoom().press("I am here");
            var beside = theo.page().locator(".learned");
            learn(theo, "The foreman hires better than I do.", "Noor Whitcombe", "The group.");
            assertThat(beside.locator(".said")).hasText("The foreman hires better than I do.");
            assertThat(beside).containsText("from Noor Whitcombe");
            learn(theo, "I was afraid to ask.", "From nobody in particular", "Nobody but me.");
            assertThat(beside.locator(".said")).hasCount(2);
            assertThat(beside.locator(".said").last()).containsText("I was afraid to ask.");
            theo.looksRight(PICTURES, "learned-here");

            noor.goTo(home + "/learnings").opensTheRoom().sees("The foreman hires better than I do.");
            assertThat(noor.page().locator("sealed-text")).hasCount(1);

            theo.goTo(home + "/learnings").opensTheRoom();
            assertThat(theo.page().getByText("I was afraid to ask.")).isVisible();
            assertThat(theo.page().locator("small[data-readers]").first()).containsText("you");
            theo.press("I may be asked").sees("You may be asked.");
            theo.looksRight(PICTURES, "learnings");
            theo.page()
                    .locator("#learnings li", new Page.LocatorOptions().setHasText("foreman"))
                    .getByText("Make it a commitment")
                    .click();
            theo.opensTheRoom();
            assertThat(theo.page()
                            .locator("form[data-kind=commitment] textarea")
                            .first())
                    .hasValue("The foreman hires better than I do.");
            theo.page().locator("form[data-kind=commitment] textarea").first().fill("The foreman hires the next two.");
            theo.page()
                    .getByLabel("Who follows up with me?")
                    .selectOption(new SelectOption().setLabel("Noor Whitcombe"));
            theo.press("Commit to it");
            assertThat(theo.page().locator(".said").first()).hasText("The foreman hires the next two.");
            theo.goTo(home + "/learnings").opensTheRoom().sees("became a commitment");

            noor.goTo(home + "/parking-lot").opensTheRoom();
            assertThat(noor.page().locator("learned-before")).isHidden();
            noor.fill("What is it about?", "How do I hire somebody who sells?");
            assertThat(noor.page().locator("learned-before")).containsText("The foreman hires better than I do.");
            noor.looksRight(PICTURES, "learned-before");
            noor.press("Ask Theo Brannigan to tell me more").sees("Theo Brannigan has been asked.");
            noor.fill("What is it about?", "The boiler of the second depot.");
            assertThat(noor.page().locator("learned-before")).isHidden();

            theo.goTo("/notices")
                    .page()
                    .getByText("asks you to tell of something")
                    .click();
            theo.opensTheRoom().sees("Somebody asks you").press("Yes, I will").sees("You have said yes once.");
            noor.goTo("/notices").sees("Theo Brannigan").sees("will tell you more of what you asked about");
            assertThat(theo.complaints()).isEmpty();
            assertThat(noor.complaints()).isEmpty();
        }
    }

    private static void learn(Visitor visitor, String what, String from, String who) {
        var beside = visitor.page().locator(".learned");
        beside.locator("summary").click();
        beside.locator("textarea").fill(what);
        beside.getByLabel("From whom?").selectOption(new SelectOption().setLabel(from));
        beside.getByLabel("Nobody but me.").check();
        var readBy = beside.locator("[data-readers-line]");
        assertThat(readBy).hasText("Read by you");
        beside.getByLabel(who).check();
        assertThat(readBy).hasText(who.startsWith("Nobody") ? "Read by you" : "");
        beside.getByText("Write it down").click();
        beside.locator(".said").getByText(what).waitFor();
    }
}
