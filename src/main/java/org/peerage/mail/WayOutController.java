package org.peerage.mail;

import java.util.Map;
import java.util.Set;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Switching letters off: by the link that each carries, and on one's own page.
@Controller
@RequestMapping("/mail")
class WayOutController {

    private final WaysOut waysOut;

    WayOutController(WaysOut waysOut) {
        this.waysOut = waysOut;
    }

    /// A page with one button: whoever looks into a mail before it is read presses nothing.
    @GetMapping("/off/{token}")
    ModelAndView look(@PathVariable String token) {
        return page(waysOut.of(token).orElseThrow(NotFound::new), false);
    }

    /// From the page or from a program of mail (RFC 8058); twice is once.
    @PostMapping("/off/{token}")
    ModelAndView off(@PathVariable String token) {
        return page(waysOut.off(token).orElseThrow(NotFound::new), true);
    }

    /// @param sort those that are wanted; none where every box is empty
    @PostMapping("/sorts")
    String only(@RequestParam(defaultValue = "") Set<String> sort) {
        waysOut.only(sort);
        return "redirect:" + Outbox.page();
    }

    private static ModelAndView page(String sort, boolean off) {
        return new ModelAndView("mail/off", Map.of("sort", sort, "off", off));
    }
}
