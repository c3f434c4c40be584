package org.peerage.meetings.paper;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.MeetingId;
import org.peerage.web.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A meeting on paper, and what is entered of it afterwards.
@Controller
class PaperController {

    private final PaperPages pages;
    private final EntryPages entries;
    private final WrittenPages written;

    PaperController(PaperPages pages, EntryPages entries, WrittenPages written) {
        this.pages = pages;
        this.entries = entries;
        this.written = written;
    }

    @GetMapping("/meetings/{id}/paper")
    ModelAndView paper(@PathVariable UUID id) {
        return new ModelAndView("meetings/paper/paper", Map.of("page", pages.of(new MeetingId(id))));
    }

    @GetMapping("/meetings/{id}/entry")
    ModelAndView entry(@PathVariable UUID id) {
        return view(entries.of(new MeetingId(id)));
    }

    @PostMapping("/meetings/{id}/entry")
    ModelAndView enter(@PathVariable UUID id, EntryForm form) {
        var meeting = new MeetingId(id);
        return switch (entries.enter(meeting, form)) {
            case Outcome.Done() -> new ModelAndView("redirect:" + meeting.address() + "/written");
            case Outcome.Refused(var why) -> {
                var view = view(entries.again(meeting, form, why));
                view.setStatus(HttpStatus.CONFLICT);
                yield view;
            }
        };
    }

    @GetMapping("/meetings/{id}/written")
    ModelAndView written(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID item,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return new ModelAndView(
                fragment ? "meetings/paper/writtenItem" : "meetings/paper/written",
                Map.of("page", written.of(new MeetingId(id), item)));
    }

    private static ModelAndView view(EntryPage page) {
        return new ModelAndView("meetings/paper/entry", Map.of("page", page));
    }
}
