package org.peerage.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTests {

    @Test
    void aPathOfOursIsKept() {
        for (var path : new String[] {
            "/", "/groups/0190-a/room", "/networks/new?step=2&name=a%20b", "/keys#sessions", "/a//b", "/meetings/1/live"
        }) {
            assertThat(OwnPath.of(path)).isEqualTo(path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "//example.org",
                "///example.org",
                "/\\example.org",
                "/\t/example.org",
                "\t//example.org",
                "/\n/example.org",
                "/\r\n/example.org",
                "/ /example.org",
                "javascript:alert(1)",
                "example.org",
                "",
                "/\u0000/example.org",
                "/\u2028",
                "\\\\example.org"
            })
    void whateverABrowserCouldTakeForAnotherSiteLeadsToTheFirstPage(String wanted) {
        assertThat(OwnPath.of(wanted)).isEqualTo("/");
    }

    @Test
    void anEndlessAddressLeadsToTheFirstPage() {
        assertThat(OwnPath.of("/" + "a".repeat(3_000))).isEqualTo("/");
    }
}
