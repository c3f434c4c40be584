package org.peerage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Database;

class EnrolCommandTests {

    @TempDir
    private Path home;

    @Test
    void aRunningInstanceGivesALinkThatIsKeptAsAHashAlone() {
        try (var database = Database.start(home, System.getenv())) {
            database.migrate(List.of("tenancy", "identity"));

            var link = EnrolCommand.link(home, Map.of("PEERAGE_BASE_URL", "https://peers.example.org"))
                    .orElseThrow();

            assertThat(link).matches("https://peers\\.example\\.org/join/[A-Za-z0-9_-]{27}");
            assertThat(kept()).isOne();
            assertThat(EnrolCommand.link(home, Map.of("PEERAGE_PORT", "9090")).orElseThrow())
                    .startsWith("http://localhost:9090/join/");
            assertThat(kept()).isEqualTo(2);
        }
        assertThat(EnrolCommand.link(home, Map.of())).isEmpty();
    }

    private int kept() {
        return Acting.asProgram(
                        "sign-in",
                        () -> Database.besideRunning(
                                home,
                                Map.of(),
                                sql -> sql.sql("select count(*) from identity.personal_link where used_at is null")
                                        .query(Integer.class)
                                        .single()))
                .orElseThrow();
    }
}
