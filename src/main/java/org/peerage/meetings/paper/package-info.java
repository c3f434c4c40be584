/// A meeting without screens: everything that whoever leads it needs, on a page made for paper. What is sealed the page
/// puts in once the room is open on the device that prints it.
@NullMarked
package org.peerage.meetings.paper;

import org.jspecify.annotations.NullMarked;
