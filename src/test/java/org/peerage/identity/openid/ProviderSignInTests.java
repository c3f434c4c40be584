package org.peerage.identity.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.identity.ShownKeys;
import org.peerage.identity.openid.RealProvider.Lie;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Signing in by a provider that runs beside the program, tells the truth, and then lies in every way that matters.
class ProviderSignInTests {

    private static final String AWAY = "/sign-in/openid/acme";
    private static final String BACK = AWAY + "/back";
    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final RealProvider PROVIDER = new RealProvider(PEERAGE.base().resolve(BACK));
    private static final Map<String, String> SETTINGS = Map.of(
            "PEERAGE_OPENID",
            "acme",
            "PEERAGE_OPENID_ACME_LABEL",
            "Acme",
            "PEERAGE_OPENID_ACME_ISSUER",
            PROVIDER.issuer().toString(),
            "PEERAGE_OPENID_ACME_CLIENT_ID",
            RealProvider.CLIENT,
            "PEERAGE_OPENID_ACME_CLIENT_SECRET",
            RealProvider.SECRET);

    private final Caller wren = Caller.enrolled(PEERAGE, "Wren Halloway");
    private final String account = "wren-" + wren.person();

    @BeforeAll
    static void theOperatorNamesIt() {
        SETTINGS.forEach(System::setProperty);
    }

    @AfterEach
    void itTellsTheTruthAgain() {
        PROVIDER.lies(Lie.NONE);
        SETTINGS.forEach(System::setProperty);
    }

    @AfterAll
    static void itIsGone() {
        SETTINGS.keySet().forEach(System::clearProperty);
        PROVIDER.close();
    }

    @Test
    void somebodyConnectsAnAccountSignsInByItAndDisconnectsIt() {
        assertThat(wren.page("/keys").select("a[href=/keys/openid]").text()).isEqualTo("Other ways to sign in");
        assertThat(wren.page("/keys/openid").text()).contains("Acme", "Connect with Acme");
        connects();
        assertThat(wren.page("/keys/openid").text()).contains("Connected", account + "@example.org", "Never");
        assertThat(wren.page("/keys/trail").text()).contains("A sign-in service was connected");

        var browser = Caller.stranger(PEERAGE);
        assertThat(browser.page("/sign-in").select("a[href=" + AWAY + "]").text())
                .isEqualTo("Sign in with Acme");
        assertThat(location(signsIn(browser, account, "?next=/help"))).isEqualTo("/help");
        assertThat(browser.page("/keys").text())
                .contains("A sign-in service has signed you in. It opens nothing", "by a sign-in service");
        assertThat(wren.page("/keys/trail").text()).contains("Signed in by a sign-in service");
        assertThat(wren.page("/keys/openid").text()).doesNotContain("Never");

        assertThat(location(wren.post(
                        "/keys/openid/remove",
                        Map.of("issuer", PROVIDER.issuer().toString()))))
                .isEqualTo("/keys/openid");
        assertThat(wren.page("/keys/trail").text()).contains("A sign-in service was disconnected");
        assertThat(browser.get("/keys/me").statusCode())
                .as("its session is over")
                .isIn(302, 401);
        assertThat(trouble(signsIn(browser, account, ""))).isEqualTo("unknown");
    }

    @Test
    void suchASessionReadsTheLobbyAndNothingElseUntilKeysAreShown() {
        var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
        here.seat(wren.person(), "Wren Halloway");
        connects();
        var browser = Caller.stranger(PEERAGE);
        signsIn(browser, account, "");
        for (var page : List.of(
                "/",
                "/networks/" + here.network,
                "/networks/" + here.network + "/groups",
                "/networks/" + here.network + "/directory",
                "/groups/" + here.group + "/meetings",
                "/groups/" + here.group + "/dates")) {
            var answer = browser.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body()).as(page).contains("A sign-in service has signed you in. You see");
        }
        for (var page : List.of(
                "/groups/" + here.group,
                "/groups/" + here.group + "/room",
                "/groups/" + here.group + "/files",
                "/networks/new",
                "/networks/" + here.network + "/groups.csv",
                "/networks/" + here.network + "/profile",
                "/keys/openid",
                "/keys/openid/acme",
                "/keys/trail",
                "/keys/kept.json",
                "/keys/new",
                "/mail",
                "/notices")) {
            assertThat(location(browser.get(page))).as(page).startsWith("/keys/proof");
        }
        assertThat(location(browser.post("/keys/name", Map.of("name", "Mallory"))))
                .startsWith("/keys/proof");
        assertThat(browser.json("POST", "/keys/new", "{}").statusCode()).isEqualTo(403);
        assertThat(browser.page("/keys/proof").text()).contains("A sign-in service has signed you in as Wren Halloway");
        assertThat(wren.page("/keys").text()).doesNotContain("Mallory");

