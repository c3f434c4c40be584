package org.peerage.opensheet;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.peerage.identity.Attempts;
import org.peerage.networks.NetworkId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What people without an account read and ask. Whoever tries too often is counted before anything is looked up, by
/// where they come from, so that neither a page nor a refusal tells what there is.
@Controller
@RequestMapping("/open")
class OpenReadingController {

    private static final int READS = 600;
    private static final int ASKED = 60;
    private static final int ASKED_OF_ONE = 12;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final OpenSheets sheets;
    private final Attempts attempts;

    OpenReadingController(OpenSheets sheets, Attempts attempts) {
        this.sheets = sheets;
        this.attempts = attempts;
    }

    @GetMapping("/{token}")
    ModelAndView sheet(@PathVariable String token, HttpServletRequest request) {
        attempts.limit("opensheet.read", request.getRemoteAddr(), READS, HOUR);
        return sheet(sheets.read(token), Asking.EMPTY, HttpStatus.OK);
    }

    @PostMapping("/{token}")
    ModelAndView ask(
            @PathVariable String token,
            @RequestParam(name = "request", defaultValue = "") String again,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String reach,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        attempts.limit("opensheet.read", request.getRemoteAddr(), READS, HOUR);
        var view = sheets.read(token);
        var asking = new Asking(again, name, organisation, role, reach, words);
        var application = asking.application();
        if (application.isEmpty()) {
            return sheet(view, asking, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        attempts.limit("opensheet.ask", request.getRemoteAddr(), ASKED, HOUR);
        attempts.limit("opensheet.asked", token, ASKED_OF_ONE, DAY);
        sheets.ask(token, application.get());
        return new ModelAndView("redirect:" + view.sheet().address() + "/asked");
    }

    @GetMapping("/{token}/asked")
    ModelAndView asked(@PathVariable String token, HttpServletRequest request) {
        attempts.limit("opensheet.read", request.getRemoteAddr(), READS, HOUR);
        return new ModelAndView("opensheet/asked", "view", sheets.read(token));
    }

    @GetMapping("/networks/{network}")
    ModelAndView listed(@PathVariable UUID network, HttpServletRequest request) {
        attempts.limit("opensheet.read", request.getRemoteAddr(), READS, HOUR);
        return new ModelAndView("opensheet/listed", "page", sheets.listed(new NetworkId(network)));
    }

    private static ModelAndView sheet(SheetView view, Asking asking, HttpStatus status) {
        return new ModelAndView(
                "opensheet/sheet",
                Map.of("view", view, "asking", asking, "wrong", status == HttpStatus.OK ? Map.of() : asking.wrong()),
                status);
    }
}
