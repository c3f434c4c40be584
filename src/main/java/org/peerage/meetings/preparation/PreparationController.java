package org.peerage.meetings.preparation;

import java.util.UUID;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.SealedInput;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a member brings to a meeting.
@Controller
class PreparationController {

    private final PreparePages pages;

    PreparationController(PreparePages pages) {
        this.pages = pages;
    }

    @GetMapping("/meetings/{id}/prepare")
    ModelAndView prepare(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String format,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return view(pages.of(new MeetingId(id), format), fragment, HttpStatus.OK);
    }

    @PostMapping("/meetings/{id}/prepare")
    ModelAndView share(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String format,
            SealedInput sealed,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        var page = pages.share(new MeetingId(id), format, sealed);
        return view(page, fragment, page.wrong() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView view(PreparePage page, boolean fragment, HttpStatus status) {
        var view = new ModelAndView(
                fragment ? "meetings/preparation/prepareForm" : "meetings/preparation/prepare", "page", page);
        view.setStatus(status);
        return view;
    }
}
