package org.peerage.networks.directory;

import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.web.Message;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// People, written into the directory one by one.
@Controller
@RequestMapping("/networks/{network}/people")
class NewcomersController {

    private final Newcomers newcomers;

    NewcomersController(Newcomers newcomers) {
        this.newcomers = newcomers;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID network) {
        return shown(newcomers.page(new NetworkId(network)));
    }

    @PostMapping
    ModelAndView add(@PathVariable UUID network, @RequestParam(defaultValue = "") String people) {
        var page = newcomers.add(new NetworkId(network), people);
        return page.wrong().isEmpty() ? back(network) : shown(page);
    }

    @PostMapping("/me")
    ModelAndView join(@PathVariable UUID network, Principal who) {
        newcomers.join(new NetworkId(network), who.getName());
        return back(network);
    }

    @GetMapping("/{person}")
    ModelAndView correction(@PathVariable UUID network, @PathVariable UUID person) {
        return shown(newcomers.correction(new NetworkId(network), new ProfileId(person)));
    }

    @PostMapping("/{person}")
    ModelAndView correct(
            @PathVariable UUID network, @PathVariable UUID person, @RequestParam Map<String, String> typed) {
        return newcomers
                .correct(new NetworkId(network), new ProfileId(person), ProfileForm.of(CorrectionPage.FIELDS, typed))
                .map(NewcomersController::shown)
                .orElseGet(() -> back(network));
    }

    @PostMapping("/{person}/remove")
    ModelAndView remove(@PathVariable UUID network, @PathVariable UUID person) {
        var id = new NetworkId(network);
        return switch (newcomers.remove(id, new ProfileId(person))) {
            case REMOVED -> back(network);
            case KEPT -> shown(newcomers.page(id).with(Message.of("networks.people.wrong.kept")));
        };
    }

    private static ModelAndView shown(NewcomersPage page) {
        return new ModelAndView(
                "networks/directory/newcomers",
                Map.of("page", page),
                page.wrong().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView shown(CorrectionPage page) {
        return new ModelAndView(
                "networks/directory/correction",
                Map.of("page", page),
                page.wrong().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView back(UUID network) {
        return new ModelAndView("redirect:/networks/" + network + "/people");
    }
}
