package org.peerage.scheduling;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// When a group can meet: asking, answering, choosing.
@Controller
class PollController {

    private final Polls polls;
    private final InstantSource clock;

    PollController(Polls polls, InstantSource clock) {
        this.polls = polls;
        this.clock = clock;
    }

    @GetMapping("/groups/{group}/poll")
    ModelAndView page(@PathVariable UUID group) {
        return view(polls.of(new GroupId(group)), HttpStatus.OK);
    }

    @PostMapping("/groups/{group}/poll")
    ModelAndView ask(@PathVariable UUID group, @ModelAttribute PollPage.Form form) {
        var page = polls.of(new GroupId(group));
        var id = form.requestId();
        if (!page.circle().arranged() || id == null) {
            throw new NotFound();
        }
        return switch (form.parse(clock.instant())) {
            case PollPage.Wrong(var fields) -> view(page.with(form, fields), HttpStatus.UNPROCESSABLE_CONTENT);
            case PollPage.Asked asked -> {
                polls.ask(id, new GroupId(group), asked);
                yield back(new GroupId(group));
            }
        };
    }

    /// Each date that has a word is a field of its own, named by the option.
    @PostMapping("/polls/{poll}/answers")
    ModelAndView answer(@PathVariable UUID poll, @RequestParam Map<String, String> fields) {
        var words = new HashMap<UUID, Poll.Word>();
        try {
            for (var field : fields.entrySet()) {
                if (field.getKey().startsWith("option-")) {
                    words.put(
                            UUID.fromString(field.getKey().substring("option-".length())),
                            Poll.Word.valueOf(field.getValue().toUpperCase(Locale.ROOT)));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
        return switch (polls.answer(poll, words)) {
            case DateBook.Answered(var group) -> back(group);
            case DateBook.TooLate(var group) -> {
                var page = polls.of(group);
                yield view(page.with(page.form(), Map.of("late", "scheduling.poll.late")), HttpStatus.CONFLICT);
            }
        };
    }

    @PostMapping("/polls/{poll}/settle")
    ModelAndView settle(@PathVariable UUID poll, @RequestParam UUID option) {
        return new ModelAndView("redirect:" + Dates.page(polls.settle(poll, option)));
    }

    @PostMapping("/polls/{poll}/remind")
    ModelAndView remind(@PathVariable UUID poll) {
        return back(polls.remind(poll));
    }

    @PostMapping("/polls/{poll}/end")
    ModelAndView end(@PathVariable UUID poll) {
        return back(polls.end(poll));
    }

    private static ModelAndView back(GroupId group) {
        return new ModelAndView("redirect:" + Polls.page(group));
    }

    private static ModelAndView view(PollPage page, HttpStatus status) {
        var view = new ModelAndView("scheduling/poll", Map.of("page", page));
        view.setStatus(status);
        return view;
    }
}
