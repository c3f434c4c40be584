package org.peerage.processing;

import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;

/// What is worked on, as its module sees it for whoever acts.
///
/// @param thing the same whenever it is worked on again: what was written about it stays with it
/// @param leads whether whoever acts leads here and now
/// @param live whether anything may happen here now; afterwards it is only read
/// @param onPaper the group took its steps without screens, or left before something came of it, and what is written
///        is still taken
/// @param presence of the presenter, to whoever leads; to everybody else they follow
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
        boolean onPaper,
        Presence presence) {

    /// Whether the presenter is there, and can write for themselves.
    public enum Presence {
        ABSENT,
        WITHOUT_SCREEN,
        FOLLOWING
    }

    /// Whoever acts writes what the steps let the presenter write.
    boolean writesAsPresenter() {
        return presenter.equals(Acting.me()) || spokenFor();
    }

    /// Whoever acts leads, and the presenter is there without a screen.
    public boolean spokenFor() {
        return presence == Presence.WITHOUT_SCREEN;
    }

    boolean isWritten() {
        return live || onPaper;
    }
}
