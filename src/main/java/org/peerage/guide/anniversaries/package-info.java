/// Anniversaries (C14): how many years somebody is in the room, and how many have passed since the group first
/// met. Said at the opening of the first meeting after the day, and to its chair a week before. Facts of the
/// lobby.
@NullMarked
package org.peerage.guide.anniversaries;

import org.jspecify.annotations.NullMarked;
