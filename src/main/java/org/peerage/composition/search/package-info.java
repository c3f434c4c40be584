/// How groups are found: fit between people, seats and what a change of them would do, the rules as hard limits, the
/// search itself, how far it is from the best possible, and why somebody sits where they sit.
///
/// Other modules come in by [Composer][org.peerage.composition.search.Composer] and
/// [Competitors][org.peerage.composition.search.Competitors] alone. What they give and get are the values of the
/// package above.
@NullMarked
@NamedInterface("search")
package org.peerage.composition.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
