package org.peerage.groups.seats;

import java.util.Optional;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.Circle;
import org.peerage.web.Message;

/// What somebody who is invited reads of a group on one page. Who else sits there is not on it: they have not agreed
/// to be named to somebody who may never come.
///
/// @param inviter who invites; empty where the page shows what will be read
/// @param asChair whether they are to guide it
/// @param terms what its charter says as it stands now, signed or not
/// @param seated how many have taken their seat
/// @param meets when it meets next
record Sheet(Circle group, String inviter, boolean asChair, CharterTerms terms, int seated, Optional<Message> meets) {

    String chair() {
        return group.chair().map(group::nameOf).orElse("");
    }

    boolean wholeHours() {
        return terms.meetingMinutes() % 60 == 0;
    }

    int length() {
        return wholeHours() ? terms.meetingMinutes() / 60 : terms.meetingMinutes();
    }
}
