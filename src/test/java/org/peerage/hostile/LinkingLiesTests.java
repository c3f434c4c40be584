package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import tools.jackson.databind.node.ObjectNode;

/// A new device gets the keys from one that is open, by a code from screen to screen; a server between the two that
/// gives another key, other keys, or the same twice.
class LinkingLiesTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final Path PICTURES = Path.of("target/pictures/linking");
    private static final String LOOK = "/keys/devices/[A-Za-z0-9_-]{22}";

    private static String link() {
        return PEERAGE.enrollingLink("/keys");
    }

    private static Visitor withoutAPasskey(Visitor eva) {
        eva.goTo(link()).fill("Your name, as the others know you", eva.name());
        eva.press("My device has none").keepsNewWords();
        eva.page().waitForURL(url -> url.endsWith("/keys"));
        eva.fill("Your ten words", String.join(" ", eva.words())).press("Open with my words");
        return eva.sees("Your keys are open on this page");
    }

    private static String code(Visitor eva) {
        eva.press("Link another device").sees("Point the camera of your new device at this");
        assertThat(eva.page().locator("svg.qr path")).hasCount(1);
        return eva.page().locator("[data-link-text]").innerText();
    }

    private static Visitor behind(HostileServer server) {
        return Visitor.of("Eva Kowalska", PEERAGE.base(), options -> options.setProxy(new Proxy(server.address())));
    }

    private static List<String> words(Visitor device, String list) {
        device.page().locator(list + " li").last().waitFor();
        return device.page().locator(list + " li").allTextContents();
    }

    @Test
    void aNewDeviceIsLinkedByWhoeverHoldsNoPasskey() {
        try (var old = withoutAPasskey(Visitor.atALaptop("Eva Kowalska", PEERAGE.base()));
                var phone = Visitor.atAPhone("Eva Kowalska", PEERAGE.base());
                var third = Visitor.atALaptop("Somebody", PEERAGE.base())) {
            var code = code(old);
            old.looksRight(PICTURES, "code");
            phone.goTo("/sign-in/device#" + code);
            assertThat(phone.page().locator("#code")).hasValue(code);
            assertThat(phone.page()).hasURL(PEERAGE.base() + "/sign-in/device");
            phone.looksRight(PICTURES, "new-device");
            phone.press("Link this device");
            assertThat(words(phone, "[data-device-words]")).hasSize(8).isEqualTo(words(old, "[data-link-words]"));
            phone.looksRight(PICTURES, "words");
            old.looksRight(PICTURES, "compare");
            old.press("All eight are the same").sees("Your new device is linked");
            phone.sees("This device is linked");
            phone.looksRight(PICTURES, "linked");
            third.goTo("/sign-in/device#" + code).press("Link this device").sees("That code is not one that waits");
            phone.press("Make a passkey here");
            phone.page().waitForURL(url -> !url.contains("/sign-in"));
            phone.goTo("/keys").press("Open with a passkey").sees("Your keys are open on this page");
            assertThat(phone.complaints()).isEmpty();
            var letters = code.replace("-", "");
            for (var device : List.of(old, phone)) {
                assertThat(device.sent())
                        .noneMatch(request -> request.contains(code)
                                || request.contains(letters)
                                || request.contains("AGE-SECRET-KEY"));
            }
        }
    }

    @Test
    void whoeverSaysThatTheWordsDifferHandsNothingOver() {
        try (var old = withoutAPasskey(Visitor.atALaptop("Eva Kowalska", PEERAGE.base()));
                var phone = Visitor.atAPhone("Somebody who saw the code", PEERAGE.base())) {
            phone.goTo("/sign-in/device#" + code(old)).press("Link this device").sees("Compare these eight words");
            words(old, "[data-link-words]");
            old.press("They are not the same").sees("the code is worthless now");
            phone.sees("That code is not one that waits");
            phone.goTo("/keys");
            assertThat(phone.page()).hasURL(java.util.regex.Pattern.compile(".*/sign-in.*"));
        }
    }

    @Test
    void aKeyOfTheServersOwnInThePlaceOfTheNewDevices() {
        try (var server = new HostileServer(PEERAGE.base());
                var old = withoutAPasskey(behind(server));
                var phone = Visitor.atAPhone("Eva Kowalska", PEERAGE.base())) {
            var swapped = Lie.inJson("another key for the new device's", LOOK, answer -> {
                if (answer.has("recipient")) {
                    ((ObjectNode) answer).put("recipient", ofTheServer(phone));
                }
                return answer;
            });
            var code = code(old);
            server.tells(swapped);
            phone.goTo("/sign-in/device#" + code).press("Link this device").sees("Compare these eight words");
            old.sees("What answered is not your new device, and nothing was handed over");
            assertThat(server.told(swapped)).isTrue();
            assertThat(old.page().locator("[data-link=same]")).isHidden();
            assertThat(old.sent())
                    .noneMatch(request -> request.contains("/keys/devices/") && request.contains("\"file\""));
        }
    }

    /// Whoever has seen no code can seal keys for the device all the same; they are somebody else's.
    @Test
    void keysThatTheOtherDeviceNeverHandedOver() {
        try (var server = new HostileServer(PEERAGE.base());
                var old = withoutAPasskey(Visitor.atALaptop("Eva Kowalska", PEERAGE.base()));
                var phone = behind(server)) {
            var code = code(old);
            phone.goTo("/sign-in/device#" + code).press("Link this device").sees("Compare these eight words");
            var recipient = server.heard().stream()
                    .filter(asked -> asked.path().equals("/sign-in/device") && asked.writes())
                    .map(asked ->
                            Lie.JSON.readTree(asked.body()).path("recipient").asString())
                    .findFirst()
                    .orElseThrow();
            var file = Objects.toString(old.page().evaluate("""
                    async ([recipient, at]) => {
                      const linking = await import(at + 'linking.js');
                      const { newIdentity } = await import(at + 'identity.js');
                      const { b64u } = await import(at + 'bytes.js');
                      const { secrets } = await newIdentity('00000000-0000-7000-8000-000000000000');
                      return b64u(await linking.sealToDevice(secrets, linking.newCode(), recipient));
                    }""", List.of(recipient, scripts(old))));
            var lie = Lie.aboutPath(
                    "keys of the server's own",
                    "/sign-in/device/keys",
                    (asked, honest) -> Lie.Answer.json(
                            200,
                            Lie.JSON
                                    .createObjectNode()
                                    .put("person", "00000000-0000-7000-8000-000000000000")
                                    .put("file", file)
                                    .put("challenge", "AAAA")
                                    .set("card", Lie.JSON.createObjectNode())
                                    .toString()));
            server.tells(lie);
            phone.sees("What came here was not sent by your other device");
            assertThat(server.told(lie)).isTrue();
        }
    }

    private static String scripts(Visitor visitor) {
        var asset = Objects.toString(
                visitor.page().locator("script[src*='/identity/keys']").getAttribute("src"));
        return asset.substring(0, asset.indexOf("identity/")) + "room/";
    }

    /// Of the right shape, and another than the device made.
    private static String ofTheServer(Visitor phone) {
        var made = phone.sent().stream()
                .filter(request -> request.contains("\"recipient\""))
                .findFirst()
                .orElseThrow()
                .replaceAll("(?s).*\"recipient\":\"(age1pq1[a-z0-9]+)\".*", "$1");
        return made.substring(0, 99) + (made.charAt(99) == 'q' ? 'p' : 'q') + made.substring(100);
    }
}
