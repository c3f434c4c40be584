package org.peerage.farewell;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// All that can be done about a farewell that has begun; what is not here is refused.
enum Act {
    HEAR(Whose.CHAIR, EnumSet.of(Stage.TOLD)),
    ANNOUNCE(Whose.LEAVER, EnumSet.of(Stage.TOLD, Stage.HEARD)),
    /// Another last meeting.
    MOVE(Whose.LEAVER, EnumSet.of(Stage.TOLD, Stage.HEARD, Stage.ANNOUNCED)),
    STAY(Whose.LEAVER, EnumSet.of(Stage.TOLD, Stage.HEARD, Stage.ANNOUNCED)),
    /// Let out of the room.
    GO(Whose.PROGRAM, EnumSet.of(Stage.TOLD, Stage.HEARD, Stage.ANNOUNCED));

    enum Whose {
        LEAVER,
        CHAIR,
        PROGRAM
    }

    private final Whose whose;
    private final EnumSet<Stage> from;

    Act(Whose whose, Set<Stage> from) {
        this.whose = whose;
        this.from = EnumSet.copyOf(from);
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
