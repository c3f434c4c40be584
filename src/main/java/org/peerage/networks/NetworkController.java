package org.peerage.networks;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.web.Labelled;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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
    private final NetworkPages pages;

    NetworkController(Networks networks, NetworkPages pages) {
        this.networks = networks;
        this.pages = pages;
    }

    record FormPage(
            Optional<Networks.Network> network,
            NetworkForm form,
            boolean among,
            Map<String, String> wrong,
            List<String> zones)
            implements Labelled {

        List<String> sets() {
            return LabelSets.all();
        }

        @Override
        public String labels() {
            return network.map(Networks.Network::labels).orElse(USUAL);
        }

        String action() {
            return network.map(found -> "/networks/" + found.id() + "/edit").orElse("/networks");
        }
    }

    @GetMapping("/new")
    ModelAndView blank() {
        if (!networks.mayFound()) {
            throw new NotFound();
        }
        return form(Optional.empty(), new NetworkForm("", "", "", Labelled.USUAL), true, Map.of());
    }

    @PostMapping
    ModelAndView found(
            @RequestParam String name,
            @RequestParam String purpose,
            @RequestParam String zone,
            @RequestParam(defaultValue = Labelled.USUAL) String labels,
            @RequestParam(defaultValue = "false") boolean among,
            Principal who) {
        var form = new NetworkForm(name, purpose, zone, labels);
        return switch (form.parse()) {
            case NetworkForm.Parsed.Invalid(var wrong) -> form(Optional.empty(), form, among, wrong);
            case NetworkForm.Parsed.Valid(var command) ->
                switch (among ? networks.foundAmong(command, who.getName()) : networks.found(command)) {
                    case Networks.Founding.Founded(var network) -> new ModelAndView("redirect:/networks/" + network);
                    // A form sent twice: the first founded the network, which the start page shows.
                    case Networks.Founding.NoLeave() -> new ModelAndView("redirect:/");
                };
        };
    }

    @GetMapping("/{network}")
    ModelAndView page(@PathVariable UUID network) {
        return new ModelAndView("networks/network", Map.of("page", pages.page(new NetworkId(network))));
    }

    @GetMapping("/{network}/edit")
    ModelAndView edit(@PathVariable UUID network) {
        var found = networks.convened(new NetworkId(network));
        return form(
                Optional.of(found),
                new NetworkForm(found.name(), found.purpose(), found.zone().getId(), found.labels()),
                false,
                Map.of());
    }

    @PostMapping("/{network}/edit")
    ModelAndView change(
            @PathVariable UUID network,
            @RequestParam String name,
            @RequestParam String purpose,
            @RequestParam String zone,
            @RequestParam(defaultValue = Labelled.USUAL) String labels) {
        var id = new NetworkId(network);
        var form = new NetworkForm(name, purpose, zone, labels);
        return switch (form.parse()) {
            case NetworkForm.Parsed.Invalid(var wrong) -> form(Optional.of(networks.convened(id)), form, false, wrong);
            case NetworkForm.Parsed.Valid(var command) -> {
                networks.change(id, command);
                yield new ModelAndView("redirect:/networks/" + network);
            }
        };
    }

    private static ModelAndView form(
            Optional<Networks.Network> network, NetworkForm form, boolean among, Map<String, String> wrong) {
        var view = new ModelAndView(
                "networks/networkForm", Map.of("page", new FormPage(network, form, among, wrong, NetworkForm.zones())));
        view.setStatus(wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
