package org.peerage.meetings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// A meeting before or after it was held, as one member sees it.
///
/// @param summary present once the meeting is closed
record AgendaPage(
        MeetingId meeting,
        UUID group,
        String groupName,
        Sitting.State state,
        long version,
        Instant startsAt,
        ZoneId zone,
        String format,
        List<String> formats,
        boolean approved,
        boolean mayChange,
        String seen,
        List<Row> rows,
        int total,
        int length,
        int waiting,
        @Nullable PersonId deputy,
        List<Person> members,
        int prepared,
        boolean iHavePrepared,
        String notice,
        @Nullable Summary summary) {

    record Row(
            int position,
            ItemKind kind,
            String presenter,
            int minutes,
            Item.Reason reason,
            Instant startsAt,
            boolean up,
            boolean down,
            boolean removable) {}

    record Person(PersonId id, String name) {}

    /// @param turns whole minutes and seconds per person: all of them for the chair, for a member their own
    record Summary(
            Instant from,
            Instant to,
            boolean idle,
            List<Present> present,
            List<String> absent,
            List<Covered> items,
            List<Spoken> turns,
            int answers,
            @Nullable String mean) {}

    record Present(String name, boolean late, boolean assented) {}

    record Covered(ItemKind kind, String presenter, int planned, int spent, boolean covered) {}

    record Spoken(String name, int turns, long seconds) {

        String time() {
            return "%d:%02d".formatted(seconds / 60, seconds % 60);
        }
    }

    UUID request() {
        return Ids.next();
    }

    int over() {
        return Math.max(0, total - length);
    }

    int free() {
        return Math.max(0, length - total);
    }

    boolean isPlanned() {
        return state == Sitting.State.PLANNED;
    }

    boolean isLive() {
        return state == Sitting.State.LIVE;
    }

    List<ItemKind> addable() {
        return List.of(
                ItemKind.ISSUE,
                ItemKind.UPDATES,
                ItemKind.BREAK,
                ItemKind.COMMITMENTS_REVIEW,
                ItemKind.COMMITMENTS_NEW,
                ItemKind.HOUSEKEEPING,
                ItemKind.RATING);
    }
}
