package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The pages and scripts, read as text: nothing is sealed that the journey of [CanaryJourneyTests] does not watch.
class SealedFieldsTests {

    /// A field that somebody adds to a page shows up here, and has to be added to the journey.
    @Test
    void everySealedFieldOfEveryPageIsInTheJourney() throws IOException {
        var kinds = new TreeSet<String>();
        var parts = new TreeSet<String>();
        for (var template : templates()) {
            var text = Files.readString(template);
            if (!text.contains("@template.rooms.sealedField(")) {
                continue;
            }
            var kindsHere = template.endsWith("processing/capture.jte")
                    ? captures()
                    : words("data-kind=\"([^\"$]+)\"|\"(commitment-[a-z]+)\"", text);
            assertThat(kindsHere).as("kinds of sealed texts in " + template).isNotEmpty();
            kinds.addAll(kindsHere);
            for (var call : calls(text)) {
                parts.addAll(partsOf(call, text));
            }
        }
        assertThat(kinds).isEqualTo(firsts(0));
        assertThat(parts).isEqualTo(firsts(1));
    }

    /// What seals by itself, and not through a field of a page, is watched by the whole journey.
    @Test
    void noOtherScriptSeals() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/static"))) {
            var sealing = new TreeSet<String>();
            for (var file :
                    files.filter(file -> file.toString().endsWith(".js")).toList()) {
                if (Files.readString(file).contains("room.seal(")) {
                    sealing.add(file.getFileName().toString());
                }
            }
            assertThat(sealing).containsExactly("forms.js", "links.js");
        }
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList();
        }
    }

    /// What protocols let people write is data.
    private static Set<String> captures() throws IOException {
        var kinds = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/main/resources/protocols"))) {
            for (var file : files.toList()) {
                for (var captures : words("\"captures\": \\{([^}]*)}", Files.readString(file))) {
                    kinds.addAll(words("\"([a-z-]+)\":", captures));
                }
            }
        }
        return kinds;
    }

    private static Set<String> firsts(int word) {
        var found = new TreeSet<String>();
        CanaryJourneyTests.FIELDS.forEach(
                field -> found.add(Arrays.asList(field.split(" ")).get(word)));
        return found;
    }

    private static List<String> calls(String template) {
        var calls = new ArrayList<String>();
        var found = Pattern.compile("@template\\.rooms\\.sealedField\\(([^\\n]*)\\)")
                .matcher(template);
        while (found.find()) {
            calls.add(found.group(1));
        }
        return calls;
    }

    /// The parts that one use of the field can have: named in place, by a loop over names, by the formats of updates,
    /// or
    /// the one part of a text that has no more.
    private static Set<String> partsOf(String call, String template) throws IOException {
        if (!call.contains("part = ")) {
            return Set.of("text");
        }
        if (call.contains("part = \"")) {
            return words("part = \"([a-z-]+)\"", call);
        }
        if (call.contains("part = part.key()")) {
            return words(
                    "\"key\": \"([a-z-]+)\", \"rows\"",
                    Files.readString(Path.of("src/main/resources/meetings/updates.json")));
        }
        var loop = words(
                "@for\\(var part : java\\.util\\.List\\.of\\(([^)]*)\\)\\)\\s*@template\\.rooms\\.sealedField",
                template);
        assertThat(loop).as("a part that this test can read from: " + call).hasSize(1);
        return words("\"([a-z-]+)\"", loop.iterator().next());
    }

    private static Set<String> words(String pattern, String text) {
        var found = new TreeSet<String>();
        var matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            for (var group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    found.add(matcher.group(group));
                }
            }
        }
        return found;
    }
}
