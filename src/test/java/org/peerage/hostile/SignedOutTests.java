package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Where somebody has signed out, here or elsewhere, nothing stays readable.
class SignedOutTests extends RoomUnderAttack {

    @Test
    void oneWindowsSignOutClosesTheOthers() {
        writes(JON, "Read in two windows");
        var other = JON.page().context().newPage();
        try {
            other.navigate(PEERAGE.base() + PAGE);
            other.getByText("Read in two windows").waitFor();
            JON.goTo("/").signsOut();
            other.getByText("The room is sealed on this device.").waitFor();
            assertThat(other.getByText("Read in two windows")).hasCount(0);
            assertThat(other.content()).doesNotContain("Read in two windows");
        } finally {
            other.close();
            signsIn();
        }
    }

    @Test
    void aSessionEndedElsewhereClosesTheRoomsWithinHalfAMinute() {
        writes(JON, "Read until the session ends");
        var page = JON.page().context().newPage();
        try {
            page.clock().install();
            page.navigate(PEERAGE.base() + PAGE);
            page.getByText("Read until the session ends").waitFor();
            page.clock().fastForward("00:30");
            page.waitForResponse("**/keys/resume", () -> page.clock().fastForward("00:21"));
            assertThat(page.getByText("Read until the session ends")).hasCount(1);

            JON.page().context().clearCookies();
            page.clock().fastForward("00:30");
            page.getByText("The room is sealed on this device.").waitFor();
            assertThat(page.getByText("Read until the session ends")).hasCount(0);
            assertThat(page.content()).doesNotContain("Read until the session ends");
        } finally {
            page.close();
            signsIn();
        }
    }

    /// Also from a page that has no room on it, and what a link to be let in has left.
    @Test
    void whatCouldBeTakenUpAgainIsGoneBeforeTheServerHears() {
        writes(JON, "Read before signing out");
        try {
            JON.goTo("/help");
            JON.page().evaluate("""
                    () => {
                      localStorage.setItem("asking 018f0000-0000-7000-8000-000000000001", "{}");
                      sessionStorage.setItem("a room and a card", "{}");
                    }""");
            JON.signsOut();
            assertThat(JON.page().evaluate("""
                    () => new Promise((resolve, reject) => {
                      const opening = indexedDB.open("peerage");
                      opening.onerror = () => reject(opening.error);
                      opening.onsuccess = () => {
                        const kept = opening.result.transaction("session").objectStore("session").count();
                        kept.onsuccess = () => {
                          opening.result.close();
                          resolve(kept.result);
                        };
                      };
                    })""")).isEqualTo(0);
            assertThat(
                            JON.page()
                                    .evaluate(
                                            "() => Object.keys(localStorage).filter((name) => name.startsWith('asking ')).length"))
                    .isEqualTo(0);
            assertThat(JON.page().evaluate("() => sessionStorage.getItem('a room and a card')"))
                    .isNull();
        } finally {
            signsIn();
        }
    }

    private static void signsIn() {
        JON.goTo("/sign-in").press("Sign in with my passkey");
        JON.page().waitForURL(url -> !url.contains("/sign-in"));
    }
}
