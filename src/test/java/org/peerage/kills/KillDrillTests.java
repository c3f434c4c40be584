package org.peerage.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The drill as `./peerage bench kills` runs it, with one kill of each kind.
class KillDrillTests {

    @Test
    void whatWasAcknowledgedIsInTheSecondDatabaseWhenTheFirstIsKilled() throws IOException, InterruptedException {
        assertThat(drilled("1", "pair")).contains("| primary | 1 |");
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAKillOfNodeDatabaseAndBoth() throws IOException, InterruptedException {
        assertThat(drilled("3", "1")).contains("| node | 1 |", "| database | 1 |", "| both | 1 |");
    }

    private static String drilled(String kills, String nodes) throws IOException, InterruptedException {
        var drill = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KillDrill.class.getName(),
                        kills,
                        nodes,
                        // A busy machine takes minutes for each.
                        "30",
                        "1"))
                .redirectErrorStream(true);
        // The folder that the tests of this process share is in use.
        drill.environment().remove("PEERAGE_TEST_HOME");
        var process = drill.start();
        try (var said = process.getInputStream()) {
            var all = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(all).isZero();
            return all;
        } finally {
            process.destroyForcibly();
        }
    }
}
