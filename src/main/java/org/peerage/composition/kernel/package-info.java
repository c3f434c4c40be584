/// The kernel of the composition: partitions of published instances, whose values are a matrix, and what every search
/// of the module needs: chance with a seed, a budget, and the sentence of a refusal.
///
/// Nothing here knows leaders or rosters, and nothing of it is for other modules. Where people sit together,
/// `org.peerage.composition` searches with the same idea and books of its own (`docs/decisions/0010`).
@NullMarked
package org.peerage.composition.kernel;

import org.jspecify.annotations.NullMarked;
