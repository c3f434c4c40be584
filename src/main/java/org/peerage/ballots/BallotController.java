package org.peerage.ballots;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.rooms.SealedInput;
import org.peerage.sealing.Sealed;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/// The ballots of a group. Papers come sealed, and never as a field of a form.
@Controller
@RequestMapping("/groups/{group}/ballots")
class BallotController {

    private final Voting voting;

    BallotController(Voting voting) {
        this.voting = voting;
    }

    record PaperForm(@Nullable String paper) {

        Sealed sealed() {
            return Sealed.parse(Objects.requireNonNullElse(paper, "")).orElseThrow(NotFound::new);
        }
    }

    record CountForm(@Nullable String digest, int yes, int no, int aside) {

        Tally tally() {
            if (digest == null || !digest.matches("[A-Za-z0-9_-]{43}") || yes < 0 || no < 0 || aside < 0) {
                throw new NotFound();
            }
            return new Tally(digest, yes, no, aside);
        }
    }

    @GetMapping
    ModelAndView list(
            @PathVariable UUID group, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return new ModelAndView(
                fragment ? "ballots/list" : "ballots/ballots", Map.of("page", voting.list(new GroupId(group))));
    }

    @PostMapping
    ModelAndView ask(@PathVariable UUID group, @RequestParam LocalDate lastDay, SealedInput sealed) {
        var id = new GroupId(group);
        return switch (voting.ask(id, lastDay, sealed)) {
            case ASKED -> new ModelAndView("redirect:" + Ballot.address(id));
            case TOO_SOON -> {
                var view = new ModelAndView("ballots/list", Map.of("page", voting.list(id), "soon", true));
                view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield view;
            }
        };
    }

    @GetMapping("/{ballot}")
    ModelAndView page(@PathVariable UUID group, @PathVariable UUID ballot) {
        return new ModelAndView(
                "ballots/ballot", Map.of("page", voting.page(new GroupId(group), new BallotId(ballot))));
    }

    @PostMapping("/{ballot}/withdrawn")
    String withdraw(@PathVariable UUID group, @PathVariable UUID ballot) {
        voting.withdraw(new GroupId(group), new BallotId(ballot));
        return "redirect:" + Ballot.address(new GroupId(group));
    }

    @PostMapping(path = "/{ballot}/paper", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> vote(@PathVariable UUID group, @PathVariable UUID ballot, @RequestBody PaperForm form) {
        var cast = voting.vote(new GroupId(group), new BallotId(ballot), form.sealed());
        return Map.of("paper", cast.name().toLowerCase(Locale.ROOT));
    }

    @GetMapping("/{ballot}/box")
    @ResponseBody
    Voting.Box box(@PathVariable UUID group, @PathVariable UUID ballot) {
        return voting.box(new GroupId(group), new BallotId(ballot));
    }

    @PostMapping(path = "/{ballot}/count", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void count(@PathVariable UUID group, @PathVariable UUID ballot, @RequestBody CountForm form) {
        voting.count(new GroupId(group), new BallotId(ballot), form.tally());
    }
}
