package org.peerage.mail;

import org.peerage.mail.Mailboxes.AddressKept;
import org.peerage.mail.Mailboxes.NotAnAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/mail`: where letters reach me, whether there is a mail server, and what became of each letter.
@Controller
class MailController {

    private final Mailboxes mailboxes;

    MailController(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @GetMapping("/mail")
    ModelAndView page() {
        return new ModelAndView("mail/mail").addObject("page", mailboxes.page());
    }

    @PostMapping("/mail/address")
    ModelAndView address(@RequestParam(defaultValue = "") String address) {
        return switch (mailboxes.change(address)) {
            case AddressKept() -> new ModelAndView("redirect:/mail");
            case NotAnAddress() -> {
                var view = new ModelAndView("mail/mail")
                        .addObject("page", mailboxes.page().withTyped(address));
                view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield view;
            }
        };
    }

    @PostMapping("/mail/test")
    String test() {
        mailboxes.postTest();
        return "redirect:/mail";
    }
}
