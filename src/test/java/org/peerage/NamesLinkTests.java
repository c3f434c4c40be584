package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whoever reads a member's name on a page of their group gets to what the room keeps of that member (C6).
class NamesLinkTests {

    private static final Path SOURCES = Path.of("src/main/java/org/peerage");

    /// An element that begins with a name and nothing else.
    private static final Pattern NAMED =
            Pattern.compile("<[a-z][a-z0-9-]*(?:\\s[^<>]*)?>\\s*\\$\\{([a-zA-Z.()]*[nN]ame\\(\\))}");

    /// What is pressed or chosen is no link, a page is headed by whom it is about, and what only ears are told belongs
    /// to what is pressed.
    private static final Pattern OTHERWISE = Pattern.compile(
            "<(a|button|label|option|summary|legend|input|h1)\\b.*|<span class=\"visually-hidden\">.*", Pattern.DOTALL);

    /// Names of what is no person, and of people whom no group has as its members yet.
    private static final Set<String> NOBODY = Set.of(
            "group.name()", "network.name()", "figure.name()", "token.name()", "page.groupName()", "sponsor.name()");

    private static final Set<String> BEFORE_A_GROUP = Set.of("identity", "networks", "proposals", "mail");

    @Test
    void aNameAloneIsALink() {
        var offenders = new TreeSet<String>();
        for (var template : templates()) {
            var at = SOURCES.relativize(template);
            if (BEFORE_A_GROUP.contains(at.getName(0).toString())) {
                continue;
            }
            NAMED.matcher(read(template))
                    .results()
                    .filter(found -> !OTHERWISE.matcher(found.group()).matches() && !isNobody(found.group(1)))
                    .forEach(found -> offenders.add(at + " " + found.group()));
        }
        assertThat(offenders).isEmpty();
    }

    @Test
    void theReadingSeesNames() {
        assertThat(NAMED.matcher("<li class=\"chip\">${person.name()}</li>").find())
                .isTrue();
        assertThat(NAMED.matcher("<h3>\n    ${page.member().name()} <small>").find())
                .isTrue();
        assertThat(NAMED.matcher("<p>${shell.text(\"x\", person.name())}</p>").find())
                .isFalse();
    }

    private static boolean isNobody(String expression) {
        return NOBODY.contains(expression) || expression.matches(".*(group|circle|network)\\(\\)\\.name\\(\\)");
    }

    private static Set<Path> templates() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return new TreeSet<>(
                    files.filter(file -> file.toString().endsWith(".jte")).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
