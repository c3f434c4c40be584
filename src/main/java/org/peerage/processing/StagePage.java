package org.peerage.processing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.rooms.SealedView;
import org.peerage.rooms.TextKind;
import org.peerage.web.Panel;

/// Something that is worked on, as one member sees it.
///
/// @param thing what all texts here are about
/// @param words where the texts of its module begin: `issues`
/// @param presence of the presenter, to whoever leads
/// @param lacks what its steps and its end still ask for
/// @param endsAt when the step ends, in milliseconds since 1970
record StagePage(
        String id,
        UUID thing,
        String room,
        String words,
        String protocol,
        String presenter,
        String presenterPage,
        boolean mine,
        boolean leads,
        Subject.Presence presence,
        Phase phase,
        int step,
        List<StepLine> steps,
        long endsAt,
        List<String> lacks,
        List<Form> forms,
        List<Shown> shown,
        Optional<Panel> heading,
        Optional<Panel> outcome,
        Requests requests) {

    enum Phase {
        AHEAD,
        UNDER_WAY,
        ON_PAPER,
        OVER
    }

    /// @param state `ahead`, `now` or `done`
    record StepLine(String key, String speaker, List<String> forbidden, int minutes, String state) {}

    /// A text that may be written now. `last` is the only way to go on when nothing else comes of it, so it stands
    /// below what else may come.
    record Form(
            TextKind kind,
            boolean many,
            boolean last,
            @Nullable String readers,
            UUID record,
            int rev,
            @Nullable SealedView before) {}

    /// What was written of one kind, for whoever may read it. `own` is how many of them whoever acts has written for
    /// another's eyes.
    record Shown(TextKind kind, boolean many, List<SealedView> texts, int own) {}

    /// The same at each look until something has happened, so that a second press is the first one again.
    record Requests(UUID begin, UUID back, UUID on) {}

    StepLine current() {
        return steps.get(step);
    }

    boolean underWay() {
        return phase == Phase.UNDER_WAY;
    }

    /// What is said to whoever leads of a presenter who cannot write for themselves; empty where they can.
    String presenterLacks() {
        return switch (presence) {
            case ABSENT -> "processing.absent";
            case WITHOUT_SCREEN -> "processing.spoken-for";
            case FOLLOWING -> "";
        };
    }

    boolean lastStep() {
        return step == steps.size() - 1;
    }
}
