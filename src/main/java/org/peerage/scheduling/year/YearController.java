package org.peerage.scheduling.year;

import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.scheduling.DateForm;
import org.peerage.scheduling.Dates;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// A year of dates: proposed, looked at, set.
@Controller
@RequestMapping("/groups/{group}/dates/year")
class YearController {

    private final YearDates year;

    YearController(YearDates year) {
        this.year = year;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID group) {
        return view(year.fresh(new GroupId(group)));
    }

    /// Nothing is kept of it.
    @PostMapping("/preview")
    ModelAndView preview(@PathVariable UUID group, @ModelAttribute YearForm form, @ModelAttribute DateForm common) {
        return view(year.preview(new GroupId(group), form, common));
    }

    @PostMapping
    ModelAndView set(@PathVariable UUID group, @ModelAttribute YearForm form, @ModelAttribute DateForm common) {
        var first = common.requestId();
        if (first == null) {
            throw new NotFound();
        }
        return year.set(first, new GroupId(group), form, common)
                .map(YearController::view)
                .orElseGet(() -> new ModelAndView("redirect:" + Dates.page(new GroupId(group))));
    }

    private static ModelAndView view(YearPage page) {
        var view = new ModelAndView("scheduling/year/year", "page", page);
        view.setStatus(page.wrong().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
