package org.peerage.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.peerage.tenancy.Ids;
import org.peerage.web.download.Attachment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/// The one place that turns failures into pages: one page for "not found or not yours", one for a bad request,
/// one with an incident number for a bug, which is logged here and nowhere else.
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Outage outage;

    ErrorPages(Outage outage) {
        this.outage = outage;
    }

    record ErrorPage(int status, String kind, String incident) {}

    @ExceptionHandler(NotFound.class)
    ModelAndView notFound() {
        return page(HttpStatus.NOT_FOUND, "");
    }

    /// An address that names nothing of its kind names nothing.
    @ExceptionHandler
    ModelAndView misnamed(MethodArgumentTypeMismatchException misnamed) {
        return page(
                misnamed.getParameter().hasParameterAnnotation(PathVariable.class)
                        ? HttpStatus.NOT_FOUND
                        : HttpStatus.BAD_REQUEST,
                "");
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge() {
        return page(HttpStatus.CONTENT_TOO_LARGE, "");
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, BindException.class, MultipartException.class})
    ModelAndView unreadable() {
        return page(HttpStatus.BAD_REQUEST, "");
    }

    /// Somebody was faster, and the database has let one of the two go first. What was typed stays on the page.
    @ExceptionHandler
    ModelAndView overtaken(PessimisticLockingFailureException overtaken) {
        LOG.debug("An act was overtaken", overtaken);
        return page(HttpStatus.CONFLICT, "");
    }

    /// A request that cannot be read, or that is larger than any form of ours. Its message quotes what was sent,
    /// so nobody writes it down.
    @ExceptionHandler
    ModelAndView unreadable(InvalidParameterException unreadable) {
        return page(HttpStatusCode.valueOf(unreadable.getErrorCode()), "");
    }

    /// Whoever asked has gone away: there is nobody to answer, and nothing is wrong.
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("A stream's reader has gone away", gone);
    }

    /// Half a file is out: no page can follow. Thrown on, it makes the server close the connection, by which the
    /// browser knows that the file is not whole.
    @ExceptionHandler
    void brokenOff(Attachment.BrokenOff broken) {
        if (broken.readerGone()) {
            LOG.debug("A file's reader has gone away", broken);
            return;
        }
        throw broken;
    }

    @ExceptionHandler
    ModelAndView failure(Exception failure) {
        if (failure instanceof ErrorResponse known) {
            return page(known.getStatusCode(), "");
        }
        if (Outage.isBehind(failure)) {
            outage.tell(failure);
            return new ModelAndView(outage);
        }
        var incident = Ids.next().toString().substring(24).toUpperCase(Locale.ROOT);
        LOG.error("Incident {}", incident, failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, incident);
    }

    @RequestMapping("/error")
    ModelAndView container(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return page(HttpStatusCode.valueOf(code instanceof Integer status ? status : 404), "");
    }

    private static ModelAndView page(HttpStatusCode status, String incident) {
        var kind = switch (status.value()) {
            case 403 -> "forbidden";
            case 401, 404 -> "notFound";
            case 409 -> "conflict";
            case 413 -> "tooLarge";
            case 429 -> "tooMany";
            default -> status.is4xxClientError() ? "badRequest" : "failure";
        };
        var view = new ModelAndView("web/error");
        view.addObject("page", new ErrorPage(status.value(), kind, incident));
        view.setStatus(status);
        return view;
    }
}
