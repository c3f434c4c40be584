package org.peerage.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every act from every standing: what is not in the table is refused.
class ActTests {

    private static final List<String> TABLE = List.of(
            "nominated screen screened",
            "nominated join onboarding",
            "nominated decline declined",
            "nominated wait waiting",
            "applied screen screened",
            "applied join onboarding",
            "applied decline declined",
            "applied wait waiting",
            "screened ask-panel panel",
            "screened join onboarding",
            "screened decline declined",
            "screened wait waiting",
            "panel ask-to-visit visit",
            "panel call-ballot ballot",
            "panel join onboarding",
            "panel decline declined",
            "panel wait waiting",
            "visit call-ballot ballot",
            "visit join onboarding",
            "visit decline declined",
            "visit wait waiting",
            "ballot pass passed",
            "ballot fail declined",
            "ballot invite invited",
            "ballot join onboarding",
            "ballot decline declined",
            "ballot wait waiting",
            "passed invite invited",
            "passed join onboarding",
            "passed decline declined",
            "passed wait waiting",
            "invited join onboarding",
            "invited decline declined",
            "onboarding settle member",
            "onboarding decline declined",
            "declined join onboarding",
            "declined take-up nominated",
            "waiting join onboarding",
            "waiting decline declined",
            "waiting take-up visit");

    @Test
    void onlyWhatIsInTheTableIsAllowed() {
        var allowed = new ArrayList<String>();
        for (var standing : Standing.values()) {
            for (var act : Act.values()) {
                act.after(standing, Standing.VISIT)
                        .ifPresent(to -> allowed.add(standing.key() + " " + act.key() + " " + to.key()));
            }
        }
        assertThat(allowed).containsExactlyElementsOf(TABLE);
    }

    @Test
    void theNextActIsAllowedWhereItIsShown() {
        for (var standing : Standing.values()) {
            var next = standing.next();
            if (next == null) {
                assertThat(Standing.ENDED).contains(standing);
            } else {
                assertThat(next.after(standing, Standing.NOMINATED))
                        .as(standing.key())
                        .isPresent();
            }
        }
    }
}
