package org.peerage.meetings;

import java.time.Instant;

/// A round within an item: everybody but its presenter is heard once.
///
/// @param number another number is another round of the same item
/// @param endsAt when its time is over, which those who are still to be heard share
public record StepRound(int number, Instant endsAt) {}
