package org.peerage.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.peerage.mail.CalendarPart;
import org.peerage.mail.Letter;
import org.peerage.mail.LetterKind;
import org.peerage.mail.Mailbox;
import org.peerage.tenancy.PersonId;

/// A letter about a date to one member. `kind` is one of the three that a date can cause; `facts` are the group, the
/// time, the place, the video link, the page, and for a move the time before.
record DateLetter(
        String kind,
        GroupDate date,
        Function<Locale, CalendarObject> entry,
        PersonId to,
        String toName,
        List<Object> facts)
        implements Letter {

    static final String INVITATION = "scheduling.invitation";
    static final String MOVED = "scheduling.moved";
    static final String CANCELLED = "scheduling.cancelled";

    static String thread(DateId date) {
        return "date/" + date;
    }

    @Override
    public String key() {
        return thread() + "/" + date.sequence() + "/" + to;
    }

    @Override
    public String thread() {
        return thread(date.id());
    }

    @Override
    public Instant worthUntil() {
        return date.time().startsAt();
    }

    @Override
    public Optional<LetterKind> switchable() {
        return Optional.of(DateNotices.LETTERS);
    }

    @Override
    public Optional<Act> act() {
        return date.cancelled()
                ? Optional.empty()
                : Optional.of(new Act(ComingByLink.KEY, date.id().value()));
    }

    @Override
    public Optional<CalendarPart> calendar(Mailbox recipient, Mailbox sender, Locale language) {
        return Optional.of(entry.apply(language).to(recipient, sender));
    }
}
