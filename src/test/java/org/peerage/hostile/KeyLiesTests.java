package org.peerage.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.peerage.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A server that lies about keys: the files that open them, the copies that were handed on, the passkey's questions.
class KeyLiesTests extends RoomUnderAttack {

    private static final String LOCKS = "/keys/locks";

    @Test
    void theLockOfSomebodyElse() {
        var others = locksOf(MARA);
        onANewDevice(JON);
        refused(
                JON,
                Lie.inJson("replaced lock file", LOCKS, mine -> {
                    for (var one : mine) {
                        var kind = one.path("kind").asString();
                        others.forEach(other -> {
                            if (other.path("kind").asString().equals(kind)) {
                                ((ObjectNode) one)
                                        .put("file", other.path("file").asString());
                            }
                        });
                    }
                    return mine;
                }),
                "does not open your keys",
                () -> opens(JON));
        assertThat(state(JON)).isNotEqualTo("open");
    }

    /// A file that would keep the machine busy for hours is not begun: the sentence comes.
    @Test
    void aLockThatTakesHours() {
        onANewDevice(JON);
        refused(
                JON,
                Lie.inJson("huge scrypt factor", LOCKS, mine -> {
                    for (var one : mine) {
                        if (one.path("kind").asString().equals("words")) {
                            ((ObjectNode) one)
                                    .put("file", withFactor(one.path("file").asString(), "30"));
                        }
                    }
                    return mine;
                }),
                "does not open your keys",
                () -> {
                    JON.goTo(PAGE);
                    JON.page().getByText("Use my ten words").click();
                    JON.fill("Your ten words", String.join(" ", JON.words()));
                    JON.page().locator("room-lock form button").click();
                });
    }

    /// The page counts the files that came to it, and not what the server has written into it.
    @Test
    void aSecondLockThatIsNone() {
        var lie = Lie.inJson("a lock that is none", LOCKS, mine -> {
            for (var one : mine) {
                if (one.path("kind").asString().equals("passkey")) {
                    ((ObjectNode) one).put("file", "A".repeat(400));
                }
            }
            return mine;
        });
        JONS.tells(lie);
        JON.goTo("/keys").sees("2 things open your keys");
        JON.fill("Your ten words", String.join(" ", JON.words())).press("Open with my words");
        JON.sees("Your ten words alone open your keys");
        assertThat(JONS.told(lie)).isTrue();
        JONS.isHonest();
        JON.goTo("/keys").press("Open with a passkey").sees("Your keys are open on this page");
        JON.sees("2 things open your keys");
    }

    private static String withFactor(String file, String factor) {
        var text = new String(Base64.getUrlDecoder().decode(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.replaceFirst("(-> scrypt \\S+) \\d+", "$1 " + factor)
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    /// A key handed to Mara, given to Jon as his.
    @Test
    void aCopyForSomebodyElse() {
        var maras = grantsOf(MARA);
        onANewDevice(JON);
        refused(
                JON,
                Lie.inJson("swapped grant", "/rooms/[^/]+/grants", mine -> {
                    ((ObjectNode) mine).set("mine", maras);
                    return mine;
                }),
                "A key that was meant for you does not fit",
                () -> opens(JON));
    }

    @Test
    void anOldKeyForTheNewOne() {
        var maras = grantsOf(MARA);
        onANewDevice(MARA);
        refused(
                MARA,
                Lie.inJson("old grant", "/rooms/[^/]+/grants", mine -> {
                    var old = maras.get(0).deepCopy();
                    ((ObjectNode) old)
                            .put(
                                    "epoch",
                                    maras.get(maras.size() - 1).path("epoch").asLong());
                    ((ObjectNode) mine).set("mine", Lie.JSON.createArrayNode().add(old));
                    return mine;
                }),
                "A key that was meant for you does not fit",
                () -> opens(MARA));
    }

    /// A server that dies while it answers is no liar: nothing is taken for false, and all opens when it is back.
    @Test
    void halfAnAnswer() {
        onANewDevice(JON);
        refused(
                JON,
                Lie.aboutPath("half an answer", "/rooms/[^/]+/grants", (asked, honest) -> {
                    var whole = honest.answer().body();
                    return Lie.Answer.json(200, whole.substring(0, whole.length() / 2));
                }),
                "We could not reach the server",
                () -> opens(JON));
        JONS.isHonest();
        JON.goTo(PAGE).opensTheRoom();
    }

    /// A server that asks the passkey for its secret in its own question gets the answer without it.
    @Test
    void aSignInThatAsksForTheSecret() {
        var lie = Lie.aboutPath("prf echo", "/sign-in/options", (asked, honest) -> {
            var options = (ObjectNode) Lie.JSON.readTree(honest.answer().body());
            options.set("extensions", Lie.JSON.readTree("{\"prf\":{\"eval\":{\"first\":\"AAAA\"}}}"));
            return Lie.Answer.json(200, options.toString());
        });
        JON.goTo("/").signsOut();
        JONS.tells(lie);
        JON.goTo("/sign-in").press("Sign in with my passkey");
        JON.page().waitForURL(url -> !url.contains("/sign-in"));
        assertThat(JONS.told(lie)).isTrue();
        assertThat(JONS.heard())
                .filteredOn(asked -> asked.path().equals("/sign-in/passkey"))
                .isNotEmpty()
                .noneMatch(asked -> asked.body().contains("prf") || asked.body().contains("results"));
        JON.goTo(PAGE).opensTheRoom();
    }

    /// The browser itself gives a passkey of this place to no other.
    @Test
    void aSignInForAnotherPlace() {
        JON.goTo("/").signsOut();
        refused(
                JON,
                Lie.aboutPath("other origin", "/sign-in/options", (asked, honest) -> {
                    var options = (ObjectNode) Lie.JSON.readTree(honest.answer().body());
                    return Lie.Answer.json(
                            200, options.put("rpId", "peerage.example.org").toString());
                }),
                "the step was broken off",
                () -> JON.goTo("/sign-in").press("Sign in with my passkey"));
        // The page's picture and other things that every page asks for may come after it.
        assertThat(JONS.heard().stream()
                        .map(Lie.Asked::path)
                        .filter(path -> path.startsWith("/sign-in/"))
                        .toList())
                .endsWith("/sign-in/options");
        JONS.isHonest();
        JON.goTo("/sign-in").press("Sign in with my passkey");
        JON.page().waitForURL(url -> !url.contains("/sign-in"));
        JON.goTo(PAGE).opensTheRoom();
    }

    private static String state(Visitor visitor) {
        return visitor.page().locator("room-lock").first().getAttribute("data-state");
    }

    private static JsonNode locksOf(Visitor visitor) {
        return Lie.JSON.readTree((String) js(visitor, "return JSON.stringify(await ask('/keys/locks'))"));
    }

    private static ArrayNode grantsOf(Visitor visitor) {
        visitor.goTo(PAGE);
        return (ArrayNode) Lie.JSON.readTree(
                (String) js(visitor, "return JSON.stringify((await ask('/rooms/%s/grants')).mine)".formatted(ROOM)));
    }
}
