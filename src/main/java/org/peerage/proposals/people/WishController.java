package org.peerage.proposals.people;

import java.util.Map;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who should and who must not sit with whom, pair by pair.
@Controller
@RequestMapping("/networks/{network}/proposals/wishes")
class WishController {

    private final WishPages pages;

    WishController(WishPages pages) {
        this.pages = pages;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID network) {
        return view(pages.page(new NetworkId(network)), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView keep(@PathVariable UUID network, @RequestParam Map<String, String> typed) {
        return switch (pages.keep(new NetworkId(network), new WishForm(typed))) {
            case WishPages.Answer.Kept() -> back(network);
            case WishPages.Answer.Again(var page) -> view(page, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(
            @PathVariable UUID network, @RequestParam("one-id") UUID one, @RequestParam("other-id") UUID other) {
        pages.takeBack(new NetworkId(network), new ProfileId(one), new ProfileId(other));
        return back(network);
    }

    private static ModelAndView view(WishesPage page, HttpStatus status) {
        return new ModelAndView("proposals/people/wishes", Map.of("page", page), status);
    }

    private static ModelAndView back(UUID network) {
        return new ModelAndView("redirect:/networks/" + network + "/proposals/wishes");
    }
}
