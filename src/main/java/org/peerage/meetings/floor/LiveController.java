package org.peerage.meetings.floor;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.live.Streams;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.MeetingId;
import org.peerage.tenancy.Acting;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The live meeting: the floor that everybody follows, the acts that move it, and the stream that says "look again".
@Controller
class LiveController {

    private final LivePages pages;
    private final StagePages stages;
    private final Acts acts;
    private final Streams streams;

    LiveController(LivePages pages, StagePages stages, Acts acts, Streams streams) {
        this.pages = pages;
        this.stages = stages;
        this.acts = acts;
        this.streams = streams;
    }

    /// @param polled the page has no stream just now and asks by itself
    @GetMapping("/meetings/{id}/live")
    ModelAndView live(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            @RequestHeader(name = "X-Polling", defaultValue = "false") boolean polled) {
        var meeting = new MeetingId(id);
        if (polled) {
            streams.polled(meeting.topic(), Acting.me());
        }
        return view(fragment ? pages.floor(meeting) : pages.whole(meeting), fragment);
    }

    @PostMapping("/meetings/{id}/acts/{act}")
    ModelAndView act(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam UUID request,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable Integer minutes,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        var meeting = new MeetingId(id);
        var parsed = Act.parse(act, Acting.me(), person, minutes)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        var after = pages.after(meeting, !fragment, () -> acts.act(meeting, act, parsed, version, request));
        if (!after.changedNothing()) {
            return fragment
                    ? view(after, true).addObject("answers", true)
                    : new ModelAndView("redirect:/meetings/" + meeting + "/live");
        }
        var view = view(after, fragment).addObject("answers", true);
        if (after.answer() instanceof Answer.Refused) {
            view.setStatus(HttpStatus.CONFLICT);
        }
        return view;
    }

    @GetMapping(path = "/meetings/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var meeting = new MeetingId(id);
        pages.see(meeting);
        streams.open(meeting.topic(), Acting.me(), request, response);
    }

    @GetMapping("/meetings/{id}/items/{item}")
    ModelAndView item(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        var page = stages.of(new MeetingId(id), new ItemId(item));
        return new ModelAndView(fragment ? "meetings/floor/stage" : "meetings/floor/stagePage", "page", page);
    }

    private static ModelAndView view(LiveView view, boolean fragment) {
        return new ModelAndView(fragment ? "meetings/floor/floor" : "meetings/floor/live", "view", view)
                .addObject("alone", fragment);
    }
}
