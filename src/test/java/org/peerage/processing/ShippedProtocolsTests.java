package org.peerage.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The protocols that come with the program: all of them can be followed, all have their words, and none is a way to
/// solutions that goes past the real issue.
class ShippedProtocolsTests {

    private static final Set<String> ADVISING =
            Set.of("solutions", "share", "experience", "turn-back", "discuss", "advise", "support", "offers", "sides");

    private final List<Protocol> all = new ProtocolFile(
                    "issues", Set.of("issue-real", "issue-no-action", "issue-note"), Set.of("issue-has-commitment"))
            .read(JsonMapper.shared().readTree(read("src/main/resources/protocols/issues.json")));

    @Test
    void thereAreFifteen() {
        assertThat(all)
                .extracting(Protocol::key)
                .containsExactly(
                        "five-steps",
                        "listening",
                        "mindset",
                        "deep-dive",
                        "presentation",
                        "troika",
                        "wise-crowds",
                        "clearness",
                        "ids",
                        "hot-seat",
                        "explore",
                        "coaching-circle",
                        "debate",
                        "roundtable",
                        "case-study");
    }

    @Test
    void aSetbackMeetsNoAdviceInAnyStep() {
        assertThat(all.stream().filter(protocol -> protocol.fits().contains("setback")))
                .extracting(Protocol::key)
                .containsExactly("listening", "mindset");
        assertThat(all.stream().filter(protocol -> protocol.fits().contains("setback")))
                .allMatch(Protocol::forbidsAdvice);
    }

    @Test
    void noWayToSolutionsGoesPastTheRealIssue() {
        for (var protocol : all) {
            for (var step : protocol.steps()) {
                if (ADVISING.contains(step.key())) {
                    var at = protocol.steps().indexOf(step);
                    assertThat(protocol.steps().subList(0, at + 1).stream().flatMap(one -> one.before().stream()))
                            .as(protocol.key() + " before " + step.key())
                            .contains(new Requirement.Has("issue-real"));
                }
            }
        }
    }

    @Test
    void everyWayOfWorkingOnAnIssueAsksForAnOutcome() {
        assertThat(all.stream().filter(protocol -> !protocol.key().equals("case-study")))
                .allSatisfy(protocol ->
                        assertThat(protocol.end()).extracting(Requirement::key).containsExactly("outcome"));
    }

    @Test
    void everyStepHasItsWordsAndNoWordsAreLeftOver() throws IOException {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages/issues.properties"))) {
            words.load(reader);
        }
        var wanted = new TreeSet<String>();
        for (var protocol : all) {
            wanted.add("issues.protocol." + protocol.key() + ".title");
            for (var step : protocol.steps()) {
                for (var part : List.of("title", "rule", "script")) {
                    wanted.add("issues.step." + step.key() + "." + part);
                }
            }
        }
        var there = new TreeSet<>(words.stringPropertyNames());
        there.removeIf(key -> !key.startsWith("issues.protocol.") && !key.startsWith("issues.step."));
        assertThat(there).isEqualTo(wanted);
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
