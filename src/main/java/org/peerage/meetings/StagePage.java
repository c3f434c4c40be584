package org.peerage.meetings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Ids;

/// What one item is about, for one member: what to read, to share, to mark.
///
/// @param request for the forms of this page, so that a repeated submit does not act twice
record StagePage(
        MeetingId meeting,
        String groupName,
        ItemId item,
        int number,
        ItemKind kind,
        String presenter,
        boolean current,
        boolean live,
        String room,
        ZoneId zone,
        @Nullable Instant endsAt,
        boolean assented,
        boolean mayAssent,
        List<Assent> assents,
        List<Update> updates,
        List<String> withoutUpdate,
        @Nullable Rating rating,
        @Nullable Instant nextMeeting,
        UUID request) {

    record Assent(String name, boolean present, @Nullable Instant at) {}

    record Update(String name, boolean speaking, boolean mine, UpdateFormat format, SealedView words) {}

    /// @param score absent until this member has given one
    record Rating(
            @Nullable Integer score,
            UUID record,
            long rev,
            @Nullable SealedView words,
            boolean open) {

        boolean is(int candidate) {
            return score != null && score == candidate;
        }
    }

    UUID fresh() {
        return Ids.next();
    }

    boolean hasRoom() {
        return !room.isEmpty();
    }
}
