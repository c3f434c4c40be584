/// Who sits in a group, how they come to it, and the group's own page, which shows them.
///
/// A seat is taken by whoever accepts it and by nobody else. Written under the program `groups.seating`.
@NullMarked
package org.peerage.groups.seats;

import org.jspecify.annotations.NullMarked;
