package org.peerage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerage.Passable;
import org.peerage.database.Database;
import org.peerage.identity.EnrolCommand.Answer.Link;
import org.peerage.identity.EnrolCommand.Answer.Nobody;
import org.peerage.identity.EnrolCommand.Answer.Unclear;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.SecondProcess;

class EnrolCommandTests {

    @TempDir(factory = Passable.class)
    private Path home;

    @Test
    void aRunningInstanceGivesALinkThatIsKeptAsAHashAlone() {
        try (var database = Database.start(home, System.getenv())) {
            database.migrate(List.of("database", "tenancy", "identity"));

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

    @Test
    void somebodyEnrolledIsFoundByNameAddressOrIdAndGetsASignInLink() {
        try (var database = Database.start(home, System.getenv())) {
            database.migrate(List.of("database", "tenancy", "identity", "mail"));
            var ada = person("Ada Example", "ada@example.org");
            person("Adam Example", "adam@example.org");

            assertThat(signIn("Ada Example")).isInstanceOfSatisfying(Link.class, link -> {
                assertThat(link.name()).isEqualTo("Ada Example");
                assertThat(link.url()).contains("/join/");
            });
            assertThat(signIn(ada.toString())).isInstanceOf(Link.class);
            assertThat(signIn("ADAM@example.org"))
                    .isInstanceOfSatisfying(
                            Link.class, link -> assertThat(link.name()).isEqualTo("Adam Example"));
            assertThat(signIn("adam")).isInstanceOf(Link.class);
            assertThat(signIn("example"))
                    .isInstanceOfSatisfying(
                            Unclear.class,
                            unclear -> assertThat(unclear.lines())
                                    .hasSize(2)
                                    .anyMatch(line -> line.startsWith(ada + "  Ada Example  (enrolled 20")));
            assertThat(signIn("Zoe")).isEqualTo(new Nobody());
            assertThat(kept()).isEqualTo(4);
        }
        assertThat(EnrolCommand.signIn(home, Map.of(), "Ada Example")).isEmpty();
    }

    private EnrolCommand.Answer signIn(String whom) {
        return EnrolCommand.signIn(home, Map.of(), whom).orElseThrow();
    }

    private PersonId person(String name, String address) {
        var person = new PersonId(Ids.next());
        Acting.asProgram(
                "sign-in",
                () -> SecondProcess.transaction(home, Map.of(), sql -> {
                    new PersonStore(sql).add(person, name, Instant.parse("2026-11-02T09:00:00Z"));
                    return person;
                }));
        Acting.as(
                new Actor.Person(person),
                () -> SecondProcess.transaction(
                        home,
                        Map.of(),
                        sql -> sql.sql("insert into mail.mailbox (person_id, address) values (:person, :address)")
                                .param("person", person.value())
                                .param("address", address)
                                .update()));
        return person;
    }

    private int kept() {
        return Acting.asProgram(
                        "sign-in",
                        () -> SecondProcess.transaction(
                                home,
                                Map.of(),
                                sql -> sql.sql("select count(*) from identity.personal_link where used_at is null")
                                        .query(Integer.class)
                                        .single()))
                .orElseThrow();
    }
}
