package org.peerage.identity.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerage.web.SettingRefused;

/// What the operator writes down about providers, and what a browser remembers of asking one.
class OpenIdSettingsTests {

    private static final Map<String, String> WORK = Map.of(
            "PEERAGE_OPENID", "work",
            "PEERAGE_OPENID_WORK_ISSUER", "https://login.example.org/tenant",
            "PEERAGE_OPENID_WORK_CLIENT_ID", "peerage",
            "PEERAGE_OPENID_WORK_CLIENT_SECRET", "secret");

    @TempDir
    private Path folder;

    @Test
    void nobodyIsNamedUntilSomebodyIs() {
        assertThat(new OpenIdSettings(Map.<String, String>of()::get).providers())
                .isEmpty();
        assertThat(new OpenIdSettings(WORK::get).providers())
                .containsExactly(
                        new Provider("work", URI.create("https://login.example.org/tenant"), "peerage", "work"));
    }

    @Test
    void whatIsWrongIsSaidByTheNameOfTheSetting() {
        refused("PEERAGE_OPENID", "Work", "PEERAGE_OPENID lists \"Work\"");
        refused("PEERAGE_OPENID", "work,work", "lists work twice");
        refused("PEERAGE_OPENID_WORK_CLIENT_ID", " ", "PEERAGE_OPENID_WORK_CLIENT_ID is empty");
        refused("PEERAGE_OPENID_WORK_CLIENT_SECRET", "", "PEERAGE_OPENID_WORK_CLIENT_SECRET is empty");
        refused("PEERAGE_OPENID_WORK_CLIENT_SECRET_FILE", folder + "/none", "a file that is empty or cannot be read");
        refused("PEERAGE_OPENID_WORK_LABEL", "x".repeat(41), "longer than 40 letters");
        for (var issuer : new String[] {
            "http://login.example.org", "https://login.example.org?x", "https://a@login.example.org", "login", "%"
        }) {
            refused("PEERAGE_OPENID_WORK_ISSUER", issuer, "PEERAGE_OPENID_WORK_ISSUER is no address");
        }
    }

    @Test
    void aSecretIsReadOfItsFileAtEachUse() throws IOException {
        var file = folder.resolve("secret");
        var settings = new OpenIdSettings(with("PEERAGE_OPENID_WORK_CLIENT_SECRET_FILE", file.toString())::get);
        var work = settings.providers().getFirst();
        for (var secret : new String[] {"one", "two"}) {
            Files.writeString(file, secret + "\n");
            assertThat(settings.secret(work)).isEqualTo(secret);
        }
    }

    @Test
    void anAnswerIsGoodForAQuarterOfAnHourAndItsSecretsAreNotPrinted() {
        var begun = Instant.parse("2026-03-01T10:00:00Z");
        var underway = new Underway("work", "the-state", "the-nonce", "the-verifier", "/", null, begun);
        assertThat(underway.answeredBy("work", "the-state", begun.plus(Duration.ofMinutes(14))))
                .isTrue();
        assertThat(underway.answeredBy("work", "the-state", begun.plus(Duration.ofMinutes(15))))
                .isFalse();
        assertThat(underway.answeredBy("other", "the-state", begun)).isFalse();
        assertThat(underway.answeredBy("work", "another", begun)).isFalse();
        assertThat(underway.toString()).doesNotContain("the-");
    }

    private static void refused(String name, String value, String sentence) {
        var settings = new OpenIdSettings(with(name, value)::get);
        assertThatThrownBy(() -> settings.providers().forEach(settings::secret))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining(sentence);
    }

    private static Map<String, String> with(String name, String value) {
        var settings = new HashMap<>(WORK);
        settings.put(name, value);
        return settings;
    }
}
