/// The address from which somebody's calendar fetches all their meetings, and one file for a group's year.
@NullMarked
package org.peerage.scheduling.feeds;

import org.jspecify.annotations.NullMarked;
