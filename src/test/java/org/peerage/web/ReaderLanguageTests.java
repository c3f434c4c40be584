package org.peerage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.RunningPeerage;

/// A page says in which language its words are, whatever the browser asked for.
class ReaderLanguageTests {

    private final ReaderLanguage english = new ReaderLanguage(Set.of("en"));

    @ParameterizedTest
    @CsvSource({
        "'de-DE', de",
        "'de-CH, en;q=0.8', de",
        "'fr-FR, de;q=0.5', de",
        "'fa-IR', en",
        "'ar-EG', en",
        "'zz', en",
        "'en-US, de;q=0.9', en",
        "'th-TH-u-nu-thai', en",
        "'*', en",
        "'', en"
    })
    void thePageIsMarkedWithTheLanguageOfItsTexts(String asked, String marked) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create(RunningPeerage.shared().base() + "/sign-in"))
                    .header("Accept-Language", asked)
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("<html lang=\"" + marked + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de-DE, en-DE",
        "fa-IR, en-IR",
        "ar-EG-u-nu-arab, en-EG",
        "zz, en",
        "en-US, en-US",
        "en-GB-oxendict, en-GB",
        "th-TH-u-nu-thai, en-TH"
    })
    void numbersAndDaysAreOfThatLanguageAsTheReadersCountryWritesIt(String asked, String read) {
        var locale = english.of(List.of(Locale.forLanguageTag(asked)));
        assertThat(locale.toLanguageTag()).isEqualTo(read);
        assertThat(String.format(locale, "%,d", 10_301)).containsOnlyOnce("301").matches("[0-9]{2}\\D301");
    }

    @Test
    void aLaterWishThatThereAreTextsInIsTaken() {
        assertThat(english.of(List.of(Locale.GERMANY, Locale.UK, Locale.US))).isEqualTo(Locale.UK);
        assertThat(new ReaderLanguage(Set.of("en", "de")).of(List.of(Locale.GERMANY, Locale.UK)))
                .isEqualTo(Locale.GERMANY);
        assertThat(english.of(List.of())).isEqualTo(Locale.ENGLISH);
    }
}
