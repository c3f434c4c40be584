package org.peerage.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.peerage.meetings.MeetingId;
import org.peerage.scheduling.DateId;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;

/// A meeting, and who leads it: of one to come whoever was named, of one that was held whoever led it last.
record Turn(MeetingId meeting, DateId date, Instant startsAt, ZoneId zone, Optional<PersonId> leader) {

    boolean isOf(PersonId person) {
        return leader.filter(person::equals).isPresent();
    }

    LocalDate day() {
        return LocalDate.ofInstant(startsAt, zone);
    }

    Message.Moment moment() {
        return new Message.Moment(startsAt, zone);
    }

    Turn led(PersonId person) {
        return new Turn(meeting, date, startsAt, zone, Optional.of(person));
    }
}
