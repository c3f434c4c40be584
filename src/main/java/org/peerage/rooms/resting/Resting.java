package org.peerage.rooms.resting;

import java.util.List;
import java.util.Set;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.RoomRefused;
import org.peerage.sealing.LedgerEntry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Refuses what rests.
@Component
public class Resting {

    /// What takes words or people out of the room, or words and keys to others.
    private static final Set<String> KINDS = Set.of("export", "del", "add", "remove", "history", "dissolve");

    private final ObjectProvider<Rest> reasons;

    Resting(ObjectProvider<Rest> reasons) {
        this.reasons = reasons;
    }

    /// The rest of what people do in a room asks nobody.
    public void check(RoomId room, List<LedgerEntry> entries) {
        if (entries.stream().anyMatch(entry -> KINDS.contains(entry.kind()) || entry.agreesToEnd())
                && reasons.stream().anyMatch(reason -> reason.rests(room))) {
            throw new RoomRefused("at-rest");
        }
    }
}
