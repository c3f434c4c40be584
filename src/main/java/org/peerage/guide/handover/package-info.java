/// One page for whoever leads the group next (C19): who leads when, dates and hosts, open promises, what waits,
/// what the charter requires next, and who has still to look at conflicts. Each part is its module's, and shows
/// what whoever looks may see.
@NullMarked
package org.peerage.guide.handover;

import org.jspecify.annotations.NullMarked;
