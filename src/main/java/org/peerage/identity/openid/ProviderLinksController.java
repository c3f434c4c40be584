package org.peerage.identity.openid;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peerage.identity.Sessions;
import org.peerage.identity.openid.ProviderLinkStore.Connected;
import org.peerage.mail.Outbox;
import org.peerage.tenancy.Acting;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where somebody connects their account at a provider with the one here, and takes it away again. Only a session that
/// has shown keys gets here.
@Controller
@RequestMapping(ProviderLinksController.PAGE)
class ProviderLinksController {

    static final String PAGE = "/keys/openid";

    private final Providers providers;
    private final ProviderSignIns signIns;
    private final Sessions sessions;
    private final Outbox outbox;

    ProviderLinksController(Providers providers, ProviderSignIns signIns, Sessions sessions, Outbox outbox) {
        this.providers = providers;
        this.signIns = signIns;
        this.sessions = sessions;
        this.outbox = outbox;
    }

    /// One provider, and the account that is connected there.
    ///
    /// @param address where it is connected; empty where the operator has taken the provider away since
    record Line(String label, String issuer, Optional<String> address, Optional<Connected> connected) {}

    /// What the page shows.
    ///
    /// @param found the account that is about to be connected
    record ProviderLinksPage(List<Line> lines, Optional<Found> found, Optional<Message> trouble, ZoneId zone) {}

    record Found(String label, String shownAs, String address) {}

    static String page(Trouble trouble) {
        return "redirect:" + PAGE + "?trouble=" + trouble.word();
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String trouble, HttpServletRequest request, Model model) {
        var found = sessions.held(request, ProviderSignInController.FOUND, Account.class)
                .flatMap(account -> providers
                        .named(account.provider())
                        .map(provider -> new Found(
                                provider.label(), account.shownAs(), PAGE + "/" + provider.name() + "/connect")));
        model.addAttribute("page", new ProviderLinksPage(lines(), found, providers.trouble(trouble), outbox.myZone()));
        return "identity/openid/providerLinks";
    }

    private List<Line> lines() {
        var connected = new ArrayList<>(signIns.of(Acting.me()));
        var lines = new ArrayList<Line>();
        for (var provider : providers.all()) {
            var issuer = provider.issuer().toString();
            var mine = connected.stream()
                    .filter(one -> one.issuer().equals(issuer))
                    .findFirst();
            mine.ifPresent(connected::remove);
            lines.add(new Line(provider.label(), issuer, Optional.of(PAGE + "/" + provider.name()), mine));
        }
        connected.forEach(
                left -> lines.add(new Line(left.issuer(), left.issuer(), Optional.empty(), Optional.of(left))));
        return List.copyOf(lines);
    }

    @GetMapping("/{provider}")
    String go(@PathVariable String provider, HttpServletRequest request) {
        var asked = providers.named(provider).orElseThrow(NotFound::new);
        return switch (signIns.begin(asked, PAGE, Acting.me().value())) {
            case ProviderSignIns.Asked.Go(var address, var underway) -> {
                sessions.hold(request, ProviderSignInController.UNDERWAY, underway);
                yield "redirect:" + address;
            }
            case ProviderSignIns.Asked.Known known -> throw new IllegalStateException("nobody was asked for yet");
            case ProviderSignIns.Asked.Failed(var trouble) -> page(trouble);
        };
    }

    @PostMapping("/{provider}/connect")
    String connect(@PathVariable String provider, HttpServletRequest request) {
        var account = sessions.take(request, ProviderSignInController.FOUND, Account.class)
                .filter(found -> found.provider().equals(provider));
        if (account.isEmpty()) {
            return page(Trouble.STALE);
        }
        return signIns.connect(Acting.me(), account.get()) ? "redirect:" + PAGE : page(Trouble.TAKEN);
    }

    @PostMapping("/forget")
    String forget(HttpServletRequest request) {
        sessions.take(request, ProviderSignInController.FOUND, Account.class);
        return "redirect:" + PAGE;
    }

    @PostMapping("/remove")
    String remove(@RequestParam(defaultValue = "") String issuer) {
        signIns.remove(Acting.me(), issuer);
        return "redirect:" + PAGE;
    }
}