        assertThat(ShownKeys.in(browser, wren).statusCode()).isEqualTo(200);
        assertThat(browser.get("/groups/" + here.group).statusCode()).isEqualTo(200);
        assertThat(browser.get("/").body()).doesNotContain("A sign-in service has signed you in");
        wren.post("/keys/openid/remove", Map.of("issuer", PROVIDER.issuer().toString()));
        assertThat(browser.get("/keys/me").statusCode())
                .as("it stands on the keys")
                .isEqualTo(200);
    }

    @Test
    void anAccountThatNobodyHasConnectedSignsNobodyInWhateverItIsCalled() {
        var address = account + "@example.org";
        wren.post("/mail/address", Map.of("address", address));
        assertThat(trouble(signsIn(Caller.stranger(PEERAGE), account, ""))).isEqualTo("unknown");
        assertThat(Caller.stranger(PEERAGE).page("/sign-in?trouble=unknown").text())
                .contains("This account is not connected yet, so it signs nobody in");
    }

    @Test
    void anAccountIsOnePersonsAndAPersonHasOneThere() {
        connects();
        var other = Caller.enrolled(PEERAGE, "Sam Placeholder");
        assertThat(connects(other, account)).isEqualTo("taken");
        assertThat(connects(wren, "second-" + account)).isEqualTo("taken");
        other.post("/keys/openid/remove", Map.of("issuer", PROVIDER.issuer().toString()));
        assertThat(location(signsIn(Caller.stranger(PEERAGE), account, ""))).isEqualTo("/");
    }

    @Test
    void nothingIsConnectedBeforeItsOwnerSaysYesAndOnlyWhoAskedIsAsked() {
        var answer = answer(wren, "/keys/openid/acme", account);
        assertThat(location(wren.get(answer))).isEqualTo("/keys/openid");
        assertThat(wren.page("/keys/openid").text())
                .contains("Is this your account at Acme?", account + "@example.org");
        wren.post("/keys/openid/forget", Map.of());
        assertThat(location(wren.post("/keys/openid/acme/connect", Map.of()))).isEqualTo("/keys/openid?trouble=stale");
        assertThat(wren.page("/keys/openid").text()).doesNotContain("Is this your account", "Never");

        var other = Caller.enrolled(PEERAGE, "Sam Placeholder");
        assertThat(location(other.get(answer(wren, "/keys/openid/acme", account))))
                .isEqualTo("/keys/openid?trouble=stale");
        assertThat(other.page("/keys/openid").text()).doesNotContain("Is this your account");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aLieLetsNobodyIn(Lie lie) {
        connects();
        PROVIDER.lies(lie);
        var browser = Caller.stranger(PEERAGE);
        assertThat(trouble(signsIn(browser, account, ""))).isEqualTo("refused");
        assertThat(browser.get("/keys/me").statusCode()).isIn(302, 401);
        assertThat(browser.page("/sign-in?trouble=refused").text())
                .contains("That sign-in service did not confirm who you are.");
    }

    @Test
    void aStateAndACodeAreGoodForOneAnswerInOneBrowser() {
        connects();
        var browser = Caller.stranger(PEERAGE);
        var answer = answer(browser, AWAY, account);
        assertThat(trouble(Caller.stranger(PEERAGE).get(answer))).as("stolen").isEqualTo("stale");
        assertThat(location(browser.get(answer))).isEqualTo("/");
        var again = Caller.stranger(PEERAGE);
        assertThat(trouble(again.get(answer))).as("replayed").isEqualTo("stale");

        var state = parameter(away(again, AWAY), "state");
        assertThat(trouble(again.get(BACK + "?state=" + state + "&code=" + parameter(URI.create(answer), "code"))))
                .as("another's code, with a state of one's own")
                .isEqualTo("refused");
        assertThat(trouble(again.get(BACK + "?state=" + state + "&code=x")))
                .as("once")
                .isEqualTo("stale");
        for (var nothing : List.of("", "?code=x", "?state=x&code=x", "?error=access_denied")) {
            assertThat(trouble(again.get(BACK + nothing))).as(nothing).isEqualTo("stale");
        }
        for (var refused :
                List.of("&error=access_denied", "&code=", "&code=%0D%0A", "&code=x&iss=https://other.example.org")) {
            var asked = parameter(away(again, AWAY), "state");
            assertThat(trouble(again.get(BACK + "?state=" + asked + refused)))
                    .as(refused)
                    .isEqualTo("refused");
        }
    }

    @Test
    void theBrowserIsSentWithAChallengeAndComesBackToOurselvesAlone() {
        connects();
        var asked = away(Caller.stranger(PEERAGE), AWAY);
        assertThat(parameter(asked, "redirect_uri"))
                .isEqualTo(encoded(PEERAGE.base().resolve(BACK).toString()));
        assertThat(parameter(asked, "code_challenge_method")).isEqualTo("S256");
        assertThat(parameter(asked, "response_type")).isEqualTo("code");
        assertThat(parameter(asked, "scope")).isEqualTo("openid");
        assertThat(parameter(asked, "nonce")).hasSizeGreaterThan(40);
        for (var elsewhere : List.of("https://evil.example.org/", "//evil.example.org/", "/\\evil.example.org")) {
            assertThat(location(signsIn(Caller.stranger(PEERAGE), account, "?next=" + encoded(elsewhere))))
                    .isEqualTo("/");
        }
    }

    @Test
    void aProviderThatIsSilentOrCallsItselfOtherwiseIsACalmPageAndACodeInTheLog() {
        var log = new ListAppender<ILoggingEvent>();
        var logger = (Logger) LoggerFactory.getLogger("org.peerage");
        log.start();
        logger.addAppender(log);
        try {
            var elsewhere = PROVIDER.issuer().toString().replace("localhost", "127.0.0.1");
            for (var issuer : List.of("http://localhost:1", elsewhere, PROVIDER.issuer() + "/nothing")) {
                System.setProperty("PEERAGE_OPENID_ACME_ISSUER", issuer);
                assertThat(trouble(Caller.stranger(PEERAGE).get(AWAY)))
                        .as(issuer)
                        .isEqualTo("down");
                assertThat(ProviderCheck.all(with("PEERAGE_OPENID_ACME_ISSUER", issuer)))
                        .allMatch(looked -> looked.complaint().isPresent());
            }
            System.setProperty("PEERAGE_OPENID_ACME_ISSUER", PROVIDER.issuer().toString());
            PROVIDER.lies(Lie.ISSUER);
            var browser = Caller.stranger(PEERAGE);
            var answer = answer(browser, AWAY, account);
            browser.get(answer);
            assertThat(log.list)
                    .map(ILoggingEvent::getFormattedMessage)
                    .contains("The provider acme has proved nothing: claims")
                    .contains("The provider acme does not answer as it should: down")
                    .noneMatch(line -> line.contains(account)
                            || line.contains(RealProvider.SECRET)
                            || line.contains("elsewhere.example.org")
                            || line.contains(parameter(URI.create(answer), "code")));
            assertThat(log.list).allMatch(line -> line.getThrowableProxy() == null);
        } finally {
            logger.detachAppender(log);
        }
        assertThat(Caller.stranger(PEERAGE).page("/sign-in?trouble=down").text())
                .contains("That sign-in service does not answer at the moment.");
        var german = Caller.stranger(PEERAGE)
                .send("GET", "/sign-in?trouble=down", "text/plain", "", Map.of("Accept-Language", "de"));
        assertThat(Jsoup.parse(german.body()).text())
                .contains("Dieser Anmeldedienst antwortet gerade nicht.", "Mit Acme anmelden");
    }

    @Test
    void aSecretThatIsNoneIsFoundByTheProviderAndAFileIsReadAtEachUse() {
        connects();
        System.setProperty("PEERAGE_OPENID_ACME_CLIENT_SECRET", "another");
        assertThat(trouble(signsIn(Caller.stranger(PEERAGE), account, ""))).isEqualTo("refused");
        System.setProperty("PEERAGE_OPENID_ACME_CLIENT_SECRET", "");
        assertThat(trouble(Caller.stranger(PEERAGE).get(AWAY))).isEqualTo("down");
    }

    @Test
    void theDoctorAsksIt() {
        assertThat(ProviderCheck.all(SETTINGS)).containsExactly(new ProviderCheck.Looked("acme", Optional.empty()));
        assertThat(ProviderCheck.all(Map.of())).isEmpty();
    }

    @Test
    void aLinkIsSeenAndMadeByItsOwnerAlone() {
        connects();
        var other = Caller.enrolled(PEERAGE, "Sam Placeholder");
        assertThat(links(wren.actor())).isEqualTo(1);
        assertThat(links(other.actor())).isZero();
        for (var actor : List.of(other.actor(), (Actor) new Actor.Program("sign-in"))) {
            assertThatThrownBy(() -> Acting.as(
                            actor,
                            () -> PEERAGE.inTransaction(() -> PEERAGE.bean(JdbcClient.class)
                                    .sql("""
                                    insert into identity.provider_link
                                        (issuer, subject, person_id, shown_as, connected_at)
                                    values ('https://forged.example.org', :subject, :person, 'x', now())
                                    """)
                                    .param("subject", Ids.next().toString())
                                    .param("person", wren.person().value())
                                    .update())))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private int links(Actor actor) {
        return Acting.as(
                actor,
                () -> PEERAGE.inTransaction(() -> PEERAGE.bean(JdbcClient.class)
                        .sql("select count(*) from identity.provider_link where person_id = :person")
                        .param("person", wren.person().value())
                        .query(Integer.class)
                        .single()));
    }

    private void connects() {
        assertThat(connects(wren, account)).isEmpty();
    }

    /// The word of what is wrong; empty where nothing is.
    private static String connects(Caller who, String account) {
        assertThat(location(who.get(answer(who, "/keys/openid/acme", account)))).isEqualTo("/keys/openid");
        var done = location(who.post("/keys/openid/acme/connect", Map.of()));
        return done.contains("trouble=") ? done.substring(done.indexOf('=') + 1) : "";
    }

    private static HttpResponse<String> signsIn(Caller browser, String account, String query) {
        return browser.get(answer(browser, AWAY + query, account));
    }

    /// Where the provider sends the browser back to.
    private static String answer(Caller browser, String path, String account) {
        var back = PROVIDER.signsIn(account, away(browser, path));
        assertThat(back.toString()).startsWith(PEERAGE.base().resolve(BACK) + "?");
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private static URI away(Caller browser, String path) {
        var asked = location(browser.get(path));
        assertThat(asked).startsWith(PROVIDER.issuer() + "/");
        return URI.create(asked);
    }

    private static Map<String, String> with(String name, String value) {
        var settings = new HashMap<>(SETTINGS);
        settings.put(name, value);
        return settings;
    }

    private static String parameter(URI address, String name) {
        for (var pair : address.getRawQuery().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new AssertionError("no " + name + " in " + address);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String trouble(HttpResponse<String> answer) {
        assertThat(location(answer)).as("%s", answer.statusCode()).startsWith("/sign-in?trouble=");
        return location(answer).substring("/sign-in?trouble=".length());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElse("")
                .replace(PEERAGE.base().toString(), "");
    }
}
