package org.peerage.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// What can be said about the room's scripts without running them.
class RoomScriptsTests {

    private static final Path STATIC = Path.of("src/main/resources/static");

    @Test
    void allScriptsOfTheRoomTogetherStayUnderTwoHundredKilobytes() throws IOException {
        var size = 0L;
        for (var file : Stream.concat(scripts("room").stream(), scripts("vendor").stream())
                .toList()) {
            var packed = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(packed)) {
                zip.write(Files.readAllBytes(file));
            }
            size += packed.size();
        }
        assertThat(size).isBetween(20_000L, 200_000L);
    }

    @Test
    void openedWordsNeverBecomeMarkupOrCode() throws IOException {
        var markup = Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|"
                + "createPolicy|setHTMLUnsafe|DOMParser|createContextualFragment");
        for (var file : Stream.concat(scripts("room").stream(), scripts("memory").stream())
                .toList()) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(markup);
        }
    }

    /// A credential's own JSON carries the PRF results, which open the rooms.
    @Test
    void credentialsAreNeverTurnedIntoJsonByThemselves() throws IOException {
        for (var file : Stream.concat(scripts("room").stream(), scripts("identity").stream())
                .toList()) {
            assertThat(Files.readString(file).replaceAll("(?m)//.*$|\\*.*$", ""))
                    .as(file.toString())
                    .doesNotContain("toJSON(");
        }
    }

    @Test
    void everySentenceTheScriptsMayNeedIsThere() throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/messages/rooms.properties"))) {
            texts.load(in);
        }
        var said = Pattern.compile("textOf\\(\"([a-z-]+)\"\\)");
        for (var file : Stream.concat(scripts("room").stream(), scripts("memory").stream())
                .toList()) {
            said.matcher(Files.readString(file))
                    .results()
                    .forEach(code -> assertThat(texts).containsKey("rooms.say." + code.group(1)));
        }
        assertThat(RoomTexts.CODES).allSatisfy(code -> assertThat(texts).containsKey("rooms.say." + code));
        texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith("rooms.say."))
                .forEach(key -> assertThat(RoomTexts.CODES).contains(key.substring("rooms.say.".length())));
    }

    /// A browser that does not find a name loads nothing of the script, and says so to nobody.
    @Test
    void whatAScriptImportsIsThere() throws IOException {
        var imports = Pattern.compile("(?m)^import \\{([^}]*)} from \"(\\.[^\"]*\\.js)\"");
        for (var file : scripts("")) {
            imports.matcher(Files.readString(file)).results().forEach(found -> {
                var other = file.resolveSibling(found.group(2)).normalize();
                for (var name : found.group(1).split(",", -1)) {
                    assertThat(other)
                            .as("%s imports it", file)
                            .content()
                            .containsPattern("(?m)^export .*\\b" + name.strip().replaceAll(" as .*", "") + "\\b");
                }
            });
        }
    }

    private static List<Path> scripts(String folder) throws IOException {
        try (var files = Files.walk(STATIC.resolve(folder))) {
            return files.filter(file -> file.toString().matches(".*\\.m?js")).toList();
        }
    }
}
