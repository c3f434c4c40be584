package org.peerage.selection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.networks.directory.Directory;

/// A group's prospects as one member has them before them.
///
/// @param record the id that the next prospect will have
/// @param words what was looked for in the directory; empty where nothing was
/// @param found who fits these words and neither sits here nor is a prospect
/// @param chosen who of the directory is about to be named; null where somebody is typed in
record ProspectsPage(
        Circle circle,
        LocalDate today,
        UUID record,
        List<Prospect> prospects,
        String words,
        List<Directory.Entry> found,
        Directory.@Nullable Entry chosen) {

    static String address(GroupId group) {
        return ProspectId.list(group);
    }

    String address() {
        return address(circle.id());
    }

    String room() {
        return circle.openRoom().value();
    }

    /// Those who have come furthest first.
    List<Prospect> open() {
        return prospects.stream()
                .filter(one -> !one.ended() && one.standing() != Standing.WAITING)
                .sorted(Comparator.comparing(Prospect::standing).reversed())
                .toList();
    }

    List<Prospect> waiting() {
        return prospects.stream()
                .filter(one -> one.standing() == Standing.WAITING)
                .toList();
    }

    List<Prospect> ended() {
        return prospects.stream().filter(Prospect::ended).toList();
    }
}
