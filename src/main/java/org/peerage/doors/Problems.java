package org.peerage.doors;

import java.util.Locale;
import org.peerage.tenancy.Ids;
import org.peerage.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// What the pages say with a page, `/api/` says as a problem. A bug gets its number here, as it does there.
@ControllerAdvice(assignableTypes = LobbyController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<byte[]> known(Problem problem) {
        return problem.answer();
    }

    @ExceptionHandler(NotFound.class)
    ResponseEntity<byte[]> notFound() {
        return Problem.notFound().answer();
    }

    /// An address that names nothing of its kind names nothing.
    @ExceptionHandler
    ResponseEntity<byte[]> misnamed(MethodArgumentTypeMismatchException misnamed) {
        return misnamed.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Problem.notFound().answer()
                : new Problem(HttpStatus.BAD_REQUEST, "The parameter " + misnamed.getName() + " cannot be read.")
                        .answer();
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        TransientDataAccessException.class,
        NonTransientDataAccessResourceException.class
    })
    ResponseEntity<byte[]> away(Exception away) {
        LOG.debug("The database is away", away);
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "Try again in a minute.").answer();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> failure(Exception failure) {
        var incident = Ids.next().toString().substring(24).toUpperCase(Locale.ROOT);
        LOG.error("Incident {}", incident, failure);
        return new Problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something is wrong here. It is written down as " + incident + ".")
                .answer();
    }
}
