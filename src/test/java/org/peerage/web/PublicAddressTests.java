package org.peerage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.Peerage;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.ClassPathResource;

@ExtendWith(OutputCaptureExtension.class)
class PublicAddressTests {

    @ParameterizedTest
    @CsvSource({
        "https://peerage.example.org, https://peerage.example.org",
        "https://Peerage.Example.ORG/, https://peerage.example.org",
        "HTTPS://peerage.example.org:443, https://peerage.example.org",
        "https://peerage.example.org:8443, https://peerage.example.org:8443",
        "https://intranet, https://intranet",
        "https://xn--bcher-kva.example, https://xn--bcher-kva.example",
        "http://localhost:8080, http://localhost:8080",
        "http://localhost:80, http://localhost",
        "http://circle.localhost:8080, http://circle.localhost:8080",
    })
    void anAddressIsSpelledAsABrowserSpellsIt(String written, String origin) {
        assertThat(PublicAddress.of(written).origin()).isEqualTo(origin);
    }

    @ParameterizedTest
    @CsvSource({
        "http://forum.example.org, begins with http",
        "http://forum.example.org:8080, write https://forum.example.org",
        "http://intranet:8080, begins with http",
        "http://localhost.example.org, begins with http",
        "https://10.0.0.5:8443, names a number",
        "http://127.0.0.1:8080, names a number",
        "https://[::1], names a number",
        "https://167772165, names a number",
        "https://forum.example.org/peerage, more in it than a name",
        "https://ann:secret@forum.example.org, more in it than a name",
        "https://forum.example.org?x=1, more in it than a name",
        "https://forum.example.org#x, more in it than a name",
        "forum.example.org, not an address",
        "ftp://forum.example.org, not an address",
        "localhost:8080, not an address",
        "https://bücher.example, xn--",
        "https://, cannot be read",
        "https://forum example.org, cannot be read",
        "' ', is empty",
    })
    void whatCanNeverCarryAPasskeyIsRefusedWithWhatToDo(String written, String sentence) {
        assertThatThrownBy(() -> PublicAddress.of(written))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith("PEERAGE_BASE_URL ")
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("secret");
    }

    /// A program that is started on another port drafts links that lead to it.
    @Test
    void whereNobodyHasSaidItItIsThePortThatTheProgramListensOn() throws IOException {
        assertThat(addressWith(Map.of("server.port", "9191"))).isEqualTo("http://localhost:9191");
        assertThat(addressWith(Map.of("PEERAGE_PORT", "9292"))).isEqualTo("http://localhost:9292");
        assertThat(addressWith(Map.of())).isEqualTo("http://localhost:8080");
        assertThat(addressWith(Map.of("server.port", "9191", "PEERAGE_BASE_URL", "https://circle.example.org")))
                .isEqualTo("https://circle.example.org");
    }

    private static String addressWith(Map<String, Object> given) throws IOException {
        var sources = new MutablePropertySources();
        sources.addLast(new MapPropertySource("given", given));
        new YamlPropertySourceLoader()
                .load("shipped", new ClassPathResource("application.yaml"))
                .forEach(sources::addLast);
        return new PropertySourcesPropertyResolver(sources).getRequiredProperty("peerage.base-url");
    }

    /// Before a database or anything else is made.
    @Test
    void aStartUnderItEndsWithThatSentenceAlone(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                        Peerage.class,
                        "--peerage.base-url=http://forum.example.org",
                        "--peerage.home=/nowhere/to/be/made"))
                .hasMessageContaining("begins with http");
        assertThat(output.getAll())
                .contains("PEERAGE_BASE_URL begins with http")
                .doesNotContain("/nowhere", "Exception");
    }
}
