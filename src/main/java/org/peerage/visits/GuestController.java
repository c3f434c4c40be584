package org.peerage.visits;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.peerage.identity.Attempts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A guest's own page, by their link.
@Controller
@RequestMapping("/visit/{token}")
class GuestController {

    private static final int READS = 600;
    private static final Duration HOUR = Duration.ofHours(1);

    private final GuestVisits visits;
    private final Attempts attempts;

    GuestController(GuestVisits visits, Attempts attempts) {
        this.visits = visits;
        this.attempts = attempts;
    }

    @GetMapping
    ModelAndView page(@PathVariable String token, Locale language, HttpServletRequest request) {
        limit(request);
        return new ModelAndView("visits/guest", "page", visits.page(token, language));
    }

    @PostMapping("/sign")
    ModelAndView sign(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestParam(defaultValue = "") String seen,
            Locale language,
            HttpServletRequest request) {
        limit(request);
        return visits.sign(token, name, agreed, seen, language)
                .map(wrong -> {
                    var again = new ModelAndView("visits/guest", "page", wrong);
                    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                    return again;
                })
                .orElseGet(() -> new ModelAndView("redirect:/visit/" + token));
    }

    @PostMapping("/word")
    String say(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean on,
            Locale language,
            HttpServletRequest request) {
        limit(request);
        visits.say(token, on, language);
        return "redirect:/visit/" + token;
    }

    private void limit(HttpServletRequest request) {
        attempts.limit("visits.guest", request.getRemoteAddr(), READS, HOUR);
    }
}
