package org.peerage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.Transactions;
import org.peerage.sealing.Keyholder;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import tools.jackson.databind.json.JsonMapper;

/// What a session may do to a person's keys: nothing, without the keys.
class KeysPageTests {

    private static final String NEW_WORDS = "garden music river lemon stone winter paper silver orange forest";

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Caller wren = Caller.enrolled(peerage, "Wren Halloway");

    @Test
    void newWordsTakeThePlaceOfTheOldOnesWhenTheKeysSignForThem() {
        var before = wren.get("/keys/locks").body();
        var file = base64(wren.keys().lockWithWords(NEW_WORDS));
        assertThat(words(wren, wren.keys(), file).statusCode()).isEqualTo(200);
        var after = wren.get("/keys/locks").body();
        assertThat(after).contains(file).isNotEqualTo(before);
        var page = wren.page("/keys");
        assertThat(page.select("#ten-words ~ dl dt").eachText()).containsExactly("Made", "Last used");
        assertThat(page.select("#ten-words + p").text()).contains("sealed for you alone", "it is lost");
    }

    /// Spring Session reads the open sessions in a transaction of its own.
    @Test
    void thePageIsReadInOneTransactionAndTheSessionsInAnother() throws Exception {
        var person = new Actor.Person(wren.person());
        var pages = peerage.bean(KeysPages.class);
        assertThat(Transactions.of(() -> Acting.as(person, () -> pages.keys(person.id(), false, ""))))
                .isEqualTo(2);
        assertThat(Transactions.of(() -> Acting.as(person, () -> pages.proof(person.id(), "/"))))
                .isEqualTo(1);
    }

