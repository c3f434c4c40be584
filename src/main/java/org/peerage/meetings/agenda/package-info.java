/// Which items a meeting has and why: formats as data, what is proposed, what a chair changes by hand; and one meeting
/// for every date that a group sets.
@NullMarked
package org.peerage.meetings.agenda;

import org.jspecify.annotations.NullMarked;
