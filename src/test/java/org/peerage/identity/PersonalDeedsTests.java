package org.peerage.identity;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.identity.openid.ProviderDeeds;
import org.peerage.identity.trail.Deed;
import org.peerage.networks.NetworkFixture;
import org.peerage.sealing.Keyholder;
import org.springframework.security.web.webauthn.api.Bytes;
import tools.jackson.databind.json.JsonMapper;

/// What is done in somebody's name is done here once, as they or somebody else would do it, and stands in their chain.
/// What is done in a network: `NetworkDeedsTests`.
class PersonalDeedsTests {

    private static final String NEW_WORDS = "garden music river lemon stone winter paper silver orange forest";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Caller wren = Caller.enrolled(peerage, "Wren Halloway");
    private final Keyholder anew = Keyholder.create(wren.person().value(), Instant.now());

    static Stream<Deed> done() {
        return Stream.of(Deed.values()).filter(not(Deed::inNetwork));
    }

    @ParameterizedTest
    @MethodSource("done")
    void whatIsDoneInSomebodysNameStandsInTheirChain(Deed deed) throws Exception {
        assertThat(kinds()).containsExactly("enrolled");
        act(deed);
        assertThat(kinds()).contains(deed.word());
        assertThat(peerage.column(
                        "select person_id::text from identity.audit where chain = ?",
                        wren.person().value()))
                .containsOnly(wren.person().toString());
        if (deed == Deed.ERASED) {
            assertThat(kinds()).as("the chain of before is gone").containsExactly("erased");
            return;
        }
        var page = Pages.seenBy(wren.person()).get("/keys/trail").page();
        assertThat(page.select("dd[data-kind=" + deed.word() + "]").eachText())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("no sentence"));
        assertThat(page.select("own-trail > p.notice")).isEmpty();
    }

    /// A kind that nothing here does fails.
    private void act(Deed deed) throws Exception {
        switch (deed) {
            case ENROLLED -> assertThat(wren.person().value()).isNotEqualTo(new UUID(0, 0));
            case SIGNED_IN -> ByLink.signedIn(peerage, wren);
            case LOCKS_FETCHED -> done(wren.get("/keys/locks"));
            case LINK_MADE -> aChairMakesALink();
            case PASSKEY_ADDED -> aPasskey();
            case PASSKEY_REMOVED -> {
                var credential = aPasskey();
                var sig = signed(wren, wren.keys(), "remove", credential);
                done(wren.json("POST", "/keys/passkeys/remove", body("credential", credential, "sig", sig)));
            }
            case WORDS_REPLACED -> {
                var file = base64(wren.keys().lockWithWords(NEW_WORDS));
                var sig = signed(wren, wren.keys(), "words", file);
                done(wren.json("POST", "/keys/words", body("file", file, "sig", sig)));
            }
            case DEVICE_LINKED -> anotherDeviceIsLinked();
            case NEW_KEYS -> newKeys();
            case NEW_KEYS_AWAY -> {
                newKeys();
                var sig = signed(wren, wren.keys(), "take-back", "");
                done(wren.json("POST", "/keys/new/take-back", body("sig", sig)));
            }
            case NEW_KEYS_TAKEN -> {
                newKeys();
                assertThat(NetworkFixture.<Boolean>as(
                                wren.person(),
                                () -> peerage.bean(NewKeys.class)
                                        .takeOver(wren.person(), anew.card().fingerprint())))
                        .isTrue();
            }
            case ERASED -> {
                var sig = signed(wren, wren.keys(), "erase", "");
                done(wren.json("POST", "/keys/erase", body("sig", sig)));
            }
            case SIGNED_OUT -> wren.post("/sign-out", Map.of());
            case SESSION_ENDED -> {
                ByLink.signedIn(peerage, wren);
                wren.post("/keys/sessions/end-others", Map.of());
            }
            case KEPT_TAKEN -> done(wren.get("/keys/kept.json"));
            case TOKEN_MADE -> aToken();
            case TOKEN_ENDED -> {
                aToken();
                var end = wren.page("/tokens").expectFirst("form[action$=/end]").attr("action");
                wren.post(end, Map.of());
            }
            case PROVIDER_CONNECTED -> new ProviderDeeds(wren.person()).connects();
            case SIGNED_IN_BY_PROVIDER ->
                new ProviderDeeds(wren.person()).connects().comesIn();
            case PROVIDER_REMOVED -> new ProviderDeeds(wren.person()).connects().disconnects();
            default -> throw new AssertionError("nothing here does " + deed);
        }
    }

    private void aChairMakesALink() {
        var mara = Caller.enrolled(peerage, "Mara Lindqvist");
        GroupFixture.chairedBy(mara.person(), "Mara Lindqvist").seat(wren.person(), "Wren Halloway");
        done(mara.post("/sign-in-links/people/" + wren.person(), Map.of()));
    }

    private String aPasskey() throws Exception {
        var file = base64(wren.keys().lockWithWords(NEW_WORDS));
        var challenge = challenge(wren);
        var passkey = MadePasskey.answering(challenge, peerage.base());
        done(wren.json("POST", "/keys/passkeys", """
                {"passkey":%s,"device":"Laptop","file":"%s","sig":"%s"}""".formatted(
                        passkey, file, signature(wren.keys(), challenge, "passkey", file))));
        return passkey.get("id").asString();
    }

    /// As both devices would: the open one vouches for a number, the other comes with it, gets the keys, and signs.
    private void anotherDeviceIsLinked() {
        var phone = Caller.stranger(peerage);
        var number = base64(Arrays.copyOf(Bytes.random().getBytes(), 16));
        done(wren.json(
                "POST", "/keys/devices", body("number", number, "sig", signed(wren, wren.keys(), "device", number))));
        done(phone.json(
                "POST",
                "/sign-in/device",
                body("number", number, "recipient", anew.card().age(), "tag", "t".repeat(43))));
        var file = base64(wren.keys().lockWithWords(NEW_WORDS));
        done(wren.json(
                "POST",
                "/keys/devices/" + number + "/keys",
                body("file", file, "sig", signed(wren, wren.keys(), "device-keys", file))));
        var handed = phone.json("POST", "/sign-in/device/keys", body("number", number));
        done(handed);
        var sig = signature(
                wren.keys(), JSON.readTree(handed.body()).path("challenge").asString(), "device-sign-in", number);
        done(phone.json("POST", "/sign-in/device/proof", body("number", number, "sig", sig)));
    }

    private void newKeys() {
        var browser = ByLink.signedIn(peerage, wren);
        done(browser.json("POST", "/keys/new", """
                {"card":%s,"file":"%s","rooms":%s}""".formatted(
                        anew.card().json(),
                        base64(anew.lockWithWords(NEW_WORDS)),
                        anew.ownRooms(1, "{}").json())));
    }

    private void aToken() {
        var sig = signed(wren, wren.keys(), "token", "Board\nnetworks:read\n30");
        done(wren.json("POST", "/tokens", """
                {"name":"Board","scopes":["networks:read"],"days":30,"sig":"%s"}""".formatted(sig)));
    }

    private List<String> kinds() {
        return peerage.column(
                "select kind from identity.audit where chain = ? order by number",
                wren.person().value());
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(200);
    }

    private String signed(Caller by, Keyholder keys, String act, String about) {
        return signature(keys, challenge(by), act, about);
    }

    private static String challenge(Caller by) {
        return JSON.readTree(by.json("POST", "/keys/challenge", "{}").body())
                .path("challenge")
                .asString();
    }

    private String signature(Keyholder keys, String challenge, String act, String about) {
        return keys.signature(
                KeyChanges.LABEL,
                KeyChanges.content(wren.person(), Bytes.fromBase64(challenge), new KeyChanges.Signed(act, about, "")));
    }

    /// Names and values in turn.
    private static String body(String... fields) {
        var json = JSON.createObjectNode();
        for (var i = 0; i < fields.length; i += 2) {
            json.put(fields[i], fields[i + 1]);
        }
        return json.toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
