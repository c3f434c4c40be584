package org.peerage.mail;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Acts by the link in a letter, signed in or not, and always for whoever the letter was sent to.
@Controller
@RequestMapping("/act/{token}")
class ActController {

    private final ActLinks links;

    ActController(ActLinks links) {
        this.links = links;
    }

    @GetMapping
    ModelAndView look(@PathVariable String token) {
        return new ModelAndView("mail/act").addObject("page", links.look(token));
    }

    @PostMapping
    ModelAndView act(
            @PathVariable String token, @RequestParam String choice, @RequestParam(defaultValue = "") String day) {
        var page = links.act(token, choice, day);
        var view = new ModelAndView("mail/act").addObject("page", page);
        view.setStatus(
                page.done().filter(LinkedAct.Done::taken).isPresent()
                        ? HttpStatus.OK
                        : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
