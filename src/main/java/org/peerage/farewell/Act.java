package org.peerage.farewell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All that can be done about a farewell that has begun; what is not here is refused.
enum Act {
    HEAR(Whose.CHAIR, List.of(Stage.TOLD)),
    ANNOUNCE(Whose.LEAVER, List.of(Stage.TOLD, Stage.HEARD)),
    /// Another last meeting.
    MOVE(Whose.LEAVER, List.of(Stage.TOLD, Stage.HEARD, Stage.ANNOUNCED)),
    STAY(Whose.LEAVER, List.of(Stage.TOLD, Stage.HEARD, Stage.ANNOUNCED)),
    /// Let out of the room.
    GO(Whose.PROGRAM, List.of(Stage.TOLD, Stage.HEARD, Stage.ANNOUNCED));

    enum Whose {
        LEAVER,
        CHAIR,
        PROGRAM
    }

    private final Whose whose;
    /// Made by [List#of(Object[])], which nobody can change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Stage> from;

    Act(Whose whose, List<Stage> from) {
        this.whose = whose;
        this.from = from;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Of a form's act; the program's own is none.
    static Optional<Act> of(String key) {
        return Arrays.stream(values())
                .filter(act -> act.whose != Whose.PROGRAM && act.key().equals(key))
                .findFirst();
    }

    Whose whose() {
        return whose;
    }

    /// Which meeting is their last is up to whoever leaves.
    boolean choosesTheLast() {
        return this == ANNOUNCE || this == MOVE;
    }

    /// Where it leads from there; nowhere where it is not to be done.
    Optional<Stage> after(Stage stage) {
        return from.contains(stage) ? Optional.of(to(stage)) : Optional.empty();
    }

    private Stage to(Stage stage) {
        return switch (this) {
            case HEAR -> Stage.HEARD;
            case ANNOUNCE -> Stage.ANNOUNCED;
            case MOVE -> stage;
            case STAY -> Stage.STAYED;
            case GO -> Stage.GONE;
        };
    }
}
