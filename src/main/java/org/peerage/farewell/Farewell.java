package org.peerage.farewell;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;

/// That somebody means to leave, and how far it has come; or that they were let out without having said so.
///
/// @param id of the sealed words to the chair as well
/// @param chair whoever chaired then, and alone can open them; empty where nothing was told
/// @param last the meeting that is to be their last; empty as long as that is open
/// @param name of the group
/// @param pledge its clause on confidentiality as it was signed; empty where it has none
record Farewell(
        UUID id,
        GroupId group,
        RoomId room,
        PersonId person,
        Optional<PersonId> chair,
        Optional<MeetingId> last,
        Stage stage,
        Instant toldAt,
        Optional<Instant> announcedAt,
        Optional<Instant> endedAt,
        String name,
        String pledge) {

    boolean mine() {
        return person.equals(Acting.me());
    }

    boolean toMe() {
        return chair.equals(Optional.of(Acting.me()));
    }

    /// Of somebody who is out of the room now, and had said nothing of it.
    static Farewell unsaid(
            UUID id, GroupId group, RoomId room, PersonId person, Instant at, String name, String pledge) {
        return new Farewell(
                id,
                group,
                room,
                person,
                Optional.empty(),
                Optional.empty(),
                Stage.GONE,
                at,
                Optional.empty(),
                Optional.of(at),
                name,
                pledge);
    }

    /// They were let out by others, or left without a word.
    boolean isUnsaid() {
        return chair.isEmpty();
    }

    /// Whether an act is up to whoever acts.
    boolean upToMe(Act act) {
        return switch (act.whose()) {
            case LEAVER -> mine();
            case CHAIR -> toMe();
            case PROGRAM -> false;
        };
    }
}
