package org.peerage.processing;

import java.util.UUID;
import org.peerage.rooms.SealedInput;
import org.peerage.web.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is worked on, whatever it is: the step, its rule and clock, and what is written.
@Controller
@RequestMapping("/processing/{id}")
class ProcessingController {

    private final Processings processings;

    ProcessingController(Processings processings) {
        this.processings = processings;
    }

    @GetMapping
    ModelAndView stage(@PathVariable UUID id) {
        return new ModelAndView("processing/stage", "page", processings.stage(new ProcessingId(id)));
    }

    @PostMapping("/begin")
    ModelAndView begin(@PathVariable UUID id, @RequestParam UUID request) {
        return answer(processings.act(new ProcessingId(id), new Act.Begin(), request));
    }

    @PostMapping("/step")
    ModelAndView step(@PathVariable UUID id, @RequestParam int from, @RequestParam int to, @RequestParam UUID request) {
        return answer(processings.act(new ProcessingId(id), new Act.Move(from, to), request));
    }

    @PostMapping("/captures/{kind}")
    ModelAndView write(@PathVariable UUID id, @PathVariable String kind, SealedInput sealed) {
        var page = processings.write(new ProcessingId(id), kind, sealed);
        return answer(new Processings.Answer(Outcome.done(), page));
    }

    private static ModelAndView answer(Processings.Answer answer) {
        var view = new ModelAndView("processing/stage", Stages.model(answer));
        if (answer.outcome() instanceof Outcome.Refused) {
            view.setStatus(HttpStatus.CONFLICT);
        }
        return view;
    }
}
