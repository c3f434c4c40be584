package org.peerage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.web.Frames;
import org.springframework.mock.web.MockHttpServletRequest;

/// The sign-in page with a mail server and without.
class SignInPageTests {

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void aLinkIsOfferedByMailOnlyWhereLettersGoOut() {
        assertThat(page(true, false).select("form[action='/sign-in/mail'] input[type=email]"))
                .hasSize(1);
        assertThat(page(false, false).select("form[action='/sign-in/mail']")).isEmpty();
        assertThat(Caller.stranger(peerage).page("/sign-in").select("form[action='/sign-in/mail']"))
                .as("this instance has no mail server")
                .isEmpty();
    }

    @Test
    void whoeverHasNoPasskeyIsToldWhatToDoEitherWay() {
        for (var byMail : new boolean[] {true, false}) {
            assertThat(page(byMail, false).text()).contains("Ask your chair or convener for a one-time sign-in link");
        }
        assertThat(page(true, true).select("[role=status]").text())
                .contains("one with a link is on its way now", "Nothing came?");
    }

    @Test
    void aForeignAddressIsNoPlaceToGoAfterSigningIn() {
        for (var next : new String[] {"https://example.org/", "//example.org", "/\\example.org"}) {
            var page = Caller.stranger(peerage).page("/sign-in?next=" + next.replace("\\", "%5C"));
            assertThat(page.expectFirst("#sign-in").attr("data-next")).isEqualTo("/");
        }
    }

    private Document page(boolean byMail, boolean asked) {
        return Jsoup.parse(peerage.bean(Frames.class)
                .render(
                        new MockHttpServletRequest(),
                        "identity/signIn.jte",
                        Map.of(
                                "page",
                                new SignInController.SignInPage("/", byMail, asked, List.of(), Optional.empty()))));
    }
}
