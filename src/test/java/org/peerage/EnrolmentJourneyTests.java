package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peerage.identity.PersonalLinks;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;

class EnrolmentJourneyTests {

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void aStrangerEnrolsAndSignsInAgainWithOneTouch() {
        var link = Acting.asProgram(
                "sign-in", () -> peerage.bean(PersonalLinks.class).issue("test.nothing", Ids.next(), "", "/keys"));
        try (var mara = Visitor.atALaptop("Mara Lindqvist", peerage.base())) {
            mara.enrol(link.url());
            mara.sees("Mara Lindqvist, these are the ways in");
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
}
