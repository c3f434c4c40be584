package org.peerage.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerage.Passable;

class NotificationsTests {

    /// Writes down what it is told.
    private record Ear(String channel, BlockingQueue<String> told) implements Listener {

        @Override
        public void heard(String words) {
            told.add(words);
        }

        @Override
        public void listening() {
            told.add("listening");
        }

        String next() throws InterruptedException {
            return String.valueOf(told.poll(120, TimeUnit.SECONDS));
        }
    }

    @Test
    void whatIsToldIsHeardByItsListenerAndAfterABrokenConnectionAgain(@TempDir(factory = Passable.class) Path home)
            throws Exception {
        try (var database = PostgresFixture.start(home)) {
            var bees = new Ear("bees", new LinkedBlockingQueue<>());
            var wasps = new Ear("wasps", new LinkedBlockingQueue<>());
            var notifications = new Notifications(database, List.of(bees, wasps));
            notifications.start();
            assertThat(bees.next()).isEqualTo("listening");
            assertThat(wasps.next()).isEqualTo("listening");

            PostgresFixture.run(database.app(), "select pg_notify('bees', 'swarm')");
            assertThat(bees.next()).isEqualTo("swarm");

            PostgresFixture.run(
                    PostgresFixture.login(home, Role.SUPERUSER),
                    "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'");
            assertThat(bees.next()).as("what was told meanwhile is lost").isEqualTo("listening");
            PostgresFixture.run(database.app(), "select pg_notify('bees', 'home')");
            assertThat(bees.next()).isEqualTo("home");
            assertThat(wasps.told()).containsExactly("listening");

            notifications.stop();
            assertThat(notifications.isRunning()).isFalse();
        }
    }
}
