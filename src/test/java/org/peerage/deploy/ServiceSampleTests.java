package org.peerage.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The unit of systemd and the files of the container.
class ServiceSampleTests {

    private static final Path UNIT = Path.of("deploy/systemd/peerage.service");

    @TempDir
    private Path folder;

    @Test
    void systemdReadsTheUnitAndFindsLittleThatItCouldHarm() throws Exception {
        Assumptions.assumeThat(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")))
                .as("systemd is not installed here; the unit was not tried")
                .isTrue();
        // Its program and its settings lie where no test may put anything.
        var unit = folder.resolve("peerage.service");
        Files.writeString(
                unit,
                Files.readString(UNIT)
                        .replace("/opt/peerage/peerage run", "/bin/true")
                        .replace(
                                "/etc/peerage.env",
                                Path.of("deploy/systemd/peerage.env")
                                        .toAbsolutePath()
                                        .toString()));
        assertThat(said("systemd-analyze", "verify", "--recursive-errors=no", "--man=no", unit.toString()))
                .as("what systemd does not understand")
                .isEmpty();
        var exposure = Pattern.compile("exposure level for \\S+: ([0-9.]+)")
                .matcher(said("systemd-analyze", "security", "--offline=true", "--no-pager", unit.toString()));
        assertThat(exposure.find()).isTrue();
        assertThat(Double.parseDouble(exposure.group(1))).isLessThanOrEqualTo(2.0);
    }

    @Test
    void everySettingOfTheSamplesIsOneOfTheReadme() throws IOException {
        var known = names(Files.readString(Path.of("README.md")));
        try (var files = Files.walk(Path.of("deploy"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var named = names(Files.readString(file));
                // The compose file's own, for the name that stands in it twice.
                named.remove("PEERAGE_NAME");
                assertThat(known).as(file.toString()).containsAll(named);
            }
        }
    }

    private static Set<String> names(String text) {
        var names = new TreeSet<String>();
        Pattern.compile("PEERAGE_[A-Z_]+").matcher(text).results().forEach(found -> names.add(found.group()));
        return names;
    }

    private String said(String... command) throws Exception {
        var output = folder.resolve("output").toFile();
        List<String> words = new ArrayList<>(Arrays.asList(command));
        new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start()
                .waitFor();
        return Files.readString(output.toPath());
    }
}
