/// The meeting while it goes on: its rules as values that know no page, row or clock, what an act writes, and the pages
/// that everybody follows.
@NullMarked
package org.peerage.meetings.floor;

import org.jspecify.annotations.NullMarked;
