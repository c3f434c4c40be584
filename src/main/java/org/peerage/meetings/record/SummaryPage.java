package org.peerage.meetings.record;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.Presenter;

/// How a meeting went, as the clock of the meeting knows it: nothing that was said.
///
/// @param corrected somebody has put right what was entered
/// @param turns whole minutes and seconds per person: all of them for the chair, for a member their own
record SummaryPage(
        Instant from,
        Instant to,
        ZoneId zone,
        boolean idle,
        @Nullable Entered entered,
        @Nullable Entered corrected,
        List<Present> present,
        List<Absent> absent,
        List<Covered> items,
        List<Spoken> turns,
        @Nullable Next next) {

    /// It was held without screens, and somebody has entered it since.
    record Entered(String name, Instant at) {}

    record Next(String address, Instant startsAt) {}

    /// @param page what the room keeps of them
    record Present(String name, String page, boolean late, boolean assented) {}

    record Absent(String name, String page) {}

    /// @param carried it was not reached and comes first next time
    record Covered(ItemKind kind, Presenter presenter, int planned, long spent, boolean covered, boolean carried) {}

    record Spoken(String name, String page, int turns, long seconds) {

        String time() {
            return "%d:%02d".formatted(seconds / 60, seconds % 60);
        }
    }
}
