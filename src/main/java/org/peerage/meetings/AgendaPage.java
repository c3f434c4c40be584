package org.peerage.meetings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;
import org.peerage.web.Panel;

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
        List<ItemKind> addable,
        @Nullable PersonId deputy,
        List<Person> members,
        int prepared,
        boolean iHavePrepared,
        @Nullable Message notice,
        @Nullable Summary summary) {

    record Row(
            int position,
            ItemKind kind,
            String presenter,
            int minutes,
            Reason reason,
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
            List<Panel> kept) {}

    record Present(String name, boolean late, boolean assented) {}

    /// @param carried it was not reached and comes first next time
    record Covered(ItemKind kind, String presenter, int planned, int spent, boolean covered, boolean carried) {}

    record Spoken(String name, int turns, long seconds) {

        String time() {
            return "%d:%02d".formatted(seconds / 60, seconds % 60);
        }
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
}
