package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The pages and scripts, read as text: nothing is sealed that the journey of [CanaryJourneyTests] does not watch.
class SealedFieldsTests {

    /// The templates of `rooms` ask for a declared kind and refuse a part that it does not have; so a page that uses
    /// them shows nothing that is not declared, and the journey types into all that is.
    @Test
    void sealedTextsAndFieldsAreDrawnByRoomsAlone() throws IOException {
        assertThat(templates("<sealed-(text|field)")).containsExactly("rooms/sealedField.jte", "rooms/sealedText.jte");
    }

    @Test
    void formsNameDeclaredKindsAndTheirReadersComeFromThese() throws IOException {
        assertThat(templates("<form[^>]*data-kind=\"(?!\\$\\{[A-Za-z.()]*key\\(\\)})"))
                .isEmpty();
        assertThat(templates("data-readers=\"(?!\\$\\{[A-Za-z.]*(\\.readers\\(|readers\\(\\)}))"))
                .isEmpty();
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

    private static List<String> templates(String pattern) throws IOException {
        var sought = Pattern.compile(pattern);
        var root = Path.of("src/main/java/org/peerage");
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".jte"))
                    .filter(file -> sought.matcher(read(file)).find())
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
