package org.peerage.meetings;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The meetings of a group, and one meeting's agenda before and summary after it.
@Controller
class AgendaController {

    private final AgendaPages pages;
    private final MeetingLists lists;
    private final Agendas agendas;

    AgendaController(AgendaPages pages, MeetingLists lists, Agendas agendas) {
        this.pages = pages;
        this.lists = lists;
        this.agendas = agendas;
    }

    @GetMapping("/groups/{id}/meetings")
    ModelAndView meetings(@PathVariable String id) {
        var group = MeetingId.parse(id).orElseThrow(NotFound::new).value();
        return new ModelAndView("meetings/meetings", "page", lists.of(new GroupId(group)));
    }

    @GetMapping("/meetings/{id}")
    ModelAndView meeting(
            @PathVariable String id, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return view(meetingId(id), "", fragment, HttpStatus.OK);
    }

    /// What the agenda's buttons send. All text; [#changed] says what it means.
    record AgendaForm(
            @Nullable String version,
            @Nullable String request,
            @Nullable String seen,
            @Nullable String position,
            @Nullable String minutes,
            @Nullable String kind,
            @Nullable String format,
            @Nullable String deputy) {}

    @PostMapping("/meetings/{id}/agenda/{change}")
    ModelAndView change(
            @PathVariable String id,
            @PathVariable String change,
            @ModelAttribute AgendaForm form,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        var meeting = meetingId(id);
        return switch (changed(meeting, change, form)) {
            case Agendas.Changed.Done() ->
                fragment ? view(meeting, "", true, HttpStatus.OK) : new ModelAndView("redirect:/meetings/" + meeting);
            case Agendas.Changed.Refused(var why) -> view(meeting, why.key(), fragment, HttpStatus.CONFLICT);
        };
    }

    private Agendas.Changed changed(MeetingId meeting, String change, AgendaForm form) {
        var version = Optional.ofNullable(number(form.version())).orElseThrow(AgendaController::badRequest);
        var request = uuid(form.request()).orElseThrow(AgendaController::badRequest);
        var seen = form.seen() == null ? "" : form.seen();
        return switch (change) {
            case "approve" -> agendas.approve(meeting, version, request, seen);
            case "format" -> agendas.use(meeting, version, request, form.format() == null ? "" : form.format());
            case "deputy" ->
                agendas.nameDeputy(
                        meeting, version, request, uuid(form.deputy()).map(PersonId::new));
            case "minutes", "up", "down", "remove", "add" ->
                agendas.change(
                        meeting,
                        version,
                        request,
                        seen,
                        Optional.ofNullable(number(form.position())).orElse(-1),
                        new AgendaChange(change, number(form.minutes()), kind(form.kind())));
            default -> throw badRequest();
        };
    }

    private ModelAndView view(MeetingId meeting, String notice, boolean fragment, HttpStatus status) {
        var view =
                new ModelAndView(fragment ? "meetings/agenda" : "meetings/meeting", "page", pages.of(meeting, notice));
        view.setStatus(status);
        return view;
    }

    private static MeetingId meetingId(String id) {
        return MeetingId.parse(id).orElseThrow(NotFound::new);
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        return text == null ? Optional.empty() : MeetingId.parse(text).map(MeetingId::value);
    }

    private static @Nullable ItemKind kind(@Nullable String text) {
        try {
            return text == null ? null : ItemKind.of(text);
        } catch (IllegalArgumentException e) {
            throw badRequest();
        }
    }

    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static ResponseStatusException badRequest() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
