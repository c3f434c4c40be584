package org.peerage.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerage.RunningPeerage;
import tools.jackson.databind.json.JsonMapper;

/// What another program reads of us. The start is one that is refused, because it is the shortest.
class LogTests {

    @TempDir
    private Path folder;

    @Test
    void itIsWrittenAsJsonAndIntoAFileWhereSomebodyWantsThat() throws IOException, InterruptedException {
        var file = folder.resolve("peerage.log");
        var start = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.peerage.Peerage"))
                .redirectErrorStream(true);
        start.environment()
                .putAll(Map.of(
                        "PEERAGE_HOME",
                        RunningPeerage.shared().home().toString(),
                        "PEERAGE_PORT",
                        "0",
                        "PEERAGE_LOG_FORMAT",
                        "ecs",
                        "PEERAGE_LOG_FILE",
                        file.toString()));
        var process = start.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isNotZero();
        var json = JsonMapper.builder().build();
        assertThat(said.lines().filter(line -> line.startsWith("{")).map(json::readTree))
                .as(said)
                .isNotEmpty()
                .allMatch(event -> event.has("@timestamp") && event.has("message"))
                .anyMatch(event -> event.path("message").asString("").contains("already running"));
        assertThat(Files.readString(file)).contains("already running");
    }
}
