/// Two lines a week from whoever promised to whoever follows up: where it stands, and what is in the way (`S1.15`). For
/// the two alone, by their keys; one quiet reminder a week, which each can switch off.
@NullMarked
package org.peerage.commitments.weekly;

import org.jspecify.annotations.NullMarked;
