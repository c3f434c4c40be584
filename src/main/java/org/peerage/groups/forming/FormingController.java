package org.peerage.groups.forming;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peerage.groups.Groups;
import org.peerage.groups.Objection;
import org.peerage.networks.NetworkId;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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
    private final NetworkGroups networks;

    FormingController(Groups groups, NetworkGroups networks) {
        this.groups = groups;
        this.networks = networks;
    }

    @GetMapping("/new")
    ModelAndView page(@PathVariable UUID network) {
        return new ModelAndView("groups/forming/forming", Map.of("page", networks.forming(convened(network))));
    }

    @PostMapping
    ModelAndView form(@PathVariable UUID network, FormingForm form, Principal who) {
        return switch (form.parse(convened(network))) {
            case FormingForm.Parsed.Wished(var wish) ->
                switch (groups.form(wish, form.picked(), form.leads(), who.getName())) {
                    case Groups.Forming.Formed(var id) ->
                        new ModelAndView("redirect:/groups/" + id + (form.settled() ? "" : "/seats"));
                    case Groups.Forming.Against(var why) -> again(network, form, Map.of(), why);
                };
            case FormingForm.Parsed.Wrong(var fields) -> again(network, form, fields, List.of());
        };
    }

    private ModelAndView again(UUID network, FormingForm form, Map<String, String> fields, List<Objection> against) {
        var again = new ModelAndView(
                "groups/forming/forming",
                Map.of("page", networks.forming(new NetworkId(network)).again(form, fields, against)));
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private NetworkId convened(UUID network) {
        var id = new NetworkId(network);
        if (!groups.mayForm(id)) {
            throw new NotFound();
        }
        return id;
    }
}
