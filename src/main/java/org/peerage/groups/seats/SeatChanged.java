package org.peerage.groups.seats;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/// Two people acted on one seat at the same moment. The later one's act is undone; they start over from what is there.
final class SeatChanged extends ErrorResponseException {

    SeatChanged(SeatId seat) {
        super(HttpStatus.CONFLICT);
        setDetail("seat " + seat);
    }
}
