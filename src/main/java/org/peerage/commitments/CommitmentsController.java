package org.peerage.commitments;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.SealedPut;
import org.peerage.tenancy.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/groups/{id}/commitments`, the same in a live meeting, and what a person says about a commitment.
@Controller
class CommitmentsController {

    private final CommitmentBook book;
    private final Commitments commitments;
    private final Sync sync;

    CommitmentsController(CommitmentBook book, Commitments commitments, Sync sync) {
        this.book = book;
        this.commitments = commitments;
        this.sync = sync;
    }

    @GetMapping("/groups/{group}/commitments")
    ModelAndView page(
            @PathVariable UUID group,
            @RequestParam(required = false) @Nullable UUID seed,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        var template = htmx == null ? "commitments/commitments" : "commitments/list";
        return new ModelAndView(template, Map.of("page", book.page(new GroupId(group), seed)));
    }

    @GetMapping("/commitments/stage/{item}")
    ModelAndView stage(@PathVariable UUID item) {
        return new ModelAndView("commitments/stage", Map.of("page", book.stage(item)));
    }

    @PostMapping("/groups/{group}/commitments")
    ModelAndView commit(@PathVariable UUID group, @ModelAttribute CommitmentForm form, SealedInput sealed) {
        var due = form.dueOn();
        var witness = form.witness();
        if (due.isEmpty()) {
            return refused("commitments.refused.due");
        }
        if (witness == null) {
            return refused("commitments.refused.witness");
        }
        return answer(
                form,
                sealed,
                words -> commitments.makeAt(
                        form.item(),
                        new GroupId(group),
                        new PersonId(witness),
                        due.get(),
                        new Commitments.Purpose(form.goal(), form.seed()),
                        words));
    }

    @PostMapping("/commitments/{id}/done")
    ModelAndView done(@PathVariable UUID id, @ModelAttribute CommitmentForm form, SealedInput sealed) {
        return answer(form, sealed, words -> commitments.done(new CommitmentId(id), form.expected(), words));
    }

    @PostMapping("/commitments/{id}/missed")
    ModelAndView missed(@PathVariable UUID id, @ModelAttribute CommitmentForm form, SealedInput sealed) {
        return answer(form, sealed, words -> commitments.didNotHappen(new CommitmentId(id), form.expected(), words));
    }

    @PostMapping("/commitments/{id}/move")
    ModelAndView move(@PathVariable UUID id, @ModelAttribute CommitmentForm form, SealedInput sealed) {
        var to = form.dueOn();
        return to.isEmpty()
                ? refused("commitments.refused.due")
                : answer(
                        form,
                        sealed,
                        words -> commitments.renegotiate(new CommitmentId(id), form.expected(), to.get(), words));
    }

    @PostMapping("/commitments/{id}/heard")
    ModelAndView heard(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID item) {
        return answer(commitments.hear(new CommitmentId(id)), item);
    }

    @PostMapping("/commitments/{id}/encouraged")
    ModelAndView encourage(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID item) {
        return answer(commitments.encourage(new CommitmentId(id)), item);
    }

    @PostMapping("/commitments/{id}/leads-there")
    ModelAndView leadsThere(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID item) {
        return answer(sync.say(new CommitmentId(id), true), item);
    }

    @PostMapping("/commitments/{id}/leads-elsewhere")
    ModelAndView leadsElsewhere(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID item) {
        return answer(sync.say(new CommitmentId(id), false), item);
    }

    private static ModelAndView answer(CommitmentForm form, SealedInput sealed, Function<List<SealedPut>, Answer> act) {
        return answer(act.apply(sealed.puts()), form.item());
    }

    private static ModelAndView answer(Answer outcome, @Nullable UUID item) {
        return switch (outcome) {
            case Answer.Accepted(var group) ->
                new ModelAndView(
                        item == null
                                ? "redirect:/groups/" + group + "/commitments"
                                : "redirect:/commitments/stage/" + item);
            case Answer.Refused(var reason) -> refused(reason);
        };
    }

    /// Goes to the form's own line and leaves the form, with what was typed, as it is.
    private static ModelAndView refused(String reason) {
        var view = new ModelAndView("commitments/refused", Map.of("reason", reason));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
