package org.peerage.networks.conveners;

import java.util.Map;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who convenes a network, for those who do.
@Controller
@RequestMapping("/networks/{network}/conveners")
class ConvenersController {

    private final Conveners conveners;

    ConvenersController(Conveners conveners) {
        this.conveners = conveners;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID network, @RequestParam(defaultValue = "") String who) {
        return shown(conveners.page(new NetworkId(network), who), HttpStatus.OK);
    }

    @PostMapping("/{person}")
    ModelAndView appoint(@PathVariable UUID network, @PathVariable UUID person) {
        conveners.appoint(new NetworkId(network), new PersonId(person));
        return back(network);
    }

    @PostMapping("/{person}/end")
    ModelAndView end(@PathVariable UUID network, @PathVariable UUID person) {
        var id = new NetworkId(network);
        return switch (conveners.end(id, new PersonId(person))) {
            case ENDED ->
                person.equals(Acting.me().value()) ? new ModelAndView("redirect:/networks/" + network) : back(network);
            case LAST -> shown(conveners.page(id, "").withNobodyLeft(), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static ModelAndView shown(ConvenersPage page, HttpStatus status) {
        return new ModelAndView("networks/conveners/conveners", Map.of("page", page), status);
    }

    private static ModelAndView back(UUID network) {
        return new ModelAndView("redirect:/networks/" + network + "/conveners");
    }
}
