/// Changing the seats of a proposal by hand: why somebody sits here and not there, what a change would do before it is
/// made, and two proposals side by side.
@NullMarked
package org.peerage.proposals.seats;

import org.jspecify.annotations.NullMarked;
