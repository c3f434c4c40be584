package org.peerage.upkeep;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.peerage.database.Database;
import org.peerage.web.Announcement;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;

/// After a backup was brought back everybody is told of when it was. A device that has seen more than the server knows
/// goes on saying so: nothing that a server says may silence that.
@Component
class BroughtBack implements Announcement {

    private static final Duration TOLD_FOR = Duration.ofDays(30);

    private final Optional<Database.Restored> last;
    private final InstantSource clock;

    BroughtBack(Database database, InstantSource clock) {
        this.last = database.restored();
        this.clock = clock;
    }

    @Override
    public Optional<Message> announced() {
        return last.filter(restored -> clock.instant().isBefore(restored.at().plus(TOLD_FOR)))
                .map(restored -> Message.of("upkeep.broughtBack", new Message.Moment(restored.made(), ZoneOffset.UTC)));
    }
}
