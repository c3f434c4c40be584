package org.peerage.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.PersonId;

/// What somebody hears of a topic. Words said before its connection is there are kept for it. Thousands are open at
/// once, so it holds no buffer of its own (ADR-0053).
///
/// Safe for many threads: two words never mix, and a word to a browser that takes nothing waits for
/// [#PATIENCE_MILLIS] and then ends the stream.
final class Stream {

    private static final int PATIENCE_MILLIS = 20_000;

    private final UUID topic;
    private final PersonId person;
    private final Instant longest;
    private final Consumer<Stream> atEnd;
    private String early = "";
    private volatile @Nullable SocketWrapperBase<?> connection;
    private volatile boolean over;

    Stream(UUID topic, PersonId person, Instant longest, Consumer<Stream> atEnd) {
        this.topic = topic;
        this.person = person;
        this.longest = longest;
        this.atEnd = atEnd;
    }

    UUID topic() {
        return topic;
    }

    PersonId person() {
        return person;
    }

    boolean isOver(Instant now) {
        return now.isAfter(longest);
    }

    /// From now on words go out. One that has ended meanwhile closes the connection instead.
    void connect(SocketWrapperBase<?> its) {
        its.setWriteTimeout(PATIENCE_MILLIS);
        synchronized (this) {
            connection = its;
            if (!early.isEmpty()) {
                write(its, early);
                early = "";
            }
        }
        if (over) {
            end();
        }
    }

    synchronized void say(String words) {
        if (over) {
            return;
        }
        var its = connection;
        if (its == null) {
            early += words;
        } else {
            write(its, words);
        }
    }

    private void write(SocketWrapperBase<?> to, String words) {
        var bytes = words.getBytes(StandardCharsets.US_ASCII);
        try {
            to.write(true, bytes, 0, bytes.length);
            to.flush(true);
        } catch (IOException | RuntimeException _) {
            // The browser has gone, or the connection was closed from here meanwhile, which Tomcat may say in any way.
            end();
        }
    }

    /// Never waits for a word that is on its way: closing the connection is what ends that.
    void end() {
        over = true;
        atEnd.accept(this);
        var its = connection;
        if (its != null) {
            its.close();
        }
    }
}
