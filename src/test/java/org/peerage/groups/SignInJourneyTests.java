package org.peerage.groups;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.networks.NetworkFixture;
import org.peerage.tenancy.Ids;

/// A member loses the laptop with the only passkey, and is back in the room an hour later.
class SignInJourneyTests {

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final List<String> findings = new ArrayList<>();

    @Test
    void aLostPasskeyIsReplacedWithALinkFromTheChairAndTheTenWords() {
        var convener = Caller.enrolled(peerage, "Carla Convener", "networks.found", Ids.next());
        var here = GroupFixture.aGroupIn(NetworkFixture.aNetworkOf(convener.person()), convener.person());
        var home = peerage.base() + "/groups/" + here.group;
        try (var chair = Visitor.atALaptop("Mara Chair", peerage.base());
                var laptop = Visitor.atALaptop("Ben Member", peerage.base());
                var phone = Visitor.atAPhone("Ben Member", peerage.base())) {
            chairOpensTheRoom(here, convener, chair, home);
            memberComesIn(here, chair, laptop, home);
            laptop.goTo(home + "/room").sees("The room is open on this device.");

            phone.goTo("/sign-in").sees("Ask your chair or convener for a one-time sign-in link");
            look(phone);
            var link = aLink(chair, home);
            phone.goTo(link).sees("This link signs in Ben Member, once.").sees("It opens no room.");
            look(phone);
            phone.press("Sign in").sees("Show your keys");
            look(phone);
            phone.goTo(home + "/room").sees("Before anything of yours is shown here");
            phone.fill("Your ten words", "river lemon stone").press("Go on").sees("Those are not your ten words.");
            phone.fill("Your ten words", String.join(" ", laptop.words())).press("Go on");
            phone.sees("The room is open on this device.");

            phone.goTo("/keys").fill("Your ten words", String.join(" ", laptop.words()));
            phone.press("Open with my words");
            phone.sees("Your keys are open on this page, and your rooms on this device.");
            look(phone);
            phone.fill("Name of the new passkey", "Ben’s phone").press("Add a passkey");
            phone.heading("Ben’s phone").waitFor();
            assertThat(phone.page().locator("[data-credential]")).hasCount(2);
            phone.goTo(home + "/room").sees("The room is open on this device.");

            phone.signsOut();
            var before = phone.prompts();
            phone.goTo("/sign-in?next=/groups/" + here.group + "/room").press("Sign in with my passkey");
            phone.sees("The room is open on this device.");
            assertThat(phone.prompts() - before)
                    .as("touches for signing in and opening")
                    .isEqualTo(1);

            phone.goTo("/keys");
            phone.press("Open with a passkey").sees("Your keys are open on this page");
            var old = card(phone, "[data-credential]").filter(new Locator.FilterOptions().setHasNotText("Ben’s phone"));
            old.locator("summary").click();
            look(phone);
            old.locator("[data-remove]").click();
            assertThat(phone.page().locator("[data-credential]")).hasCount(1);
            phone.press("Sign out everywhere else");
            assertThat(phone.page().locator("#sessions ~ ul > li")).hasCount(1);
            laptop.goTo("/keys");
            assertThat(laptop.page().url()).contains("/sign-in");
            laptop.press("Sign in with my passkey").sees("That passkey is not known here");

            for (var visitor : List.of(chair, laptop, phone)) {
                assertThat(visitor.sent())
                        .as("requests of " + visitor.name())
                        .noneMatch(request -> request.contains("\"prf\"")
                                || request.contains("AGE-SECRET-KEY")
                                || request.contains(String.join(" ", laptop.words())));
            }
            assertThat(phone.complaints()).isEmpty();
            assertThat(findings).isEmpty();
        }
    }

