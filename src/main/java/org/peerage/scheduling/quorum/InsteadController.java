package org.peerage.scheduling.quorum;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Polls;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Asking a group for another day than the one that too few can make.
@Controller
@RequestMapping("/dates/{date}/instead")
class InsteadController {

    private final Instead instead;

    InsteadController(Instead instead) {
        this.instead = instead;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID date) {
        return new ModelAndView("scheduling/quorum/instead", "page", instead.page(new DateId(date)));
    }

    @PostMapping
    String ask(
            @PathVariable UUID date,
            @RequestParam UUID request,
            @RequestParam(defaultValue = "") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) List<LocalDate> day) {
        return "redirect:" + Polls.page(instead.ask(request, new DateId(date), day));
    }
}
