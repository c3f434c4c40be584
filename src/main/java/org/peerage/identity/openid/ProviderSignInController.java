package org.peerage.identity.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.identity.Attempts;
import org.peerage.identity.Sessions;
import org.peerage.identity.SignedIn;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.peerage.web.OwnPath;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// To a provider and back. Whatever goes wrong leads to the sign-in page, where the other ways are.
@Controller
@RequestMapping("/sign-in/openid/{provider}")
class ProviderSignInController {

    static final String UNDERWAY = "underway";
    static final String FOUND = "found";
    private static final int TRIES_A_MINUTE = 120;

    private final Providers providers;
    private final ProviderSignIns signIns;
    private final Sessions sessions;
    private final Attempts attempts;
    private final InstantSource clock;

    ProviderSignInController(
            Providers providers, ProviderSignIns signIns, Sessions sessions, Attempts attempts, InstantSource clock) {
        this.providers = providers;
        this.signIns = signIns;
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// What a provider says in the address that it sends the browser back to.
    record Answer(
            @Nullable String state,
            @Nullable String code,
            @Nullable String error,
            @Nullable String iss) {}

    @GetMapping
    String go(
            @PathVariable String provider,
            @RequestParam(defaultValue = "/") String next,
            @AuthenticationPrincipal @Nullable SignedIn who,
            HttpServletRequest request) {
        var asked = providers.named(provider).orElseThrow(NotFound::new);
        if (who != null) {
            return "redirect:" + OwnPath.of(next);
        }
        limit(request);
        return switch (signIns.begin(asked, OwnPath.of(next), null)) {
            case ProviderSignIns.Asked.Go(var address, var underway) -> {
                sessions.hold(request, UNDERWAY, underway);
                yield "redirect:" + address;
            }
            case ProviderSignIns.Asked.Known known -> throw new IllegalStateException("nobody was asked for yet");
            case ProviderSignIns.Asked.Failed(var trouble) -> signIn(trouble);
        };
    }

    @GetMapping("/back")
    String back(
            @PathVariable String provider,
            Answer answer,
            @AuthenticationPrincipal @Nullable SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = providers.named(provider).orElseThrow(NotFound::new);
        limit(request);
        var taken = sessions.take(request, UNDERWAY, Underway.class)
                .filter(underway ->
                        answer.state() != null && underway.answeredBy(provider, answer.state(), clock.instant()));
        if (taken.isEmpty()) {
            return who == null ? signIn(Trouble.STALE) : ProviderLinksController.page(Trouble.STALE);
        }
        var underway = taken.get();
        var outcome = answer.code() == null
                        || answer.code().isBlank()
                        || (answer.iss() != null
                                && !answer.iss().equals(asked.issuer().toString()))
                ? new ProviderSignIns.Asked.Failed(Trouble.REFUSED)
                : signIns.end(asked, underway, answer.code());
        if (underway.connects().isPresent()) {
            return connecting(underway, outcome, who, request);
        }
        return switch (outcome) {
            case ProviderSignIns.Asked.Known(var account) -> comeIn(account, underway, request, response);
            case ProviderSignIns.Asked.Failed(var trouble) -> signIn(trouble);
            case ProviderSignIns.Asked.Go go -> throw new IllegalStateException("it has been asked already");
        };
    }

    private String comeIn(
            Account account, Underway underway, HttpServletRequest request, HttpServletResponse response) {
        var known = Acting.asProgram("sign-in", () -> signIns.comeIn(account));
        if (known.isEmpty()) {
            return signIn(Trouble.UNKNOWN);
        }
        sessions.startByProvider(known.get().id(), known.get().name(), account.issuer(), request, response);
        return "redirect:" + underway.next();
    }

    /// The account is shown first; nothing is connected before its owner has said yes to what they see.
    private String connecting(
            Underway underway, ProviderSignIns.Asked outcome, @Nullable SignedIn who, HttpServletRequest request) {
        var same = Optional.ofNullable(who).map(SignedIn::id).equals(underway.connects());
        if (!same || !Sessions.proved(request)) {
            return signIn(Trouble.STALE);
        }
        if (outcome instanceof ProviderSignIns.Asked.Known(var account)) {
            sessions.hold(request, FOUND, account);
            return "redirect:" + ProviderLinksController.PAGE;
        }
        return ProviderLinksController.page(
                outcome instanceof ProviderSignIns.Asked.Failed(var trouble) ? trouble : Trouble.REFUSED);
    }

    private void limit(HttpServletRequest request) {
        attempts.limit("openid", request.getRemoteAddr(), TRIES_A_MINUTE, Duration.ofMinutes(1));
    }

    private static String signIn(Trouble trouble) {
        return "redirect:/sign-in?trouble=" + trouble.word();
    }
}
