package org.peerage.scheduling.feeds;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.identity.Attempts;
import org.peerage.scheduling.Calendars;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/calendar`: the address of my meetings; what is fetched there; and one file for a group's year.
@Controller
class FeedController {

    /// A calendar asks a few times an hour; whoever guesses does so much more often.
    private static final int MOST = 60;

    private static final Duration STRETCH = Duration.ofHours(1);

    private final Feeds feeds;
    private final Calendars calendars;
    private final Attempts attempts;

    FeedController(Feeds feeds, Calendars calendars, Attempts attempts) {
        this.feeds = feeds;
        this.calendars = calendars;
        this.attempts = attempts;
    }

    @GetMapping("/calendar")
    ModelAndView page() {
        return view(feeds.page());
    }

    /// Shown by the answer itself: a redirect would have to keep it.
    @PostMapping("/calendar")
    ModelAndView make(@RequestParam(defaultValue = "false") boolean names, Locale language) {
        return view(feeds.make(names, language));
    }

    @PostMapping("/calendar/end")
    String end() {
        feeds.end();
        return "redirect:/calendar";
    }

    @GetMapping("/calendars/{token}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token, HttpServletRequest request) {
        attempts.limit("calendar", token, MOST, STRETCH);
        // Many calendars of one provider come from one address.
        attempts.limit("calendars", request.getRemoteAddr(), MOST * 20, STRETCH);
        var calendar = feeds.calendar(token);
        // By its tag, a calendar that has it already gets no more than that.
        return ResponseEntity.ok()
                .eTag(DigestUtils.md5DigestAsHex(calendar.getBytes(StandardCharsets.UTF_8)))
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=0, must-revalidate")
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=UTF-8; method=PUBLISH")
                .body(calendars.stamped(calendar).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/groups/{group}/dates.ics")
    ResponseEntity<byte[]> year(@PathVariable UUID group, Locale language) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=UTF-8; method=PUBLISH")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dates.ics\"")
                .body(calendars.year(new GroupId(group), language).getBytes(StandardCharsets.UTF_8));
    }

    private static ModelAndView view(FeedPage page) {
        return new ModelAndView("scheduling/feeds/feed", "page", page);
    }
}
