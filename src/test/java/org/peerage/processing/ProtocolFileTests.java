package org.peerage.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// A file of protocols is read whole, or refused with a sentence for whoever wrote it.
class ProtocolFileTests {

    private static final String GOOD = """
            [{"key": "walk", "fits": ["hill"], "people": 3,
              "steps": [
                {"key": "look", "minutes": [1, 2, 3], "speaker": "group-open", "forbidden": ["advice"],
                 "captures": {"note": "anybody"}},
                {"key": "go", "minutes": [4, 5, 6], "speaker": "presenter", "before": ["note"]}],
              "end": [{"any": "outcome", "of": ["note", {"fact": "is-home"}]}]}]
            """;

    @Test
    void aProtocolIsWhatItsFileSays() {
        assertThat(read(GOOD))
                .containsExactly(new Protocol(
                        "walks",
                        "walk",
                        Set.of("hill"),
                        3,
                        List.of(
                                new Protocol.Step(
                                        "look",
                                        new Protocol.Minutes(1, 2, 3),
                                        Protocol.Speaker.GROUP_OPEN,
                                        Set.of(Protocol.Forbidden.ADVICE),
                                        List.of(new Protocol.Capture("note", Protocol.By.ANYBODY)),
                                        List.of()),
                                new Protocol.Step(
                                        "go",
                                        new Protocol.Minutes(4, 5, 6),
                                        Protocol.Speaker.PRESENTER,
                                        Set.of(),
                                        List.of(),
                                        List.of(new Requirement.Has("note")))),
                        List.of(new Requirement.Any(
                                "outcome", List.of(new Requirement.Has("note"), new Requirement.Fact("is-home"))))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "group-open"             | "crowd"                 | step “look” of “walk” names the speaker “crowd”, which is not known; there are: chair, coach
            "advice"                 | "sleeping"              | names the forbidden thing “sleeping”
            "anybody"                | "everyone"              | names the writer “everyone”
            {"note": "anybody"}      | {"letter": "anybody"}   | names the text “letter”, which is not known; there are: note, route
            "before": ["note"]       | "before": ["letter"]    | names the text “letter”
            "before": ["note"]       | "before": ["route"]     | step “go” of “walk” waits for “route”, which nobody can write before
            ["note", {"fact": "is-home"}] | ["route"]          | the end of “walk” waits for “outcome”, which nobody can write before
            "is-home"                | "is-rich"               | names the fact “is-rich”
            "captures": {"note"      | "capture": {"note"      | names the word “capture”
            "fits"                   | "for"                   | “walk” names the word “for”
            [4, 5, 6]                | [4, 3, 6]               | needs three minutes that do not fall
            [4, 5, 6]                | [4, 5]                  | needs three minutes
            [4, 5, 6]                | [0, 5, 6]               | needs three minutes
            "go"                     | "look"                  | “walk” has the step “look” twice
            "key": "go"              | "key": "Go!"            | needs a “key” in small letters
            "people": 3              | "people": 1             | needs two people at least
            """)
    void whatNobodyCanFollowIsRefusedWithASentence(String right, String wrong, String sentence) {
        assertThat(GOOD).contains(right);
        assertThatThrownBy(() -> read(GOOD.replace(right, wrong)))
                .isInstanceOf(ProtocolRefused.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aStepMayNotWaitForWhatIsWrittenInItself() {
        var late = GOOD.replace("\"captures\": {\"note\": \"anybody\"}", "\"before\": [\"note\"]")
                .replace("\"before\": [\"note\"]}],", "\"captures\": {\"note\": \"anybody\"}}],");
        assertThatThrownBy(() -> read(late)).hasMessageContaining("step “look” of “walk” waits for “note”");
    }

    @Test
    void noStepsAndNoListAreRefused() {
        assertThatThrownBy(() -> read("[{\"key\": \"walk\", \"steps\": []}]")).hasMessageContaining("has no steps");
        assertThatThrownBy(() -> read("{\"key\": \"walk\"}")).hasMessageContaining("where a list belongs");
        var twice = GOOD.strip();
        assertThatThrownBy(() -> read("[" + twice.substring(1, twice.length() - 1) + "," + twice.substring(1)))
                .hasMessageContaining("has the protocol “walk” twice");
    }

    private static List<Protocol> read(String json) {
        return new ProtocolFile("walks", Set.of("note", "route"), Set.of("is-home"))
                .read(JsonMapper.shared().readTree(json));
    }
}
