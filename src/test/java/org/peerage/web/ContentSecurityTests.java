package org.peerage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerage.Caller;
import org.peerage.RunningPeerage;

class ContentSecurityTests {

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Caller stranger = Caller.stranger(peerage);

    @Test
    void everyAnswerHasANonceOfItsOwn() {
        assertThat(nonce("/help")).isNotEqualTo(nonce("/help"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/sign-in", "/nothing-here", "/join/nobody"})
    void everyPageAllowsNothingButItsOwnPinnedScripts(String path) {
        var answer = stranger.get(path);
        var policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'", "require-trusted-types-for 'script'", "trusted-types htmx")
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Integrity-Policy")).contains("blocked-destinations=(script)");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "/help, text/html",
        "/sign-in, text/html",
        "STYLE, text/css",
        "SCRIPT, text/javascript",
    })
    void everyAnswerInLettersSaysWhichTheyAre(String asked, String kind) {
        var assets = peerage.bean(Assets.class);
        var path = switch (asked) {
            case "STYLE" -> assets.address("/style/base.css");
            case "SCRIPT" -> assets.address("/web/page.js");
            default -> asked;
        };
        var answer = stranger.get(path);
        assertThat(answer.headers().firstValue("Content-Type").map(type -> type.toLowerCase(Locale.ROOT)))
                .contains(kind + ";charset=utf-8");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void aRequestFromElsewhereChangesNothing(String site) {
        assertThat(stranger.send("POST", "/sign-in/options", "application/json", "{}", Map.of("Sec-Fetch-Site", site))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aBrowserThatOnlyNamesItsOriginIsCheckedByIt() {
        assertThat(stranger.send(
                                "POST",
                                "/sign-in/options",
                                "application/json",
                                "{}",
                                Map.of("Origin", "http://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(stranger.send(
                                "POST",
                                "/sign-in/options",
                                "application/json",
                                "{}",
                                Map.of("Origin", peerage.base().toString()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotThereAndWhatIsNotYoursLookTheSame() {
        var member = Caller.enrolled(peerage, "Otis Marlow");
        var missing = member.get("/groups/00000000-0000-7000-8000-000000000000");
        var nonsense = member.get("/no/such/page");
        assertThat(missing.statusCode()).isEqualTo(404).isEqualTo(nonsense.statusCode());
    }

    @Test
    void aStrangerIsAskedToSignInAndComesBackToWhereTheyWanted() {
        var answer = stranger.get("/keys");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?next=%2Fkeys");
    }

    private String nonce(String path) {
        var policy = stranger.get(path)
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        var found = Pattern.compile("'nonce-([^']+)'").matcher(policy);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
