package org.peerage.meetings.floor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.peerage.database.Database;
import org.peerage.meetings.MeetingId;
import org.peerage.tenancy.PersonId;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;

/// Listens on one connection of its own, outside the pool, for acts that any node has committed, and passes them to the
/// streams of this node. When the connection breaks it makes a new one and tells every stream where its meeting
/// stands, because what was rung meanwhile is lost.
@Component
class MeetingBell implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MeetingBell.class);
    private static final Duration LISTEN = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Database database;
    private final Streams streams;
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread listener;
    private volatile @Nullable Connection connection;

    MeetingBell(Database database, Streams streams) {
        this.database = database;
        this.streams = streams;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        listener = Thread.ofPlatform().name("meetings-bell").daemon().start(this::listen);
    }

    private void listen() {
        do {
            follow();
        } while (!stopsWithin(PATIENCE));
    }

    private void follow() {
        try (var opened = open()) {
            connection = opened;
            streams.announceAll();
            while (isRunning()) {
                pass(opened.unwrap(PGConnection.class).getNotifications((int) LISTEN.toMillis()));
            }
        } catch (SQLException | NestedRuntimeException broken) {
            if (isRunning()) {
                LOG.warn("The bell of the meetings is silent for a moment: {}", broken.getMessage());
            }
        }
    }

    private Connection open() throws SQLException {
        var login = database.app();
        var opened = DriverManager.getConnection(login.url(), login.user(), login.password());
        try (var statement = opened.createStatement()) {
            statement.execute("listen meetings");
        }
        return opened;
    }

    private void pass(PGNotification @Nullable [] rung) {
        if (rung == null) {
            return;
        }
        for (var notification : rung) {
            var words = notification.getParameter().split(" ", 2);
            if (words[0].equals(Followers.OUT)) {
                streams.end(new PersonId(UUID.fromString(words[1])));
                continue;
            }
            streams.announce(new MeetingId(UUID.fromString(words[0])), Long.parseLong(words[1]));
        }
    }

    private boolean stopsWithin(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }

    @Override
    public void stop() {
        var thread = listener;
        listener = null;
        stopped.countDown();
        if (thread != null) {
            thread.interrupt();
        }
        try {
            var opened = connection;
            if (opened != null) {
                opened.close();
            }
        } catch (SQLException _) {
            LOG.debug("The bell's connection was gone already");
        }
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }
}
