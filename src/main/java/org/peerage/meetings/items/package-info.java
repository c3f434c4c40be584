/// Which kinds of items there are, and the few that are the meeting's own: arriving, the read-back, a break and the
/// close.
@NullMarked
package org.peerage.meetings.items;

import org.jspecify.annotations.NullMarked;
