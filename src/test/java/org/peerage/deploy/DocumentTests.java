package org.peerage.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents say is there is there: whoever looks for the test that holds a claim, follows a link or looks up
/// a setting finds it.
class DocumentTests {

    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*Tests)[`#(]");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]+)(#[^)\\s]*)?\\)");
    private static final Pattern SETTING = Pattern.compile("PEERAGE_[A-Z_]+");

    /// For whoever builds and tests it: `./peerage help` and CONTRIBUTING.md say what they are.
    private static final List<String> OF_BUILDERS = List.of(
            "PEERAGE_CHROMIUM",
            "PEERAGE_DEBUG",
            "PEERAGE_JDK_FOLDERS",
            "PEERAGE_PICTURES",
            "PEERAGE_POSTGRES",
            "PEERAGE_TEST_HOME");

    /// But for those that stand for a kind where it is said how tests are named.
    @Test
    void everyTestThatADocumentNamesIsThere() throws IOException {
        var there = files(Path.of("src/test/java"))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        for (var document : documents()) {
            var named = new TreeSet<String>();
            TEST.matcher(read(document)).results().forEach(found -> named.add(found.group(1)));
            if (document.endsWith("CONTRIBUTING.md")) {
                assertThat(named).isNotEmpty();
            } else {
                named.removeAll(there);
                assertThat(named)
                        .as(document + " names tests that are not there")
                        .isEmpty();
            }
        }
    }

    @Test
    void everyLinkBetweenDocumentsLeadsSomewhere() throws IOException {
        for (var document : documents()) {
            LINK.matcher(read(document)).results().map(found -> found.group(1)).forEach(link -> {
                if (!link.contains(":")) {
                    assertThat(document.resolveSibling(link).normalize())
                            .as(document + " leads to " + link)
                            .exists();
                }
            });
        }
    }

    @Test
    void everySettingThatTheProgramReadsStandsInTheReadme() throws IOException {
        var read = new TreeSet<String>();
        Stream.concat(
                        files(Path.of("src/main/java")),
                        Stream.of(Path.of("peerage"), Path.of("src/main/resources/application.yaml")))
                .forEach(file -> SETTING.matcher(read(file)).results().forEach(found -> read.add(found.group())));
        read.removeAll(OF_BUILDERS);
        // What begins a longer name is none of its own.
        read.removeIf(name -> name.endsWith("_"));
        var readme = read(Path.of("README.md"));
        assertThat(read)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    private static List<Path> documents() throws IOException {
        return Stream.concat(
                        files(Path.of("docs")),
                        Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md").map(Path::of))
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList().stream();
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
