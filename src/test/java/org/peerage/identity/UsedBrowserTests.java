package org.peerage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsedBrowserTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0 | Firefox | Linux",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0 | Edge | Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_6) AppleWebKit/605.1 Version/26.0 Safari/605.1 | Safari | macOS",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1 Version/26.0 Safari/604.1 | Safari | iPhone",
                "Mozilla/5.0 (Linux; Android 16; Pixel) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36 | Chrome | Android"
            })
    void aBrowserIsCalledWhatItsOwnerCallsIt(String userAgent, String program, String system) {
        assertThat(UsedBrowser.of(userAgent)).isEqualTo(new UsedBrowser(program, system));
        assertThat(UsedBrowser.read(UsedBrowser.of(userAgent).kept())).isEqualTo(new UsedBrowser(program, system));
    }

    @Test
    void whatSaysNothingIsUnknown() {
        assertThat(UsedBrowser.of("").known()).isFalse();
        assertThat(UsedBrowser.read("").known()).isFalse();
    }
}
