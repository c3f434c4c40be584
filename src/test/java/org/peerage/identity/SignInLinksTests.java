package org.peerage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Signing in by a link: once, in time, and in the right browser.
class SignInLinksTests {

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Caller wren = Caller.enrolled(peerage, "Wren Halloway");

    @Test
    void aLinkSignsInOnceAndOpensNothing() {
        var link = link(Duration.ofHours(1), Optional.empty());
        var browser = Caller.stranger(peerage);
        assertThat(browser.page("/join/" + link.token()).text())
                .contains("This link signs in Wren Halloway, once.", "It opens no room.");
        assertThat(use(browser, link.token()).headers().firstValue("Location").orElse(""))
                .endsWith("/keys/proof");
        assertThat(browser.page("/keys/proof").text()).contains("Show your keys", "signed you in as Wren Halloway");
        assertThat(browser.get("/").headers().firstValue("Location").orElse(""))
                .as("the first page names groups")
                .endsWith("/keys/proof?next=%2F");
        assertThat(Caller.stranger(peerage).get("/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/keys/me").body()).contains(wren.person().toString());
        assertThat(browser.page("/keys").text()).contains("You signed in by a link");
        assertThat(wren.page("/keys").text()).doesNotContain("You signed in by a link");
        var again = use(Caller.stranger(peerage), link.token());
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).contains("This link no longer works", "Ask whoever gave it to you");
    }

    @Test
    void aLinkThatRanOutOrWasMadeUpOpensNothingAndSaysWhatToDo() {
        var late = link(Duration.ofSeconds(-1), Optional.empty());
        for (var token : List.of(late.token(), "A".repeat(27), "nonsense")) {
            var browser = Caller.stranger(peerage);
            var answer = use(browser, token);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("your chair or convener can make you a sign-in link");
            assertThat(browser.page("/join/" + token).text()).contains("This link no longer works");
            assertThat(browser.get("/keys/me").statusCode()).isIn(302, 401);
        }
    }

    @Test
    void aSignInLinkIsNoInvitation() {
        var link = link(Duration.ofHours(1), Optional.empty());
        assertThat(wren.post("/join/" + link.token() + "/accept", Map.of()).statusCode())
                .isEqualTo(404);
        var forged = Caller.stranger(peerage).json("POST", "/join/" + link.token(), """
                {"name":"Mallory","device":"","passkey":null,"rooms":{},"card":%s,"locks":[{"kind":"words","file":"%s"}]}""".formatted(
                        wren.keys().card().json(), "A".repeat(400)));
        assertThat(forged.statusCode()).isEqualTo(410);
        assertThat(use(Caller.stranger(peerage), link.token()).statusCode()).isEqualTo(302);
    }

    @Test
    void aSessionByALinkMakesNoMoreLinks() {
        var link = link(Duration.ofHours(1), Optional.empty());
        var browser = Caller.stranger(peerage);
        use(browser, link.token());
        var answer = browser.post("/sign-in-links/people/" + Ids.next(), Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("unproved");
    }

    @Test
    void whoAsksByMailGetsTheSameAnswerWhetherTheyAreKnownOrNot() {
        var address = "wren." + wren.person() + "@example.org";
        wren.post("/mail/address", Map.of("address", address));
        var asker = Caller.stranger(peerage);
        var known = asker.post("/sign-in/mail", Map.of("address", address));
        var unknown = Caller.stranger(peerage).post("/sign-in/mail", Map.of("address", "nobody@example.org"));
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(302);
        assertThat(known.headers().firstValue("Location"))
                .isEqualTo(unknown.headers().firstValue("Location"));
        assertThat(asker.page("/sign-in?asked=true").text()).contains("one with a link is on its way now");

        var token = tokenIn(letters(wren.person()).getFirst());
        assertThat(Caller.stranger(peerage).page("/join/" + token).text())
                .contains("opens only in the browser in which it was asked for");
        assertThat(use(Caller.stranger(peerage), token).statusCode()).isEqualTo(404);
        assertThat(asker.page("/join/" + token).text()).contains("This link signs in Wren Halloway, once.");
        assertThat(use(asker, token).statusCode()).isEqualTo(302);
        assertThat(asker.page("/keys").text()).contains("Sent to you by mail");
        assertThat(asker.get("/mail").headers().firstValue("Location").orElse(""))
                .as("a letter to one's address is changed by nobody who only holds a link")
                .endsWith("/keys/proof?next=%2Fmail");
    }

    @Test
    void afterFiveLettersInAnHourNoMoreGoOutAndTheAnswerStays() {
        OneStretch.of(Duration.ofHours(1), times -> {
            var address = "often" + times + "." + wren.person() + "@example.org";
            wren.post("/mail/address", Map.of("address", address));
            var before = letters(wren.person()).size();
            for (var time = 0; time < 7; time++) {
                assertThat(Caller.stranger(peerage)
                                .post("/sign-in/mail", Map.of("address", address))
                                .statusCode())
                        .isEqualTo(302);
            }
            assertThat(letters(wren.person())).hasSize(before + 5);
        });
    }

    @Test
    void whomALinkLetsInSeesItAndTakesItBack() {
        var link = link(Duration.ofHours(1), Optional.empty());
        assertThat(wren.page("/keys").text()).contains("Made at the console of the server");
        assertThat(Caller.enrolled(peerage, "Somebody Else")
                        .post("/keys/links/" + link.id() + "/revoke", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(Caller.stranger(peerage).get("/join/" + link.token()).statusCode())
                .isEqualTo(200);
        wren.post("/keys/links/" + link.id() + "/revoke", Map.of());
        assertThat(use(Caller.stranger(peerage), link.token()).statusCode()).isEqualTo(404);
        assertThat(wren.page("/keys").text()).contains("Taken back");
    }

    private PersonalLinks.Issued link(Duration lifetime, Optional<String> browser) {
        return Acting.asProgram(
                "sign-in",
                () -> peerage.inTransaction(() -> peerage.bean(PersonalLinks.class)
                        .insert(PersonalLinks.Wanted.signIn(wren.person(), "Wren Halloway", lifetime, "", browser))));
    }

    private static java.net.http.HttpResponse<String> use(Caller browser, String token) {
        return browser.post("/sign-in/link/" + token, Map.of());
    }

    private List<String> letters(PersonId person) {
        return Acting.as(
                new Actor.Program("mail"),
                () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                        .sql("""
                        select body from mail.letter where to_person = :person and kind = 'identity.letter.link'
                        order by posted_at desc
                        """)
                        .param("person", person.value())
                        .query(String.class)
                        .list()));
    }

    private static String tokenIn(String body) {
        var found = Pattern.compile("/join/([A-Za-z0-9_-]{27})").matcher(body);
        assertThat(found.find()).isTrue();
        assertThat(body).contains("This link signs in Wren Halloway");
        return found.group(1);
    }
}
