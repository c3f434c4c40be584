package org.peerage.processing;

import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;

/// What is worked on, as its module sees it for whoever acts.
///
/// @param thing the same whenever it is worked on again: what was written about it stays with it
/// @param leads whether whoever acts leads here and now
/// @param live whether anything may happen here now; afterwards it is only read
/// @param onPaper the group took its steps without screens, and what it wrote is still taken
public record Subject(
        ProcessingId id,
        UUID thing,
        GroupId group,
        RoomId room,
        PersonId presenter,
        String presenterName,
        Protocol protocol,
        boolean leads,
        boolean live,
        boolean onPaper) {

    boolean isWritten() {
        return live || onPaper;
    }
}
