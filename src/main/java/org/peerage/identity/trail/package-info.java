/// What was done in somebody's name or to their way in, for them to look through: a chain of entries of which
/// each carries a mark made of itself and of the one before (ADR-0041). What was done in a network has a chain for its
/// conveners (ADR-0048).
@NullMarked
@NamedInterface("trail")
package org.peerage.identity.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
