package org.peerage.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.identity.passkeys.Passkeys;
import org.peerage.identity.passkeys.SecretsAtTheDoor;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.peerage.web.Panel;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The way in by a personal link. Looking at the page uses nothing up: mail scanners follow links too.
@Controller
@RequestMapping("/join/{token}")
class EnrolmentController {

    private final PersonalLinks links;
    private final Enrolment enrolment;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Attempts attempts;

    EnrolmentController(
            PersonalLinks links, Enrolment enrolment, Passkeys passkeys, Sessions sessions, Attempts attempts) {
        this.links = links;
        this.enrolment = enrolment;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.attempts = attempts;
    }

    /// What it shows; `elsewhere` says that the link opens only in another browser, `sheet` what it invites to.
    record EnrolPage(
            String token,
            String suggestedName,
            String person,
            boolean alreadyHere,
            boolean signInOnly,
            boolean elsewhere,
            Optional<Panel> sheet) {}

    @GetMapping
    ModelAndView page(
            @PathVariable String token, @AuthenticationPrincipal @Nullable SignedIn who, HttpServletRequest request) {
        var found = look(token, request);
        if (found.isEmpty()) {
            return gone();
        }
        var link = found.get();
        return new ModelAndView("identity/enrol")
                .addObject(
                        "page",
                        new EnrolPage(
                                token,
                                link.suggestedName(),
                                link.person().toString(),
                                who != null,
                                link.signsIn(),
                                !link.opensIn(sessions.asker(request)),
                                Acting.asProgram("sign-in", () -> enrolment.sheet(link))));
    }

    /// Used, run out, taken back or never made: the same page, which says where to get a new one.
    static ModelAndView gone() {
        var view = new ModelAndView("identity/linkGone");
        view.setStatus(HttpStatus.NOT_FOUND);
        return view;
    }

    @PostMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> options(
            @PathVariable String token, @RequestBody Map<String, String> form, HttpServletRequest request) {
        var link = look(token, request).filter(found -> !found.signsIn()).orElseThrow(NotFound::new);
        var name = form.getOrDefault("name", "").strip();
        return ResponseEntity.ok(passkeys.write(
                passkeys.creation(link.person(), name.isEmpty() ? "Peerage" : name, sessions.newChallenge(request))));
    }

    @PostMapping
    ResponseEntity<Map<String, String>> enrol(
            @PathVariable String token,
            @RequestBody Enrolment.Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (SecretsAtTheDoor.in(form.passkey())) {
            return ResponseEntity.badRequest().body(Map.of("reason", "identity.enrol.wrong.secret"));
        }
        if (look(token, request).isEmpty()) {
            return answer(new Enrolment.Enrolled.LinkGone(), "", request, response);
        }
        Enrolment.Enrolled outcome;
        try {
            outcome = Acting.asProgram("sign-in", () -> enrolment.enrol(token, form, sessions.takeChallenge(request)));
        } catch (Enrolment.PasskeyRefused refused) {
            outcome = new Enrolment.Enrolled.NotAcceptable("identity.enrol.wrong.passkey");
        }
        return answer(outcome, form.passkey().isNull() ? "WORDS" : "WEBAUTHN", request, response);
    }

    @PostMapping("/accept")
    ModelAndView accept(@PathVariable String token, @AuthenticationPrincipal @Nullable SignedIn who) {
        if (who == null) {
            return new ModelAndView("redirect:/sign-in?next=/join/" + token);
        }
        var outcome = Acting.asProgram("sign-in", () -> enrolment.acceptAs(who.person(), who.name(), token));
        return switch (outcome) {
            case Enrolment.Enrolled.Welcome welcome -> new ModelAndView("redirect:" + welcome.afterwards());
            case Enrolment.Enrolled.LinkGone gone -> gone();
            case Enrolment.Enrolled.NotAcceptable not -> gone();
        };
    }

    private ResponseEntity<Map<String, String>> answer(
            Enrolment.Enrolled outcome, String factor, HttpServletRequest request, HttpServletResponse response) {
        return switch (outcome) {
            case Enrolment.Enrolled.Welcome welcome -> {
                sessions.start(welcome.person(), welcome.name(), factor, request, response);
                yield ResponseEntity.ok(Map.of("next", welcome.afterwards()));
            }
            case Enrolment.Enrolled.LinkGone gone ->
                ResponseEntity.status(410).body(Map.of("reason", "identity.enrol.wrong.link"));
            case Enrolment.Enrolled.NotAcceptable(var reason) ->
                ResponseEntity.unprocessableContent().body(Map.of("reason", reason));
        };
    }

    /// Only links that do not exist are counted: a hall full of people enrols from one address.
    private Optional<PersonalLinks.Link> look(String token, HttpServletRequest request) {
        var link = Acting.asProgram("sign-in", () -> links.find(token));
        if (link.isEmpty()) {
            attempts.limit("link", request.getRemoteAddr(), 60, Duration.ofHours(1));
        }
        return link;
    }
}
