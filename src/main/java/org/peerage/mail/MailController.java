package org.peerage.mail;

import java.util.Locale;
import java.util.UUID;
import org.peerage.mail.Mailboxes.AddressKept;
import org.peerage.mail.Mailboxes.NotAnAddress;
import org.peerage.tenancy.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/mail`: where letters reach me, whether there is a mail server, and what became of each letter.
@Controller
class MailController {

    private final Mailboxes mailboxes;
    private final ByHand byHand;

    MailController(Mailboxes mailboxes, ByHand byHand) {
        this.mailboxes = mailboxes;
        this.byHand = byHand;
    }

    @GetMapping("/mail")
    ModelAndView page() {
        return new ModelAndView("mail/mail").addObject("page", mailboxes.page());
    }

    @PostMapping("/mail/address")
    ModelAndView address(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String zone,
            Locale language) {
        return switch (mailboxes.change(address, zone, language)) {
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

    /// Texts for those whom no letter reaches, ready to paste.
    @GetMapping("/mail/by-hand")
    ModelAndView byHand() {
        return new ModelAndView("mail/byHand").addObject("page", byHand.page());
    }

    @PostMapping("/mail/by-hand/{person}")
    ModelAndView text(@PathVariable UUID person) {
        return new ModelAndView("mail/byHand").addObject("page", byHand.text(new PersonId(person)));
    }

    @PostMapping("/mail/by-hand/{person}/passed-on")
    String passedOn(@PathVariable UUID person) {
        byHand.passedOn(new PersonId(person));
        return "redirect:" + Outbox.byHandPage();
    }
}
