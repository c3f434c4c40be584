package org.peerage.meetings.record;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.peerage.meetings.ItemKind;

/// How a meeting went, as the clock of the meeting knows it: nothing that was said.
///
/// @param turns whole minutes and seconds per person: all of them for the chair, for a member their own
record SummaryPage(
        Instant from,
        Instant to,
        ZoneId zone,
        boolean idle,
        List<Present> present,
        List<String> absent,
        List<Covered> items,
        List<Spoken> turns) {

    record Present(String name, boolean late, boolean assented) {}

    /// @param carried it was not reached and comes first next time
    record Covered(ItemKind kind, String presenter, int planned, long spent, boolean covered, boolean carried) {}

    record Spoken(String name, int turns, long seconds) {

        String time() {
            return "%d:%02d".formatted(seconds / 60, seconds % 60);
        }
    }
}
