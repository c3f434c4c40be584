package org.peerage.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What a newcomer asks first, in one page, reachable from the same place on every page (WCAG 3.2.6).
@Controller
class HelpController {

    @GetMapping("/help")
    String help() {
        return "web/help";
    }
}
