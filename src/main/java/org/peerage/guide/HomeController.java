package org.peerage.guide;

import java.util.Map;
import org.peerage.tenancy.Acting;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/// The first page, for visitors and for the signed in.
@Controller
class HomeController {

    private final Home home;

    HomeController(Home home) {
        this.home = home;
    }

    @GetMapping("/")
    ModelAndView page(@RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return Acting.person().isEmpty()
                ? new ModelAndView("guide/start")
                : new ModelAndView(fragment ? "guide/now" : "guide/home", Map.of("page", home.page()));
    }
}