    @Test
    void twoPasskeysAndNewWordsEachOpenTheSameKeys() {
        var invitation = peerage.enrollingLink("/keys");
        try (var noor = Visitor.atALaptop("Noor Example", peerage.base())) {
            noor.enrol(invitation);
            var oldWords = noor.words();
            noor.press("Open with a passkey").sees("Your keys are open on this page");
            noor.withSecurityKey();
            noor.fill("Name of the new passkey", "Blue security key").press("Add a passkey");
            noor.heading("Blue security key").waitFor();
            look(noor);
            noor.press("Open with a passkey").sees("Your keys are open on this page");

            noor.press("Make new words").sees("the old ones open nothing any more");
            look(noor);
            noor.keepsNewWords();
            noor.page().waitForFunction("() => document.querySelector('[data-step=words]').hidden");
            assertThat(noor.words()).isNotEqualTo(oldWords);
            noor.fill("Your ten words", String.join(" ", oldWords)).press("Open with my words");
            noor.sees("Those are not your ten words.");
            noor.fill("Your ten words", String.join(" ", noor.words())).press("Open with my words");
            noor.sees("Your keys are open on this page");

            noor.signsOut();
            noor.goTo("/sign-in?next=/keys").press("Sign in with my passkey").sees("these are the ways in");
            assertThat(noor.sent()).noneMatch(request -> request.contains("\"prf\""));
            assertThat(noor.complaints()).isEmpty();
            assertThat(findings).isEmpty();
        }
    }

    private void chairOpensTheRoom(GroupFixture here, Caller convener, Visitor chair, String home) {
        var seat = here.aSeat("Beacon Mills");
        here.appoint(seat);
        chair.enrol(invitation(here, convener, seat)).sees("Settle the charter");
        chair.follow("Read the charter").press("Sign the charter").sees("Open the room");
        chair.follow("To the room").press("Open the room").sees("Opened the room");
        chair.goTo(home);
    }

    private void memberComesIn(GroupFixture here, Visitor chair, Visitor member, String home) {
        here.aSeat("Harbour Works");
        chair.goTo(home + "/seats");
        card(chair, "li.card")
                .filter(new Locator.FilterOptions().setHasText("Harbour Works"))
                .getByText("Make a personal link")
                .click();
        chair.sees("Ready. Its second half");
        var field = chair.page().getByLabel("Personal link");
        member.enrol(field.inputValue()).sees("Sign the charter").follow("Read and sign");
        member.press("Sign the charter")
                .sees("this is the room that it is for")
                .press("Ask to be let in")
                .sees("You are at the door");
        chair.goTo(home + "/room").sees("It is the person you gave the link to");
        chair.page().getByLabel("Let in Ben Member").check();
        chair.press("Let in").sees("Let in by personal link");
        member.goTo(home + "/room").opensTheRoom();
    }

    private String aLink(Visitor chair, String home) {
        chair.goTo(home).follow("Somebody lost their passkey").sees("Whom is it for?");
        look(chair);
        chair.press("Make a sign-in link Ben Member").sees("A link for Ben Member");
        look(chair);
        var link = chair.page().getByLabel("One-time sign-in link").inputValue();
        assertThat(URI.create(link).getPath()).startsWith("/join/");
        return link;
    }

    private static Locator card(Visitor visitor, String selector) {
        return visitor.page().locator(selector);
    }

    private static String invitation(GroupFixture here, Caller inviter, UUID seat) {
        var row = inviter.post("/groups/" + here.group + "/seats/" + seat + "/link", Map.of());
        return Jsoup.parse(row.body())
                .expectFirst("personal-link[data-url^=http]")
                .attr("data-url");
    }

    private void look(Visitor visitor) {
        visitor.accessibilityFindings()
                .forEach(finding ->
                        findings.add(visitor.name() + " at " + visitor.page().url() + ": " + finding));
        var wide = (Boolean)
                visitor.page().evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (Boolean.TRUE.equals(wide)) {
            findings.add(visitor.name() + " at " + visitor.page().url() + ": scrolls sideways");
        }
    }
}
