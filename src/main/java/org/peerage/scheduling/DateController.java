package org.peerage.scheduling;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Moving and cancelling one date, by whoever arranges.
@Controller
class DateController {

    private final DateBook book;
    private final Dates dates;
    private final InstantSource clock;

    DateController(DateBook book, Dates dates, InstantSource clock) {
        this.book = book;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping("/dates/{date}/move")
    ModelAndView move(@PathVariable UUID date) {
        return view("move", book.arranging(new DateId(date)), HttpStatus.OK);
    }

    @PostMapping("/dates/{date}/move")
    ModelAndView move(@PathVariable UUID date, @RequestParam int sequence, @ModelAttribute DateForm form) {
        var id = new DateId(date);
        var page = book.arranging(id);
        return switch (form.parseMove(clock.instant(), page.date().time())) {
            case DateForm.Wrong(var fields) -> view("move", page.with(form, fields), HttpStatus.UNPROCESSABLE_CONTENT);
            case DateForm.Planned(var times, var venue) ->
                answered("move", id, page.with(form, Map.of()), dates.move(id, sequence, times.getFirst(), venue));
        };
    }

    @GetMapping("/dates/{date}/cancel")
    ModelAndView cancel(@PathVariable UUID date) {
        return view("cancel", book.arranging(new DateId(date)), HttpStatus.OK);
    }

    @PostMapping("/dates/{date}/cancel")
    ModelAndView cancel(@PathVariable UUID date, @RequestParam int sequence) {
        var id = new DateId(date);
        return answered("cancel", id, book.arranging(id), dates.cancel(id, sequence));
    }

    private ModelAndView answered(String act, DateId id, DatePage page, Dates.Arranging outcome) {
        return switch (outcome) {
            case Dates.Moved _, Dates.Cancelled _ -> new ModelAndView("redirect:" + page.list());
            case Dates.ChangedMeanwhile _, Dates.OverOrCancelled _ ->
                view(act, book.arranging(id).with(page.form(), page.wrong()).asChanged(), HttpStatus.CONFLICT);
        };
    }

    private static ModelAndView view(String template, DatePage page, HttpStatus status) {
        var view = new ModelAndView("scheduling/" + template, Map.of("page", page));
        view.setStatus(status);
        return view;
    }
}
