package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JcsTests {

    /// RFC 8785, section 3.2.3: names in the order of their UTF-16 units.
    @Test
    void sortsNamesAsTheRfcDoes() {
        var given = """
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
                 "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control", "\\u00f6": "Latin Small Letter O With Diaeresis"}
                """;
        assertThat(Jcs.text(Jcs.parse(given, 1000).orElseThrow()))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /// RFC 8785, section 3.2.2.2, the string of its example.
    @Test
    void escapesOnlyWhatTheRfcEscapes() {
        var given = "{\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"}";
        assertThat(Jcs.text(Jcs.parse(given, 100).orElseThrow()))
                .isEqualTo("{\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1.0}",
                "{\"a\":1e2}",
                "{\"a\":9007199254740992}",
                "{\"a\":null}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\udc00\":1}",
                "{\"a\":1} {}",
                "{\"a\":01}",
                "[[[[[[[[[[[[[1]]]]]]]]]]]]]",
                "{'a':1}",
                "{\"a\":NaN}",
                ""
            })
    void refusesWhatTwoLanguagesCouldReadDifferently(String json) {
        assertThat(Jcs.parse(json, 1000)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(Jcs.parse("\"abcdef\"", 8)).isPresent();
        assertThat(Jcs.parse("\"abcdefg\"", 8)).isEmpty();
    }
}
