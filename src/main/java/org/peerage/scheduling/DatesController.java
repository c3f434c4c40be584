package org.peerage.scheduling;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.web.NotFound;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/groups/{id}/dates`: what is to come, my answer, and setting dates.
@Controller
class DatesController {

    private final DateBook book;
    private final Dates dates;
    private final InstantSource clock;

    DatesController(DateBook book, Dates dates, InstantSource clock) {
        this.book = book;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping("/groups/{group}/dates")
    ModelAndView page(@PathVariable UUID group) {
        return view(book.page(new GroupId(group)));
    }

    @PostMapping("/groups/{group}/dates")
    ModelAndView set(@PathVariable UUID group, @ModelAttribute DateForm form) {
        var page = book.page(new GroupId(group));
        var first = form.requestId();
        if (!page.circle().arranged() || first == null) {
            throw new NotFound();
        }
        return switch (form.parse(clock.instant())) {
            case DateForm.Wrong(var fields) -> refused(page.with(form, fields));
            case DateForm.Planned(var times, var venue) -> {
                dates.set(new DateId(first), new GroupId(group), times, venue);
                yield list(new GroupId(group));
            }
        };
    }

    @PostMapping("/dates/{date}/answer")
    ModelAndView answer(@PathVariable UUID date, @RequestParam String coming) {
        return switch (book.answer(new DateId(date), coming.equals("yes"))) {
            case DateBook.Answered(var group) -> list(group);
            case DateBook.TooLate(var group) -> list(group);
        };
    }

    /// Letters about everything to come, to me.
    @PostMapping("/groups/{group}/dates/letters")
    ModelAndView letters(@PathVariable UUID group) {
        book.askForLetters(new GroupId(group));
        return list(new GroupId(group));
    }

    /// The file is called `invite.ics`: some versions of Outlook look at the name.
    @GetMapping("/dates/{date}/invite.ics")
    ResponseEntity<byte[]> file(@PathVariable UUID date, Locale language) {
        var calendar = book.file(new DateId(date), language);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=UTF-8; method=" + calendar.method())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"invite.ics\"")
                .body(calendar.text().getBytes(StandardCharsets.UTF_8));
    }

    private static ModelAndView list(GroupId group) {
        return new ModelAndView("redirect:" + Dates.page(group));
    }

    private static ModelAndView view(DatesPage page) {
        return new ModelAndView("scheduling/dates", Map.of("page", page));
    }

    private static ModelAndView refused(DatesPage page) {
        var view = view(page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
