package org.peerage.groups.forming;

import java.util.Map;
import java.util.UUID;
import org.peerage.groups.Groups;
import org.peerage.networks.NetworkId;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// A convener forms a group in a network.
@Controller
@RequestMapping("/networks/{network}/groups")
class FormingController {

    private final Groups groups;

    FormingController(Groups groups) {
        this.groups = groups;
    }

    @GetMapping("/new")
    String page(@PathVariable UUID network, Model model) {
        model.addAttribute("page", new FormingPage(convened(network), FormingForm.empty(), Map.of()));
        return "groups/forming/forming";
    }

    @PostMapping
    ModelAndView form(@PathVariable UUID network, FormingForm form) {
        return switch (form.parse(convened(network))) {
            case FormingForm.Parsed.Wished(var wish) ->
                new ModelAndView("redirect:/groups/" + groups.form(wish) + "/seats");
            case FormingForm.Parsed.Wrong(var fields) -> {
                var again = new ModelAndView("groups/forming/forming");
                again.addObject("page", new FormingPage(new NetworkId(network), form, fields));
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield again;
            }
        };
    }

    private NetworkId convened(UUID network) {
        var id = new NetworkId(network);
        if (!groups.mayForm(id)) {
            throw new NotFound();
        }
        return id;
    }
}
