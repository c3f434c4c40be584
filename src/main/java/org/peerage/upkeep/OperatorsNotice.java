package org.peerage.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.peerage.web.Announcement;
import org.peerage.web.Message;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What the operator wants everybody to know, such as that the server rests on Saturday evening: one line in a file
/// that `./peerage notice` writes. A page shows it some seconds later, without a new start.
@Component
class OperatorsNotice implements Announcement {

    static final int LONGEST = 300;

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Path file;
    private final InstantSource clock;
    private volatile Read read = new Read(Instant.MIN, Optional.empty());

    private record Read(Instant at, Optional<Message> text) {}

    OperatorsNotice(@Value("${peerage.home}") Path home, InstantSource clock) {
        this.file = file(home);
        this.clock = clock;
    }

    static Path file(Path home) {
        return home.resolve("notice");
    }

    @Override
    public Optional<Message> announced() {
        var now = clock.instant();
        if (read.at().isBefore(now.minus(REMEMBERED)) || read.at().isAfter(now)) {
            read = new Read(now, text());
        }
        return read.text();
    }

    private Optional<Message> text() {
        try {
            var text = Files.exists(file) ? Files.readString(file).strip() : "";
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Message.of("upkeep.notice", text.substring(0, Math.min(LONGEST, text.length()))));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
