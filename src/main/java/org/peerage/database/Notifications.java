package org.peerage.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.ExponentialBackOff;

/// Listens on one connection of its own, outside the pool, and passes on what is told there. When the
/// connection breaks it makes a new one, trying less and less often.
@Component
class Notifications implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final Duration LISTEN = Duration.ofSeconds(10);

    private final Database database;
    private final Map<String, Listener> listeners;
    private final ExponentialBackOff patience = new ExponentialBackOff(250, 2);
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile @Nullable Connection connection;

    Notifications(Database database, List<Listener> listeners) {
        this.database = database;
        this.listeners = listeners.stream().collect(Collectors.toMap(Listener::channel, Function.identity()));
        patience.setMaxInterval(Duration.ofSeconds(10).toMillis());
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("notifications").daemon().start(this::listen);
    }

    private void listen() {
        var wait = patience.start();
        do {
            if (follow()) {
                wait = patience.start();
            }
        } while (!stopsWithin(wait.nextBackOff()));
    }

    /// Until the connection breaks. False when none could be made.
    private boolean follow() {
        var made = false;
        try (var opened = open()) {
            connection = opened;
            made = true;
            listeners.values().forEach(Listener::listening);
            while (isRunning()) {
                pass(opened.unwrap(PGConnection.class).getNotifications((int) LISTEN.toMillis()));
            }
        } catch (SQLException | NestedRuntimeException broken) {
            if (isRunning()) {
                LOG.warn("Nothing is heard of other nodes for a moment: {}", broken.getMessage());
            }
        }
        return made;
    }

    private Connection open() throws SQLException {
        var opened = database.app().open();
        try (var statement = opened.createStatement()) {
            for (var channel : listeners.keySet()) {
                statement.execute("listen " + channel);
            }
        }
        return opened;
    }

    private void pass(PGNotification @Nullable [] told) {
        if (told == null) {
            return;
        }
        for (var notification : told) {
            var listener = listeners.get(notification.getName());
            if (listener != null) {
                listener.heard(notification.getParameter());
            }
        }
    }

    private boolean stopsWithin(long millis) {
        try {
            return stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }

    @Override
    public void stop() {
        var listening = thread;
        thread = null;
        stopped.countDown();
        if (listening != null) {
            listening.interrupt();
        }
        try {
            var opened = connection;
            if (opened != null) {
                opened.close();
            }
        } catch (SQLException _) {
            LOG.debug("The connection was gone already");
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