    @Test
    void aSessionWithoutTheKeysChangesNothing() {
        var before = wren.get("/keys/locks").body();
        var thief = ByLink.signedIn(peerage, wren);
        var foreign = Keyholder.create(wren.person().value(), java.time.Instant.EPOCH);
        var file = base64(foreign.lockWithWords(NEW_WORDS));
        var stolen = wren;
        for (var answer : List.of(
                words(stolen, foreign, file),
                stolen.json("POST", "/keys/words", body(Map.of("file", file, "sig", "A".repeat(86)))),
                stolen.json("POST", "/keys/words", body(Map.of("file", file, "sig", ""))),
                remove(stolen, foreign, "AAAA"),
                prove(thief, foreign))) {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("identity.keys.wrong.proof");
        }
        for (var answer : List.of(words(thief, foreign, file), remove(thief, foreign, "AAAA"))) {
            assertThat(answer.statusCode()).as("a link alone does not even ask").isEqualTo(403);
        }
        assertThat(wren.get("/keys/locks").body()).isEqualTo(before);
        assertThat(thief.post("/sign-in-links/people/" + wren.person(), Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSignatureIsGoodForOneChallengeAndOneAct() {
        var challenge = challenge(wren);
        var file = base64(wren.keys().lockWithWords(NEW_WORDS));
        var signature = signature(wren.keys(), challenge, "words", file);
        var other = base64(wren.keys().lockWithWords(NEW_WORDS));
        assertThat(wren.json("POST", "/keys/words", body(Map.of("file", other, "sig", signature)))
                        .statusCode())
                .as("for another file")
                .isEqualTo(422);
        assertThat(wren.json("POST", "/keys/words", body(Map.of("file", file, "sig", signature)))
                        .statusCode())
                .as("the challenge is spent")
                .isEqualTo(422);
    }

    @Test
    void aSessionByALinkCountsOnceItHasShownTheKeys() {
        var browser = ByLink.signedIn(peerage, wren);
        assertThat(browser.page("/keys").text()).contains("You signed in by a link");
        assertThat(prove(browser, wren.keys()).statusCode()).isEqualTo(200);
        assertThat(browser.page("/keys").text()).doesNotContain("You signed in by a link");
        assertThat(browser.post("/sign-in-links/people/" + UUID.randomUUID(), Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoAsksForTheLocksSixtyTimesIsSlowedAndNotShutOut() {
        OneStretch.of(Duration.ofHours(1), _ -> {
            var asker = Caller.enrolled(peerage, "Wren Halloway");
            asker.post("/mail/address", Map.of("address", "wren." + asker.person() + "@example.org"));
            for (var time = 0; time < 63; time++) {
                assertThat(asker.get("/keys/locks").statusCode()).isEqualTo(200);
            }
            assertThat(asker.page("/mail").text()).containsOnlyOnce("Your locked keys were asked for unusually often");
        });
    }

    @Test
    void whoHoldsALinkCannotKeepTheOwnerFromShowingTheirKeys() {
        OneStretch.of(Duration.ofMinutes(10), _ -> {
            var thief = ByLink.signedIn(peerage, wren);
            var status = 200;
            for (var time = 0; time < 70; time++) {
                status = thief.json("POST", "/keys/challenge", "{}").statusCode();
            }
            assertThat(status).as("the thief is stopped").isEqualTo(429);
        });
        var file = base64(wren.keys().lockWithWords(NEW_WORDS));
        assertThat(words(wren, wren.keys(), file).statusCode()).isEqualTo(200);
        assertThat(prove(ByLink.signedIn(peerage, wren), wren.keys()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theLastLockStaysAndThePageSaysWhy() {
        var credential = base64("a passkey of Wren".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(locks()).startsWith("Your ten words alone open your keys.").contains("two members", "add a second");
        addPasskey(credential);
        assertThat(locks())
                .startsWith("2 things open your keys, each by itself")
                .doesNotContain("add a second");
        assertThat(wren.page("/keys").select("[data-remove]")).hasSize(1);
        assertThat(remove(wren, wren.keys(), base64("another".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .body())
                .contains("identity.keys.wrong.gone");
        asWren("delete from identity.lock where kind = 'words'");
        assertThat(wren.page("/keys").text()).contains("Nothing else would open your rooms", "You have no words.");
        assertThat(locks()).startsWith("One passkey alone opens your keys.");
        assertThat(wren.page("/keys").select("[data-locks-next] a").eachAttr("href"))
                .containsExactly("#device", "#another-device", "#new-words");
        assertThat(wren.page("/keys").select("[data-remove]")).isEmpty();
        assertThat(remove(wren, wren.keys(), credential).body()).contains("identity.keys.wrong.last");
        assertThat(wren.get("/keys/locks").body()).contains(credential);
        assertThat(words(wren, wren.keys(), base64(wren.keys().lockWithWords(NEW_WORDS)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(remove(wren, wren.keys(), credential).statusCode()).isEqualTo(200);
        assertThat(wren.get("/keys/locks").body()).doesNotContain(credential);
    }

    /// What is said of the locks, without what is hidden where there is more than one.
    private String locks() {
        var said = wren.page("/keys").expectFirst("[data-locks]");
        said.select("[hidden]").remove();
        return said.text();
    }

    @Test
    void oneSignsOutThereAndEverywhereElse() {
        var phone = ByLink.signedIn(peerage, wren);
        var laptop = ByLink.signedIn(peerage, wren);
        var cards = wren.page("/keys").select("#sessions ~ ul > li");
        assertThat(cards).hasSize(3);
        assertThat(cards.eachText()).filteredOn(text -> text.contains("Here")).hasSize(1);
        assertThat(cards.eachText())
                .filteredOn(text -> text.contains("By a link"))
                .hasSize(2);

        var somebody = Caller.enrolled(peerage, "Somebody Else");
        var end = wren.page("/keys").select("form[action$=/end]").eachAttr("action");
        somebody.post(end.getFirst(), Map.of());
        assertThat(wren.page("/keys").select("#sessions ~ ul > li")).hasSize(3);
        wren.post(end.getFirst(), Map.of());
        assertThat(List.of(signedIn(phone), signedIn(laptop))).containsExactlyInAnyOrder(true, false);
        wren.post("/keys/sessions/end-others", Map.of());
        assertThat(List.of(signedIn(phone), signedIn(laptop), signedIn(wren), signedIn(somebody)))
                .containsExactly(false, false, true, true);
    }

    private static boolean signedIn(Caller caller) {
        return caller.get("/keys/me").statusCode() == 200;
    }

    @Test
    void whenALockOpenedIsKnownToItsOwnerAlone() {
        assertThat(wren.page("/keys").text()).contains("Never yet");
        var lock = JsonMapper.shared()
                .readTree(wren.get("/keys/locks").body())
                .get(0)
                .get("id")
                .asString();
        Caller.enrolled(peerage, "Somebody Else").json("POST", "/keys/locks/" + lock + "/opened", "{}");
        assertThat(wren.page("/keys").text()).contains("Never yet");
        assertThat(wren.json("POST", "/keys/locks/" + lock + "/opened", "{}").statusCode())
                .isEqualTo(204);
        assertThat(wren.page("/keys").text()).doesNotContain("Never yet");
    }

    private HttpResponse<String> words(Caller caller, Keyholder keys, String file) {
        var signature = signature(keys, challenge(caller), "words", file);
        return caller.json("POST", "/keys/words", body(Map.of("file", file, "sig", signature)));
    }

    private HttpResponse<String> remove(Caller caller, Keyholder keys, String credential) {
        var signature = signature(keys, challenge(caller), "remove", credential);
        return caller.json("POST", "/keys/passkeys/remove", body(Map.of("credential", credential, "sig", signature)));
    }

    private HttpResponse<String> prove(Caller caller, Keyholder keys) {
        return caller.json("POST", "/keys/proof", body(Map.of("sig", signature(keys, challenge(caller), "prove", ""))));
    }

    private static String challenge(Caller caller) {
        var answer = caller.json("POST", "/keys/challenge", "{}").body();
        return JsonMapper.shared().readTree(answer).get("challenge").asString();
    }

    private String signature(Keyholder keys, String challenge, String act, String about) {
        var content =
                KeyChanges.content(wren.person(), Bytes.fromBase64(challenge), new KeyChanges.Signed(act, about, ""));
        return keys.signature(KeyChanges.LABEL, content);
    }

    private void addPasskey(String credential) {
        asWren("""
                insert into identity.passkey
                    (credential_id, person_id, public_key, signature_count, backup_eligible, backup_state, transports,
                     label, created_at, used_at)
                values (decode(translate('%s', '-_', '+/') || '%s', 'base64'), '%s', 'x', 0, false, false, '', 'Laptop',
                        now(), now())
                """.formatted(credential, "=".repeat((4 - credential.length() % 4) % 4), wren.person()));
        asWren("""
                insert into identity.lock (id, person_id, kind, credential_id, file, created_at)
                select gen_random_uuid(), person_id, 'passkey', credential_id, convert_to(repeat('x', 200), 'UTF8'), now()
                from identity.passkey
                """);
    }

    private void asWren(String statement) {
        Acting.as(
                wren.actor(),
                () -> peerage.inTransaction(
                        () -> peerage.bean(JdbcClient.class).sql(statement).update()));
    }

    private static String body(Map<String, String> fields) {
        return JsonMapper.shared().writeValueAsString(fields);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
