package org.peerage.doors.hooks;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The webhooks of a network, for its convener.
@Controller
@RequestMapping("/networks/{network}/hooks")
class HookController {

    private final Hooks hooks;
    private final Networks networks;
    private final HookAddress addresses;

    HookController(Hooks hooks, Networks networks, HookAddress addresses) {
        this.hooks = hooks;
        this.networks = networks;
        this.addresses = addresses;
    }

    @GetMapping
    ModelAndView all(@PathVariable UUID network) {
        return asking(new NetworkId(network), HookForm.blank(), Map.of());
    }

    /// The answer alone has the secret, so it is a page and leads nowhere.
    @PostMapping
    ModelAndView make(
            @PathVariable UUID network,
            @RequestParam UUID request,
            @RequestParam(required = false) @Nullable String address,
            @RequestParam(required = false) @Nullable List<String> event) {
        var id = new NetworkId(network);
        // Before a name is looked up for somebody who has nothing to do here.
        networks.convened(id);
        var form = new HookForm(request, address, event);
        return switch (form.parse(addresses)) {
            case HookForm.Parsed.Invalid(var wrong) -> asking(id, form, wrong);
            case HookForm.Parsed.Valid(var wish) ->
                switch (hooks.make(id, wish)) {
                    case Hooks.Making.Refused(var code) -> asking(id, form, Map.of("address", code));
                    case Hooks.Making.Made(var hook, var secret) -> shown(id, hook, secret);
                    case Hooks.Making.ThereAlready(var hook) -> at(id, hook);
                };
        };
    }

    @GetMapping("/{hook}")
    ModelAndView one(@PathVariable UUID network, @PathVariable UUID hook) {
        return new ModelAndView("doors/hooks/hook", "page", hooks.one(new NetworkId(network), hook));
    }

    @PostMapping("/{hook}/test")
    ModelAndView test(@PathVariable UUID network, @PathVariable UUID hook) {
        hooks.test(new NetworkId(network), hook);
        return at(new NetworkId(network), hook);
    }

    @PostMapping("/{hook}/secret")
    ModelAndView turn(@PathVariable UUID network, @PathVariable UUID hook, @RequestParam int turn) {
        var id = new NetworkId(network);
        return hooks.turn(id, hook, turn) instanceof Hooks.Making.Made(var made, var secret)
                ? shown(id, made, secret)
                : at(id, hook);
    }

    @PostMapping("/{hook}/on")
    ModelAndView on(@PathVariable UUID network, @PathVariable UUID hook) {
        hooks.on(new NetworkId(network), hook);
        return at(new NetworkId(network), hook);
    }

    @PostMapping("/{hook}/end")
    ModelAndView end(@PathVariable UUID network, @PathVariable UUID hook) {
        hooks.end(new NetworkId(network), hook);
        return new ModelAndView("redirect:" + Hooks.page(new NetworkId(network)));
    }

    private ModelAndView asking(NetworkId network, HookForm form, Map<String, String> wrong) {
        var view = new ModelAndView("doors/hooks/hooks", "page", new HookPage.Asking(hooks.all(network), form, wrong));
        view.setStatus(wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView shown(NetworkId network, UUID hook, String secret) {
        return new ModelAndView(
                "doors/hooks/secret",
                "page",
                new HookPage.Shown(networks.convened(network), Hooks.page(network, hook), secret));
    }

    private static ModelAndView at(NetworkId network, UUID hook) {
        return new ModelAndView("redirect:" + Hooks.page(network, hook));
    }
}
