package org.peerage.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The protocols that come with the program: all of them can be followed, all have their words, and none is a way to
/// solutions that goes past the real issue.
class ShippedProtocolsTests {

    private static final Set<String> ADVISING =
            Set.of("solutions", "share", "experience", "turn-back", "discuss", "advise", "support", "offers", "sides");

    private final List<Protocol> issues =
            shipped("issues", Set.of("issue-real", "issue-no-action", "issue-note"), Set.of("issue-has-commitment"));
    private final List<Protocol> cases = shipped("cases", Set.of(), Set.of());

    private static List<Protocol> shipped(String module, Set<String> texts, Set<String> facts) {
        return new ProtocolFile(module, texts, facts)
                .read(JsonMapper.shared().readTree(read("src/main/resources/protocols/" + module + ".json")));
    }

    private Stream<Protocol> all() {
        return Stream.of(issues, cases).flatMap(List::stream);
    }

    @Test
    void thereAreFifteen() {
        assertThat(all())
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
        assertThat(all().filter(protocol -> protocol.fits().contains("setback")))
                .extracting(Protocol::key)
                .containsExactly("listening", "mindset");
        assertThat(all().filter(protocol -> protocol.fits().contains("setback")))
                .allMatch(Protocol::forbidsAdvice);
    }

    @Test
    void noWayToSolutionsGoesPastTheRealIssue() {
        for (var protocol : all().toList()) {
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
        assertThat(issues)
                .allSatisfy(protocol ->
                        assertThat(protocol.end()).extracting(Requirement::key).containsExactly("outcome"));
    }

    @Test
    void everyStepHasItsWordsAndNoWordsAreLeftOver() throws IOException {
        for (var module : List.of("issues", "cases")) {
            var wanted = all().filter(protocol -> protocol.module().equals(module))
                    .flatMap(protocol -> Stream.concat(
                            Stream.of(module + ".protocol." + protocol.key() + ".title"),
                            protocol.steps().stream()
                                    .flatMap(step -> Stream.of("title", "rule", "script")
                                            .map(part -> module + ".step." + step.key() + "." + part))))
                    .collect(Collectors.toCollection(TreeSet::new));
            var there = new TreeSet<>(words(module).stringPropertyNames());
            there.removeIf(key -> !key.startsWith(module + ".protocol.") && !key.startsWith(module + ".step."));
            assertThat(there).isEqualTo(wanted);
        }
    }

    private static Properties words(String module) throws IOException {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages/" + module + ".properties"))) {
            words.load(reader);
        }
        return words;
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
