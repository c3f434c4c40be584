package org.peerage.meetings.paper;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.floor.HeldOnPaper;
import org.peerage.tenancy.PersonId;

/// What somebody has filled in of a meeting that was held on paper; what is not ticked does not come.
record EntryForm(
        @Nullable Long version,
        @Nullable UUID request,
        @Nullable String seen,
        @Nullable Boolean again,
        @Nullable String from,
        @Nullable String to,
        @Nullable List<UUID> there,
        @Nullable List<UUID> late,
        @Nullable List<Integer> reached) {

    /// Empty where the times are none.
    Optional<HeldOnPaper> parse(ZoneId zone) {
        try {
            return Optional.of(new HeldOnPaper(
                    Boolean.TRUE.equals(again),
                    LocalDateTime.parse(said(from)).atZone(zone).toInstant(),
                    LocalDateTime.parse(said(to)).atZone(zone).toInstant(),
                    there == null
                            ? List.of()
                            : there.stream().distinct().map(PersonId::new).toList(),
                    late == null ? Set.of() : people(late),
                    reached == null ? Set.of() : Set.copyOf(reached)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Set<PersonId> people(List<UUID> ids) {
        return ids.stream().map(PersonId::new).collect(Collectors.toSet());
    }

    static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
