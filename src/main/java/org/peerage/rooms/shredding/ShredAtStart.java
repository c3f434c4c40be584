package org.peerage.rooms.shredding;

import java.io.IOException;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.Acting;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A program that was killed between the end of a room and the end of its key destroys the key when it starts again.
@Component
class ShredAtStart {

    private final ShredKeys keys;
    private final EndedRooms ended;
    private final TransactionTemplate transaction;

    ShredAtStart(ShredKeys keys, EndedRooms ended, PlatformTransactionManager transactions) {
        this.keys = keys;
        this.ended = ended;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void shred() throws IOException {
        var here = keys.rooms();
        Acting.asProgram("rooms.shredding", () -> transaction.execute(status -> ended.all())).stream()
                .filter(here::contains)
                .map(RoomId::new)
                .forEach(keys::shred);
    }
}
