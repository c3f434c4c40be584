package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The texts that people read, all of them at once, and the pages that ask for them.
class MessageTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    /// Texts are asked for by `shell.text(key)` in templates.
    private static final Pattern ASKED = Pattern.compile("\\bshell\\.text\\(\\s*");

    /// Whatever may be a key. What ends one may begin the next.
    private static final Pattern QUOTED = Pattern.compile("\"([a-zA-Z0-9._-]+)(?=\")");

    /// The beginning of keys whose end is computed, with two parts at least: `groups.next.`
    private static final Pattern BEGINNING = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z0-9_-]+)+[.-])\"");

    /// What a set of labels says in other words, by the key of the usual ones.
    private static final Pattern LABELLED = Pattern.compile("^(club)\\.(?=[a-z]+\\.)");

    private static final Pattern VALUE = Pattern.compile("\\{(\\d|[a-z]+)");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /// A number before a noun: with one of them the sentence would be wrong.
    private static final Pattern COUNTED = Pattern.compile(
            "\\{\\d(,number)?}\\s+(\\w+ )?(minutes|days|answers|rows|columns|leaders|seats|commitments|people|words|weeks"
                    + "|meetings|letters|links|passkeys|members|groups)\\b");

    /// Counts that are always more than one where their sentence is said.
    private static final List<String> ALWAYS_MANY = List.of(
            "commitments.group",
            "composition.reason.tooManyLocks",
            "composition.reason.tooManyTied",
            "composition.reason.nobodyTogether",
            "meetings.agenda.total",
            "meetings.summary.rating.of",
            "rosters.wrong.columns",
            "rosters.wrong.rows",
            "networks.import.wrong.several",
            "club.networks.import.wrong.several",
            "groups.seats.full",
            "proposals.runs.trouble.memory");

    @Test
    void anApostropheIsATypographicOne() {
        assertThat(files(MESSAGES, ".properties").stream()
                        .map(MessageTests::read)
                        .flatMap(String::lines)
                        .filter(line -> line.contains("'")))
                .as("' means something to texts with arguments and nothing to the others; write ’ in both")
                .isEmpty();
    }

    @Test
    void everyTextIsThereOnceAndReads() {
        var seen = new ArrayList<String>();
        lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, Math.max(0, line.indexOf('='))))
                .forEach(seen::add);
        assertThat(seen).doesNotHaveDuplicates().doesNotContain("");
        assertThat(texts()).allSatisfy((key, text) -> {
            assertThat(key.toString()).matches("[a-z]+(\\.[a-zA-Z0-9_-]+)+");
            assertThat(text.toString()).isNotBlank();
            if (text.toString().matches("(?s).*\\{\\d.*")) {
                assertThat(new MessageFormat(text.toString(), Locale.ENGLISH)).isNotNull();
            }
        });
    }

    @Test
    void oneOfSomethingIsSaidInTheSingular() {
        assertThat(texts().entrySet().stream()
                        .filter(text -> !ALWAYS_MANY.contains(text.getKey().toString()))
                        .filter(text -> COUNTED.matcher(
                                        withoutChoices(text.getValue().toString()))
                                .find())
                        .map(Object::toString))
                .as("texts that say “1 answers”; write a choice: {0,choice,1#one answer|1<{0} answers}")
                .isEmpty();
    }

    /// `{0} people` inside a choice stands where the choice has put it.
    private static String withoutChoices(String text) {
        var rest = text;
        for (var before = ""; !before.equals(rest); ) {
            before = rest;
            rest = rest.replaceAll("\\{\\d,choice,(?:[^{}]|\\{[^{}]*})*}", "one");
        }
        return rest;
    }

    @Test
    void noTextIsLeftOver() {
        var everything = Stream.concat(
                        sources().stream(),
                        Stream.concat(
                                files(Path.of("src/main/resources/static"), ".js").stream(),
                                files(Path.of("src/main/resources"), ".json").stream()))
                .map(MessageTests::read)
                .collect(Collectors.joining("\n"));
        var quoted = QUOTED.matcher(everything)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        var beginnings = BEGINNING
                .matcher(everything)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        var patterns = sources().stream()
                .flatMap(source -> asked(read(source)).stream())
                .toList();
        assertThat(texts().stringPropertyNames().stream()
                        .map(MessageTests::usual)
                        .filter(key -> !quoted.contains(key))
                        .filter(key -> !quoted.contains(ofALetter(key)))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                        .filter(key -> patterns.stream()
                                .noneMatch(pattern -> pattern.asMatchPredicate().test(key))))
                .as("texts that no page, script or letter asks for")
                .isEmpty();
    }

    private static String usual(String key) {
        return LABELLED.matcher(key).replaceFirst("");
    }

    @Test
    void aSetOfLabelsSaysOnlyWhatIsSaidAndLeavesTheSameOpen() {
        var all = texts();
        assertThat(all.stringPropertyNames().stream()
                        .filter(key -> !usual(key).equals(key))
                        .toList())
                .isNotEmpty()
                .allSatisfy(key -> {
                    assertThat(all.getProperty(usual(key))).as(key).isNotNull();
                    assertThat(values(all.getProperty(key))).as(key).isEqualTo(values(all.getProperty(usual(key))));
                });
    }

    /// A letter is named by its kind; its subject and body follow from that.
    private static String ofALetter(String key) {
        return key.replaceFirst("\\.(subject|body)$", "");
    }

    @Test
    void everyTextThatAPageAsksForIsThere() {
        var keys = texts().stringPropertyNames();
        var missing = new ArrayList<String>();
        for (var source : sources()) {
            for (var pattern : asked(read(source))) {
                if (keys.stream().noneMatch(pattern.asMatchPredicate())) {
                    missing.add(source.getFileName() + " asks for " + pattern);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /// What stands between `text(` and the next comma or bracket of the same depth; each of its strings with dots is a
    /// key or a part of one, and what is computed may be anything.
    private static List<Pattern> asked(String source) {
        var patterns = new ArrayList<Pattern>();
        var asked = ASKED.matcher(source);
        while (asked.find()) {
            var expression = expression(source, asked.end());
            if (!expression.contains("?") && (expression.startsWith("\"") || expression.endsWith("\""))) {
                patterns.add(pattern(expression));
            }
        }
        return patterns;
    }

    private static String expression(String source, int start) {
        var depth = 0;
        var quoted = false;
        for (var at = start; at < source.length(); at++) {
            var sign = source.charAt(at);
            if (sign == '"' && source.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && (sign == '(' || sign == '[')) {
                depth++;
            } else if (!quoted && depth == 0 && (sign == ',' || sign == ')')) {
                return source.substring(start, at).strip();
            } else if (!quoted && (sign == ')' || sign == ']')) {
                depth--;
            }
        }
        return source.substring(start);
    }

    private static Pattern pattern(String expression) {
        var pattern = new StringBuilder();
        var literal = LITERAL.matcher(expression);
        var end = 0;
        while (literal.find()) {
            if (literal.start() > end) {
                pattern.append(".+");
            }
            pattern.append(Pattern.quote(literal.group(1)));
            end = literal.end();
        }
        if (end < expression.length()) {
            pattern.append(".+");
        }
        return Pattern.compile(pattern.toString());
    }

    /// Half a language would be worse than none: pages would change theirs from line to line.
    @ParameterizedTest
    @ValueSource(strings = "de")
    void everyLanguageHasEveryText(String language) {
        for (var file : ofLanguage("")) {
            var other = file.resolveSibling(file.getFileName().toString().replace(".", "_" + language + "."));
            var translated = Files.exists(other) ? texts(List.of(other)) : new Properties();
            assertThat(translated.stringPropertyNames())
                    .as(other.toString())
                    .containsExactlyInAnyOrderElementsOf(texts(List.of(file)).stringPropertyNames());
            texts(List.of(file)).forEach((key, text) -> {
                var said = translated.getProperty(key.toString());
                assertThat(said).as(key.toString()).isNotBlank();
                assertThat(values(said)).as(key.toString()).isEqualTo(values(text.toString()));
                if (said.matches("(?s).*\\{\\d.*")) {
                    assertThat(new MessageFormat(said, Locale.of(language))).isNotNull();
                }
            });
        }
        assertThat(ofLanguage(language)).hasSameSizeAs(ofLanguage(""));
    }

    /// What a text leaves open: numbers of its arguments, and names that a script fills in.
    private static Set<String> values(String text) {
        return VALUE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Stream<String> lines() {
        return ofLanguage("").stream().map(MessageTests::read).flatMap(String::lines);
    }

    /// In English.
    static Properties texts() {
        return texts(ofLanguage(""));
    }

    /// The files of a language; without one, the English texts.
    private static List<Path> ofLanguage(String language) {
        return files(MESSAGES, ".properties").stream()
                .filter(file -> file.getFileName()
                        .toString()
                        .matches("[a-z]+" + (language.isEmpty() ? "" : "_" + language) + "\\.properties"))
                .toList();
    }

    private static Properties texts(List<Path> files) {
        var texts = new Properties();
        for (var file : files) {
            try (var reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    private static List<Path> sources() {
        var java = Path.of("src/main/java");
        return Stream.concat(files(java, ".java").stream(), files(java, ".jte").stream())
                .toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
