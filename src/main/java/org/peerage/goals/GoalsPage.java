package org.peerage.goals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.networks.LabelSets;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.web.Labelled;
import org.peerage.web.Panel;
import org.peerage.web.Shell;

/// The goals of a group as one member has them before them.
///
/// @param record the id that a new goal will have
/// @param agreed whether whoever looks may be challenged
/// @param labels the words of the group's network, which say what kinds of goals there are
record GoalsPage(
        Circle circle,
        LocalDate today,
        UUID record,
        List<Line> mine,
        List<Theirs> others,
        boolean agreed,
        String labels)
        implements Labelled {

    /// The kinds to choose from, by name, as one attribute of the sealed field: nobody but the room learns which.
    String kinds(Shell shell) {
        return LabelSets.goals(labels).stream()
                .map(kind -> shell.text("goals.kind." + kind))
                .collect(Collectors.joining("|"));
    }

    /// @param challenges as far as whoever looks may read them
    /// @param challenging the id that a challenge by whoever looks will have; null where there can be none
    /// @param text none where whoever looks may not read it
    /// @param below what other modules do about it
    record Line(
            Goal goal,
            String owner,
            @Nullable SealedView text,
            @Nullable SealedView outcome,
            List<Said> challenges,
            @Nullable UUID challenging,
            List<Panel> below) {

        /// For whom a challenge is sealed that is for two.
        @Nullable String readers() {
            return GoalTexts.CHALLENGE.readers(Map.of("challenger", Acting.me(), "owner", goal.owner()));
        }

        String address() {
            return "/goals/" + goal.id();
        }
    }

    /// @param text none where whoever looks may not read it
    record Said(Challenge challenge, String by, @Nullable SealedView text) {}

    record Theirs(String name, String page, List<Line> goals) {}

    String room() {
        return circle.openRoom().value();
    }

    String address() {
        return Goals.address(circle.id());
    }

    List<Line> open() {
        return mine.stream().filter(line -> line.goal().isOpen()).toList();
    }

    List<Line> closed() {
        return mine.stream().filter(line -> !line.goal().isOpen()).toList();
    }

    LocalDate suggested() {
        return today.plusYears(1);
    }
}
