package org.peerage.guide;

import java.util.Map;
import java.util.UUID;
import org.peerage.meetings.MeetingId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/// The page of whoever leads one meeting.
@Controller
class OneMeetingController {

    private final OneMeeting leading;

    OneMeetingController(OneMeeting leading) {
        this.leading = leading;
    }

    @GetMapping("/meetings/{meeting}/leading")
    ModelAndView page(
            @PathVariable UUID meeting, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        var id = new MeetingId(meeting);
        return leading.page(id)
                .map(page -> new ModelAndView(fragment ? "guide/missing" : "guide/oneMeeting", Map.of("page", page)))
                .orElseGet(() -> new ModelAndView("redirect:" + id.address()));
    }

    @PostMapping("/meetings/{meeting}/leading/{nudge}")
    String remind(@PathVariable UUID meeting, @PathVariable String nudge) {
        var id = new MeetingId(meeting);
        leading.remind(id, Nudge.of(nudge).orElseThrow(NotFound::new));
        return "redirect:" + OneMeetingPage.address(id);
    }
}
