package org.peerage.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.tenancy.PersonId;

/// A witness sees whom they stand by, and says so before the day in one press.
class StandingByTests extends CommitmentsOfThree {

    @Test
    void aWitnessSeesWhomTheyStandByOnTheirFirstPage() {
        var id = commit(ada, noor, today.plusDays(10));
        assertThat(home(noor)).contains("Whom I stand by").contains("Member 1 in Tuesday Circle");
        assertThat(home(ada)).doesNotContain("Whom I stand by");
        assertThat(home(here.chair())).doesNotContain("Whom I stand by");
        Pages.seenBy(ada).post("/commitments/" + id + "/done", "version", "1");
        assertThat(home(noor)).doesNotContain("Whom I stand by");
    }

    @Test
    void oneWordBeforeTheDayReachesWhoeverPromised() {
        var id = commit(ada, noor, today.plusDays(10));
        assertThat(page(noor)).contains("Tell Member 1 that I stand by this");
        assertThat(encourage(noor, id).at()).isEqualTo(list());
        assertThat(encourage(noor, id).at()).as("pressed twice").isEqualTo(list());
        assertThat(notices(ada)).containsOnlyOnce("Member 2 stands by what you promised in Tuesday Circle");
        assertThat(page(ada)).contains("Member 2 has let you know that they stand by this.");
        assertThat(page(noor)).contains("You have let them know").doesNotContain("Tell Member 1 that I stand by this");
        assertThat(page(here.chair())).as("it is between the two").doesNotContain("stand by this");
        assertThat(notices(here.chair())).doesNotContain("stands by");
    }

    @Test
    void nobodyButItsWitnessSaysSoAndNotAfterTheDay() {
        var id = commit(ada, noor, today.plusDays(10));
        assertThat(encourage(ada, id).status()).isEqualTo(404);
        assertThat(encourage(here.chair(), id).status()).isEqualTo(404);
        assertRefused(encourage(noor, fallenDue()), "The day has passed, or it is closed already.");
        Pages.seenBy(ada).post("/commitments/" + id + "/done", "version", "1");
        assertRefused(encourage(noor, id), "The day has passed, or it is closed already.");
        assertThat(notices(ada)).doesNotContain("stands by");
    }

    private static Pages.Answer encourage(PersonId person, CommitmentId id) {
        return Pages.seenBy(person).post("/commitments/" + id + "/encouraged");
    }

    private String page(PersonId person) {
        return Pages.seenBy(person).get(list()).page().text();
    }

    private static String home(PersonId person) {
        return Pages.seenBy(person).get("/").page().text();
    }

    private static String notices(PersonId person) {
        return Pages.seenBy(person).get("/notices").page().text();
    }
}
