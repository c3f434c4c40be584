package org.peerage.notices;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.peerage.live.Streams;
import org.peerage.tenancy.Acting;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/// One's own notices, and their count for the head of every page.
@Controller
@RequestMapping("/notices")
class NoticesController {

    private final NoticeList notices;
    private final Streams streams;

    NoticesController(NoticeList notices, Streams streams) {
        this.notices = notices;
        this.streams = streams;
    }

    @GetMapping
    ModelAndView page(@RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return new ModelAndView(fragment ? "notices/lines" : "notices/notices", Map.of("page", notices.page()));
    }

    @GetMapping(path = "/count", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    NoticeList.Count count() {
        return notices.count();
    }

    /// Goes where the notice leads; by that it has been read.
    @PostMapping("/{notice}")
    String open(@PathVariable UUID notice) {
        return "redirect:" + notices.open(notice);
    }

    /// @param drawn when the page was made that somebody has read
    @PostMapping("/read")
    String read(@RequestParam Instant drawn) {
        notices.readAll(drawn);
        return "redirect:" + Notices.page();
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        streams.open(MovedLists.topic(Acting.me()), Acting.me(), request, response);
    }
}
