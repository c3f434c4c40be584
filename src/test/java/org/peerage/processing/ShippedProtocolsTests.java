package org.peerage.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peerage.groups.CharterTerms;
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
    void theFifteenOfThePracticeAreThere() {
        assertThat(all())
                .extracting(Protocol::key)
                .contains(
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
    void adviceHasItsPlaceWhereTheCharterGivesItOne() {
        var listening = all().filter(protocol -> protocol.key().equals("mindset"))
                .findFirst()
                .orElseThrow();
        for (var choice :
                Map.of("shares", "advice", "asked", "unasked", "open", "").entrySet()) {
            var speaking = new CharterTerms(1, true, Map.of("language", choice.getKey()), Map.of()).speaking();
            assertThat(listening.steps().get(1).forbidden(speaking))
                    .isEqualTo(choice.getValue().isEmpty() ? List.of() : List.of(choice.getValue()));
        }
    }

    @Test
    void aSetbackMeetsNoAdviceInAnyStep() {
        assertThat(all().filter(protocol -> protocol.fits().contains("setback")))
                .isNotEmpty()
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
        for (var module : modules()) {
            var wanted = new TreeSet<String>();
            for (var protocol :
                    JsonMapper.shared().readTree(read("src/main/resources/protocols/" + module + ".json"))) {
                wanted.add(module + ".protocol." + protocol.path("key").asString() + ".title");
                for (var step : protocol.path("steps")) {
                    for (var part : List.of("title", "rule", "script")) {
                        wanted.add(module + ".step." + step.path("key").asString() + "." + part);
                    }
                }
            }
            var there = new TreeSet<>(words(module).stringPropertyNames());
            there.removeIf(key -> !key.startsWith(module + ".protocol.") && !key.startsWith(module + ".step."));
            assertThat(there).isEqualTo(wanted);
        }
    }

    private static List<String> modules() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/protocols"))) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
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
