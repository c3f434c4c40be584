package org.peerage.groups.roles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.tenancy.Acting;

/// The roles of a group, with what is drafted where nobody has one yet.
///
/// @param chair who guides the group, which is no role of this page
/// @param drafted nothing has been given: what is chosen is a proposal
/// @param seen stands for what was given when the page was drawn
/// @param stale somebody else has changed it since
record RolesPage(
        Circle circle,
        String chair,
        boolean drafted,
        List<RoleStore.Seated> seats,
        List<Line> lines,
        String seen,
        boolean stale) {

    /// @param seat who has it, or is proposed for it
    record Line(
            String key,
            @Nullable UUID seat,
            String name,
            @Nullable String page,
            LocalDate until,
            boolean held,
            boolean mine,
            boolean over) {}

    static RolesPage of(
            Circle circle,
            List<RoleKinds.RoleKind> kinds,
            int months,
            List<RoleStore.Seated> seats,
            List<RoleStore.Held> held,
            LocalDate today,
            boolean stale) {
        var me = Acting.me();
        var others = seats.stream().filter(seat -> !seat.chair()).toList();
        var lines = new ArrayList<Line>();
        for (var kind : kinds) {
            var now = held.stream().filter(one -> one.role().equals(kind.key())).findFirst();
            var proposed = held.isEmpty() && lines.size() < others.size()
                    ? Optional.of(others.get(lines.size()))
                    : Optional.<RoleStore.Seated>empty();
            lines.add(now.map(one -> new Line(
                            kind.key(),
                            one.by().seat(),
                            one.by().name(),
                            one.by().person().map(circle.id()::member).orElse(null),
                            one.until(),
                            true,
                            one.by().person().equals(Optional.of(me)),
                            one.until().isBefore(today)))
                    .orElseGet(() -> new Line(
                            kind.key(),
                            proposed.map(RoleStore.Seated::seat).orElse(null),
                            "",
                            null,
                            kind.until(today, months),
                            false,
                            false,
                            false)));
        }
        return new RolesPage(
                circle,
                seats.stream()
                        .filter(RoleStore.Seated::chair)
                        .map(RoleStore.Seated::name)
                        .findFirst()
                        .orElse(""),
                held.isEmpty() && !others.isEmpty(),
                seats,
                List.copyOf(lines),
                Integer.toHexString(held.stream()
                        .map(one -> one.role() + one.by().seat() + one.until())
                        .toList()
                        .hashCode()),
                stale);
    }
}
