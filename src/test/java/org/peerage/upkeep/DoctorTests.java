package org.peerage.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerage.Caller;
import org.peerage.RunningPeerage;

class DoctorTests {

    private final RunningPeerage peerage = RunningPeerage.shared();

    @TempDir
    private Path empty;

    private static List<String> marks(Path home, Map<String, String> environment) {
        return new Doctor(home, environment, InstantSource.system())
                .look().stream()
                        .map(finding -> finding.mark() + " " + finding.subject())
                        .toList();
    }

    @Test
    void aRunningInstanceIsWell() {
        assertThat(marks(peerage.home(), Map.of()))
                .contains(
                        "GOOD database",
                        "GOOD schema",
                        "GOOD clock",
                        "GOOD trail",
                        "GOOD secrets",
                        "LOOK address",
                        "LOOK mail")
                .noneMatch(mark -> mark.startsWith("BAD"));
    }

    @Test
    void anEntryThatSomebodyChangedPastTheProgramIsNamed() {
        var wren = Caller.enrolled(peerage, "Wren Halloway").person();
        var entry = peerage.column("select id from identity.audit where chain = ?", wren.value())
                .getFirst();
        var change = "update identity.audit set about = %s where id = '" + entry + "'";
        peerage.asSuperuser(change.formatted("id"));
        try {
            assertThat(new Doctor(peerage.home(), Map.of(), InstantSource.system())
                            .look().stream()
                                    .filter(finding -> finding.mark() == Finding.Mark.BAD)
                                    .map(Finding::line))
                    .singleElement()
                    .asString()
                    .contains("trail", "1 broken of", entry);
        } finally {
            peerage.asSuperuser(change.formatted("null"));
        }
    }

    @Test
    void whatIsWrongIsSaidWithWhatToDoAndWithoutSecrets() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var environment = Map.of(
                "PEERAGE_BASE_URL",
                "https://localhost:" + closed,
                "PEERAGE_SMTP_URL",
                "smtp://ann:marigold-7731@localhost:" + closed,
                "PEERAGE_OPENID",
                "work",
                "PEERAGE_OPENID_WORK_ISSUER",
                "http://localhost:" + closed,
                "PEERAGE_OPENID_WORK_CLIENT_ID",
                "peerage",
                "PEERAGE_OPENID_WORK_CLIENT_SECRET",
                "marigold-7732");
        var command = new UpkeepCommand(empty, environment, InstantSource.system(), out, out);
        assertThat(command.doctor(List.of())).isEqualTo(1);
        var bad = new ArrayList<String>();
        said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("BAD"))
                .forEach(bad::add);
        assertThat(bad).hasSize(4);
        assertThat(bad.toString())
                .contains(
                        "no Peerage runs on " + empty,
                        "does not answer",
                        "does not take us",
                        "compare PEERAGE_OPENID_WORK_ISSUER")
                .doesNotContain("marigold");
        assertThat(marks(empty, Map.of("PEERAGE_BASE_URL", "http://forum.example.org")))
                .contains("BAD address");
        assertThat(marks(empty, Map.of("PEERAGE_OPENID", "work"))).contains("BAD openid");
    }
}
