package org.peerage.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peerage.mail.CalendarPart;
import org.peerage.mail.Letter;
import org.peerage.mail.Mailbox;
import org.peerage.tenancy.PersonId;

/// A letter about a date to one member. `kind` is one of the three that a date can cause; `facts` are the group, the
/// time, the place, the video link, the page, and for a move the time before.
record DateLetter(String kind, CalendarObject entry, PersonId to, String toName, List<String> facts, Instant worthUntil)
        implements Letter {

    static final String INVITATION = "scheduling.invitation";
    static final String MOVED = "scheduling.moved";
    static final String CANCELLED = "scheduling.cancelled";

    static String thread(DateId date) {
        return "date/" + date;
    }

    @Override
    public String key() {
        return thread() + "/" + entry.date().sequence() + "/" + to;
    }

    @Override
    public String thread() {
        return thread(entry.date().id());
    }

    @Override
    public Optional<CalendarPart> calendar(Mailbox recipient, Mailbox sender) {
        return Optional.of(entry.to(recipient, sender));
    }
}
