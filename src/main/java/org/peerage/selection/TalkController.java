package org.peerage.selection;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.identity.Attempts;
import org.peerage.web.Message;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Times of a panel: offered beside the candidate, picked by the candidate's own link.
@Controller
class TalkController {

    private final Talks talks;
    private final SelectionPages pages;
    private final Attempts attempts;

    TalkController(Talks talks, SelectionPages pages, Attempts attempts) {
        this.talks = talks;
        this.pages = pages;
        this.attempts = attempts;
    }

    @PostMapping("/groups/{group}/prospects/{id}/talk/times")
    ModelAndView offer(
            @PathVariable UUID group,
            @PathVariable UUID id,
            @RequestParam String day,
            @RequestParam String time,
            @RequestParam String zone,
            @RequestParam String minutes,
            @RequestParam(defaultValue = "") String how) {
        var circle = new GroupId(group);
        var prospect = new ProspectId(id);
        var wrong = talks.offer(circle, prospect, new TalkForm(day, time, zone, minutes, how));
        return wrong.isEmpty()
                ? new ModelAndView("redirect:" + prospect.in(circle) + "#talk")
                : new ModelAndView(
                        "selection/prospect",
                        Map.of("page", pages.prospect(circle, prospect).with(List.of(wrong.get()))),
                        HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/groups/{group}/prospects/{id}/talk/times/{slot}/back")
    String takeBack(@PathVariable UUID group, @PathVariable UUID id, @PathVariable UUID slot) {
        var circle = new GroupId(group);
        var prospect = new ProspectId(id);
        talks.takeBack(circle, prospect, slot);
        return "redirect:" + prospect.in(circle) + "#talk";
    }

    /// The link is in the answer and nowhere else.
    @PostMapping("/groups/{group}/prospects/{id}/talk/link")
    ModelAndView link(@PathVariable UUID group, @PathVariable UUID id) {
        var circle = new GroupId(group);
        var made = talks.link(circle, new ProspectId(id));
        return new ModelAndView(
                "selection/prospect",
                Map.of("page", pages.prospect(circle, new ProspectId(id)).with(made)));
    }

    @GetMapping("/talks/{token}")
    ModelAndView page(
            @PathVariable String token, @RequestParam(defaultValue = "") String zone, HttpServletRequest request) {
        limit(request);
        return shown(talks.page(token, TalkPage.zone(zone), Optional.empty()), HttpStatus.OK);
    }

    @PostMapping("/talks/{token}")
    ModelAndView pick(
            @PathVariable String token,
            @RequestParam UUID slot,
            @RequestParam(defaultValue = "") String zone,
            HttpServletRequest request) {
        limit(request);
        Optional<Message> wrong = talks.pick(token, slot);
        return wrong.isEmpty()
                ? new ModelAndView("redirect:" + back(token, zone))
                : shown(talks.page(token, TalkPage.zone(zone), wrong), HttpStatus.CONFLICT);
    }

    @PostMapping("/talks/{token}/cancel")
    String cancel(
            @PathVariable String token, @RequestParam(defaultValue = "") String zone, HttpServletRequest request) {
        limit(request);
        talks.cancel(token);
        return "redirect:" + back(token, zone);
    }

    @GetMapping("/talks/{token}/talk.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token, Locale language, HttpServletRequest request) {
        limit(request);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=UTF-8; method=PUBLISH")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"talk.ics\"")
                .body(talks.calendar(token, language).getBytes(StandardCharsets.UTF_8));
    }

    /// Whoever guesses asks more often than anybody picks.
    private void limit(HttpServletRequest request) {
        attempts.limit("talk", request.getRemoteAddr(), 240, Duration.ofHours(1));
    }

    private static String back(String token, String zone) {
        return Talks.address(token)
                + TalkPage.zone(zone)
                        .map(known -> "?zone=" + URLEncoder.encode(known.getId(), StandardCharsets.UTF_8))
                        .orElse("");
    }

    private static ModelAndView shown(TalkPage page, HttpStatus status) {
        return new ModelAndView("selection/talk", Map.of("page", page), status);
    }
}
