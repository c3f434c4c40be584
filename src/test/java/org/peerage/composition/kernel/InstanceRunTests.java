package org.peerage.composition.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceRunTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void theLastLineIsTheObjectiveAndTheSolutionGivesTheSame() throws IOException {
        Instance instance = Instances.random(20, 3, 5, 8, 4);
        Path file = Files.writeString(folder.resolve("instance.txt"), mdgplib(instance));
        Path solution = folder.resolve("solution");

        new InstanceRun(file, "mdgplib", Optional.of(solution), 1, 7, 0, OptionalLong.of(300))
                .run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));

        String last = out.toString(StandardCharsets.UTF_8).lines().toList().getLast();
        int[] groupOf = Files.readAllLines(solution).stream()
                .mapToInt(Integer::parseInt)
                .toArray();
        assertThat(last).startsWith("objective ");
        assertThat(Double.parseDouble(last.substring("objective ".length())))
                .isCloseTo(Instances.check(instance, groupOf), within(1e-6));
    }

    private static String mdgplib(Instance instance) {
        StringBuilder text = new StringBuilder(instance.elements + " " + instance.groups + " ds");
        for (int g = 0; g < instance.groups; g++) {
            text.append(' ').append((int) instance.least[g]).append(' ').append((int) instance.greatest[g]);
        }
        text.append('\n');
        for (int i = 0; i < instance.elements; i++) {
            for (int j = i + 1; j < instance.elements; j++) {
                text.append("%d %d %d%n".formatted(i, j, (int) instance.values[i][j]));
            }
        }
        return text.toString();
    }
}
