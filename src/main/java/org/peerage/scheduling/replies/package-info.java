/// Answers that somebody's calendar gives by mail: coming, not coming, perhaps, another time.
///
/// Nobody has proved who wrote a mail. So it does no more than answer for whom the invitation to that address was
/// sent to, it is shown as given by mail, its owner is told of it, and what was said on a page or by a link later
/// than it stands.
@NullMarked
package org.peerage.scheduling.replies;

import org.jspecify.annotations.NullMarked;
