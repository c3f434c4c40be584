package org.peerage.processing;

/// What the rules say to an act.
sealed interface Decision {

    record At(Processing.AtStep step) implements Decision {}

    /// It may be kept, as written at this step.
    record Written(int step) implements Decision {}

    record Over(Processing.Ended last) implements Decision {}

    /// Something must be there first.
    record Held(Requirement missing) implements Decision {}

    record Refused(Refusal why) implements Decision {}
}
