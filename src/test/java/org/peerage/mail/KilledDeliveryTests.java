package org.peerage.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerage.RunningPeerage;
import org.peerage.database.Database;
import org.peerage.kills.Nodes;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// A program that is killed between sending a letter and marking it: the letter is sent again, as the same letter.
class KilledDeliveryTests {

    private static final int LETTERS = 5;

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final PersonId tomas = new PersonId(Ids.next());

    @Test
    void everyLetterArrivesAndTheOneThatWasOnItsWayArrivesTwiceUnderOneNumber(@TempDir Path home)
            throws IOException, InterruptedException {
        as(tomas, () -> peerage.bean(Mailboxes.class).change(tomas + "@example.org", "", Locale.ENGLISH));
        IntStream.range(0, LETTERS)
                .forEach(number -> as(
                        tomas,
                        () -> peerage.bean(Outbox.class)
                                .post(TestLetter.note(
                                        number + "/" + tomas,
                                        number + "/" + tomas,
                                        tomas,
                                        Instant.now().plus(Duration.ofDays(1))))));
        try (var post = new SlowServer(tomas + "@example.org", 2)) {
            try (var node = node(home, post)) {
                assertThat(post.isSilent()).isTrue();
                node.kill(0);
            }
            assertThat(post.letters()).hasSize(2);
            assertThat(sent()).isEqualTo(1);
            theLeaseHasRunOut();
            try (var node = node(home, post)) {
                node.untilReady();
                untilAllAreSent();
            }
            var numbers = post.letters().stream()
                    .map(KilledDeliveryTests::number)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertThat(numbers).hasSize(LETTERS);
            assertThat(post.letters()).as("one more than there are").hasSize(LETTERS + 1);
            assertThat(numbers)
                    .as("the one that was on its way")
                    .containsEntry(number(post.letters().get(1)), 2L);
        }
    }

    private Nodes node(Path home, SlowServer post) throws IOException {
        return Nodes.beside(
                peerage.bean(Database.class).app(),
                home,
                peerage.base(),
                "--peerage.mail.smtp-url=" + post.address(),
                "--peerage.mail.from=Peerage <post@example.org>");
    }

    private void untilAllAreSent() {
        var end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (sent() < LETTERS) {
            assertThat(System.nanoTime()).as("letters are sent").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private long sent() {
        return states().getOrDefault("sent", 0L);
    }

    private static String number(String letter) {
        return letter.lines()
                .filter(line -> line.startsWith("Message-ID:"))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Long> states() {
        return as(tomas, () -> peerage.bean(LetterStore.class).of(tomas, 2 * LETTERS)).stream()
                .collect(Collectors.groupingBy(
                        line -> line.state().name().toLowerCase(Locale.ROOT), Collectors.counting()));
    }

    /// Three minutes later.
    private void theLeaseHasRunOut() {
        peerage.asSuperuser(
                "update mail.letter set next_at = now() where state = 'waiting' and to_person = ?", tomas.value());
    }

    private <T> T as(PersonId person, Supplier<T> work) {
        return Acting.as(new Actor.Person(person), () -> peerage.inTransaction(work));
    }
}
