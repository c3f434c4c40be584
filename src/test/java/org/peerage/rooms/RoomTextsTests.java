package org.peerage.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peerage.sealing.Ledger;

/// Whatever a room refuses, by its scripts or by the server, is said to people in a sentence of its own.
class RoomTextsTests {

    private static final Pattern THROWN = Pattern.compile("new Room(?:Error|Refused)\\(\\s*\"([a-z-]+)\"");

    @Test
    void eachThrownCodeOfARoomHasASentence() throws IOException {
        var thrown = new TreeSet<String>();
        for (var root : Set.of("src/main/resources/static", "src/main/java")) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Files::isRegularFile)
                        .filter(one -> one.toString().matches(".*\\.(js|java)"))
                        .toList()) {
                    THROWN.matcher(Files.readString(file)).results().forEach(found -> thrown.add(found.group(1)));
                }
            }
        }
        Arrays.stream(Ledger.Refusal.values())
                .forEach(refusal ->
                        thrown.add(refusal.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        assertThat(thrown).contains("malformed", "no-reader", "gone-backwards");
        assertThat(RoomTexts.CODES).containsAll(thrown).doesNotHaveDuplicates();
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages/rooms.properties"))) {
            texts.load(reader);
        }
        assertThat(texts.stringPropertyNames())
                .containsAll(RoomTexts.CODES.stream()
                        .map(code -> "rooms.say." + code)
                        .toList());
    }
}
