package org.peerage.goals;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.rooms.SealedInput;
import org.peerage.web.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The goals of a group, and one's own.
@Controller
class GoalsController {

    private final Goals goals;

    GoalsController(Goals goals) {
        this.goals = goals;
    }

    @GetMapping("/groups/{group}/goals")
    ModelAndView page(
            @PathVariable UUID group, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return new ModelAndView(
                fragment ? "goals/list" : "goals/goals", Map.of("page", goals.page(new GroupId(group))));
    }

    @PostMapping("/groups/{group}/goals")
    ModelAndView set(@PathVariable UUID group, @RequestParam LocalDate by, SealedInput sealed) {
        return answer(goals.set(new GroupId(group), by, sealed));
    }

    @PostMapping("/goals/{id}/change")
    ModelAndView change(@PathVariable UUID id, @RequestParam LocalDate by, SealedInput sealed) {
        return answer(goals.change(id, by, sealed));
    }

    @PostMapping("/goals/{id}/on-course")
    ModelAndView onCourse(@PathVariable UUID id) {
        return answer(goals.say(id, Goal.Course.ON));
    }

    @PostMapping("/goals/{id}/off-course")
    ModelAndView offCourse(@PathVariable UUID id) {
        return answer(goals.say(id, Goal.Course.OFF));
    }

    @PostMapping("/goals/{id}/reached")
    ModelAndView reached(@PathVariable UUID id, SealedInput sealed) {
        return answer(goals.close(id, Goal.State.REACHED, sealed));
    }

    @PostMapping("/goals/{id}/let-go")
    ModelAndView letGo(@PathVariable UUID id, SealedInput sealed) {
        return answer(goals.close(id, Goal.State.LET_GO, sealed));
    }

    private static ModelAndView answer(Goals.Answer answer) {
        return switch (answer.outcome()) {
            case Outcome.Done() -> new ModelAndView("redirect:" + Goals.address(answer.group()));
            case Outcome.Refused(var why) ->
                new ModelAndView("goals/refused", Map.of("why", why), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
