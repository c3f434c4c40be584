package org.peerage.identity;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/// Answered with the page that asks to wait.
final class TooManyTries extends ErrorResponseException {

    TooManyTries() {
        super(HttpStatus.TOO_MANY_REQUESTS);
    }
}
