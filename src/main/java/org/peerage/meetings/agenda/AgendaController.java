package org.peerage.meetings.agenda;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.items.ItemTypes;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// One meeting's agenda before it, and what is kept of it afterwards.
@Controller
class AgendaController {

    private final AgendaPages pages;
    private final Agendas agendas;
    private final Swapping swapping;
    private final Naming naming;
    private final ItemTypes types;

    AgendaController(AgendaPages pages, Agendas agendas, Swapping swapping, Naming naming, ItemTypes types) {
        this.pages = pages;
        this.agendas = agendas;
        this.swapping = swapping;
        this.naming = naming;
        this.types = types;
    }

    @GetMapping("/meetings/{id}")
    ModelAndView meeting(
            @PathVariable UUID id, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return view(pages.of(new MeetingId(id)), fragment, HttpStatus.OK);
    }

    /// What the agenda's buttons send.
    record AgendaForm(
            @Nullable Integer version,
            @Nullable UUID request,
            @Nullable String seen,
            @Nullable Integer position,
            @Nullable Integer minutes,
            @Nullable String kind,
            @Nullable String format,
            @Nullable UUID deputy,
            @Nullable UUID subject,
            @Nullable UUID with) {}

    @PostMapping("/meetings/{id}/agenda/{change}")
    ModelAndView change(
            @PathVariable UUID id,
            @PathVariable String change,
            @ModelAttribute AgendaForm form,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        var meeting = new MeetingId(id);
        var page = pages.after(meeting, changing(meeting, change, form));
        if (page.notice() == null && !fragment) {
            return new ModelAndView("redirect:/meetings/" + meeting);
        }
        return view(page, fragment, page.notice() == null ? HttpStatus.OK : HttpStatus.CONFLICT);
    }

    private Supplier<Outcome> changing(MeetingId meeting, String change, AgendaForm form) {
        var version = Optional.ofNullable(form.version()).orElseThrow(AgendaController::badRequest);
        var request = Optional.ofNullable(form.request()).orElseThrow(AgendaController::badRequest);
        var seen = form.seen() == null ? "" : form.seen();
        return switch (change) {
            case "approve" -> () -> agendas.approve(meeting, version, request, seen);
            case "format" -> () -> agendas.use(meeting, version, request, form.format() == null ? "" : form.format());
            case "deputy" ->
                () -> naming.byHand(
                        meeting,
                        version,
                        request,
                        Optional.ofNullable(form.deputy()).map(PersonId::new));
            case "will", "cannot" -> {
                var position = Optional.ofNullable(form.position()).orElse(-1);
                yield () -> agendas.present(meeting, version, request, seen, position, change.equals("will"));
            }
            case "back" -> {
                var subject = Optional.ofNullable(form.subject()).orElseThrow(AgendaController::badRequest);
                yield () -> agendas.back(meeting, version, request, subject);
            }
            case "swap" -> {
                var position = Optional.ofNullable(form.position()).orElse(-1);
                var with = new PersonId(Optional.ofNullable(form.with()).orElseThrow(AgendaController::badRequest));
                yield () -> swapping.ask(meeting, version, request, seen, position, with);
            }
            case "agree", "decline", "withdraw" -> {
                var subject = Optional.ofNullable(form.subject()).orElseThrow(AgendaController::badRequest);
                yield () -> change.equals("withdraw")
                        ? swapping.withdraw(meeting, version, request, subject)
                        : swapping.answer(meeting, version, request, subject, change.equals("agree"));
            }
            case "minutes", "up", "down", "remove", "add" -> {
                var byHand = new AgendaChange(change, form.minutes(), kind(form.kind()));
                var position = Optional.ofNullable(form.position()).orElse(-1);
                yield () -> agendas.change(meeting, version, request, seen, position, byHand);
            }
            default -> throw badRequest();
        };
    }

    private static ModelAndView view(AgendaPage page, boolean fragment, HttpStatus status) {
        var view = new ModelAndView(fragment ? "meetings/agenda/agenda" : "meetings/agenda/meeting", "page", page);
        view.setStatus(status);
        return view;
    }

    private @Nullable String kind(@Nullable String key) {
        if (key != null && !types.knows(key)) {
            throw badRequest();
        }
        return key;
    }

    private static ResponseStatusException badRequest() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
