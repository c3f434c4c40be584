package org.peerage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnrolmentJourneyTests {

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void aStrangerEnrolsAndSignsInAgainWithOneTouch() {
        try (var mara = Visitor.atALaptop("Mara Lindqvist", peerage.base())) {
            mara.enrol(anInvitation());
            mara.sees("Mara Lindqvist, these are the ways in").sees("2 things open your keys, each by itself");
            assertThat(mara.accessibilityFindings()).isEmpty();
            mara.signsOut();
            var before = mara.prompts();
            mara.goTo("/sign-in?next=/keys").press("Sign in with my passkey").sees("these are the ways in");
            assertThat(mara.prompts() - before)
                    .as("touches for signing in and opening")
                    .isEqualTo(1);
            assertThat(mara.sent()).noneMatch(request -> request.contains("\"prf\""));
            assertThat(mara.complaints()).isEmpty();
        }
    }

    /// Older Windows Hello fails as a whole when PRF is asked for.
    @Test
    void anAuthenticatorThatRefusesPrfStillMakesAPasskeyThatSignsIn() {
        try (var tomas = Visitor.atALaptop("Tomas Villar", peerage.base())) {
            tomas.page().addInitScript("""
                    const create = navigator.credentials.create.bind(navigator.credentials);
                    navigator.credentials.create = (options) => options.publicKey.extensions?.prf
                      ? Promise.reject(new DOMException("refused", "UnknownError")) : create(options);
                    """);
            tomas.enrol(anInvitation());
            tomas.sees("Tomas Villar, these are the ways in").sees("Your ten words alone open your keys");
            tomas.signsOut();
            tomas.goTo("/sign-in?next=/keys").press("Sign in with my passkey").sees("these are the ways in");
            assertThat(tomas.complaints()).isEmpty();
        }
    }

    @Test
    void whoCameWithoutEncryptionIsToldSoAndBeginsNothing() {
        try (var wim = Visitor.atAPhone("Wim Aerts", peerage.base())) {
            wim.page().addInitScript("Object.defineProperty(window, 'isSecureContext', { get: () => false })");
            for (var path : List.of(anInvitation(), "/sign-in")) {
                wim.goTo(path).sees("Please open it at the address that begins with https");
                assertThat(wim.page().locator("main button:visible:enabled")).hasCount(0);
            }
        }
    }

    private String anInvitation() {
        return peerage.enrollingLink("/keys");
    }
}
