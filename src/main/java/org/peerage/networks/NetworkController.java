package org.peerage.networks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.networks.directory.ProfileStore;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Founding a network, and its first page.
@Controller
@RequestMapping("/networks")
class NetworkController {

    private final Networks networks;
    private final NetworkStore store;
    private final ProfileStore profiles;

    NetworkController(Networks networks, NetworkStore store, ProfileStore profiles) {
        this.networks = networks;
        this.store = store;
        this.profiles = profiles;
    }

    record FormPage(
            Optional<Networks.Network> network, NetworkForm form, Map<String, String> wrong, List<String> zones) {

        String action() {
            return network.map(found -> "/networks/" + found.id() + "/edit").orElse("/networks");
        }
    }

    record NetworkPage(Networks.Network network, NetworkStore.Tally tally, boolean hasProfile) {}

    @GetMapping("/new")
    ModelAndView blank() {
        if (!networks.mayFound()) {
            throw new NotFound();
        }
        return form(Optional.empty(), new NetworkForm("", "", ""), Map.of());
    }

    @PostMapping
    ModelAndView found(@RequestParam String name, @RequestParam String purpose, @RequestParam String zone) {
        var form = new NetworkForm(name, purpose, zone);
        return switch (form.parse()) {
            case NetworkForm.Parsed.Invalid(var wrong) -> form(Optional.empty(), form, wrong);
            case NetworkForm.Parsed.Valid(var command) ->
                switch (networks.found(command)) {
                    case Networks.Founding.Founded(var network) -> new ModelAndView("redirect:/networks/" + network);
                    // A form sent twice: the first founded the network, which the start page shows.
                    case Networks.Founding.NoLeave() -> new ModelAndView("redirect:/");
                };
        };
    }

    @GetMapping("/{network}")
    String page(@PathVariable UUID network, Model model) {
        var found = networks.find(new NetworkId(network)).orElseThrow(NotFound::new);
        model.addAttribute(
                "page",
                new NetworkPage(
                        found, store.tally(found.id()), profiles.own(found.id()).isPresent()));
        return "networks/network";
    }

    @GetMapping("/{network}/edit")
    ModelAndView edit(@PathVariable UUID network) {
        var found = convened(network);
        return form(
                Optional.of(found),
                new NetworkForm(found.name(), found.purpose(), found.zone().getId()),
                Map.of());
    }

    @PostMapping("/{network}/edit")
    ModelAndView change(
            @PathVariable UUID network,
            @RequestParam String name,
            @RequestParam String purpose,
            @RequestParam String zone) {
        var found = convened(network);
        var form = new NetworkForm(name, purpose, zone);
        return switch (form.parse()) {
            case NetworkForm.Parsed.Invalid(var wrong) -> form(Optional.of(found), form, wrong);
            case NetworkForm.Parsed.Valid(var command) -> {
                if (!networks.change(found.id(), command)) {
                    throw new NotFound();
                }
                yield new ModelAndView("redirect:/networks/" + network);
            }
        };
    }

    private Networks.Network convened(UUID network) {
        return networks.find(new NetworkId(network))
                .filter(Networks.Network::convened)
                .orElseThrow(NotFound::new);
    }

    private static ModelAndView form(Optional<Networks.Network> network, NetworkForm form, Map<String, String> wrong) {
        var view = new ModelAndView(
                "networks/networkForm", Map.of("page", new FormPage(network, form, wrong, NetworkForm.zones())));
        view.setStatus(wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
