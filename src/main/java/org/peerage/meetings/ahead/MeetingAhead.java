package org.peerage.meetings.ahead;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;

/// A meeting to come, or one that has begun and is not closed.
///
/// @param agreed whether the chair has let the agenda stand
/// @param first the group has not met yet, and its chair has not settled how it begins
/// @param leads whoever acts was asked to lead it instead of the chair
/// @param prepared whether whoever acts has shared their update
record MeetingAhead(
        MeetingId id,
        GroupId group,
        Instant startsAt,
        ZoneId zone,
        String place,
        boolean live,
        boolean agreed,
        boolean first,
        boolean leads,
        boolean prepared) {

    /// By which day the charter wants its agenda to be out.
    LocalDate sentBy(CharterTerms terms) {
        return LocalDate.ofInstant(startsAt, zone).minusDays(terms.agendaDays());
    }

    /// That day is over, and it is a draft still.
    boolean isLate(CharterTerms terms, Instant now) {
        return !agreed && LocalDate.ofInstant(now, zone).isAfter(sentBy(terms));
    }

    String address() {
        return "/meetings/" + id;
    }
}
