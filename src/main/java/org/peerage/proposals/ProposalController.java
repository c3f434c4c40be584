package org.peerage.proposals;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.proposals.runs.RunId;
import org.peerage.proposals.runs.Runs;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A proposal as cards or by place, its name, its copy, its file, and the search that goes on from it. The same address
/// serves the page and, to htmx, its groups alone.
@Controller
@RequestMapping("/proposals/{id}")
class ProposalController {

    private static final int MOST_NAME = 80;
    private static final int MOST_SECONDS = 600;

    private final Proposals proposals;
    private final ProposalPages pages;
    private final MessageSource messages;

    ProposalController(Proposals proposals, ProposalPages pages, MessageSource messages) {
        this.proposals = proposals;
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable UUID id,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @RequestHeader(name = "HX-History-Restore-Request", required = false) @Nullable String restored) {
        var page = pages.page(proposal(id), ProposalQuery.of(parameters));
        return new ModelAndView(
                htmx != null && restored == null ? "proposals/groups" : "proposals/proposal", "page", page);
    }

    @GetMapping("/groups.csv")
    ResponseEntity<byte[]> file(@PathVariable UUID id, Locale locale) {
        var proposal = proposal(id);
        pages.network(proposal);
        var assessment = proposals.assessment(proposal);
        var csv = GroupsTable.csv(
                assessment.told(),
                pages.who(proposal.network(), assessment.leaders()),
                (key, values) -> messages.getMessage(key, values, locale));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"groups.csv\"")
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/copy")
    ModelAndView copy(@PathVariable UUID id, @RequestParam UUID copy, @RequestParam(defaultValue = "") String name) {
        pages.network(proposal(id));
        var made = proposals.copy(new ProposalId(id), new ProposalId(copy), called(name));
        return new ModelAndView("redirect:/proposals/" + made);
    }

    /// Without a name it goes by when it was found.
    @PostMapping("/name")
    String name(@PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
        var proposal = proposal(id);
        pages.network(proposal);
        proposals.name(proposal.id(), called(name));
        return "redirect:/proposals/" + proposal.id();
    }

    private static String called(String name) {
        var called = name.strip();
        return called.length() > MOST_NAME ? called.substring(0, MOST_NAME) : called;
    }

    @PostMapping("/again")
    ModelAndView again(@PathVariable UUID id, @RequestParam UUID run, @RequestParam(defaultValue = "20") int seconds) {
        var proposal = proposal(id);
        pages.network(proposal);
        return switch (proposals.again(proposal.id(), new RunId(run), Math.clamp(seconds, 1, MOST_SECONDS))) {
            case Runs.Started.Waiting(var waiting) -> new ModelAndView("redirect:/proposals/runs/" + waiting);
            case Runs.Started.TooMany(var most) -> {
                var page = pages.page(proposal, ProposalQuery.USUAL).with(Message.of("proposals.new.wrong.many", most));
                var again = new ModelAndView("proposals/proposal", "page", page);
                again.setStatus(HttpStatus.CONFLICT);
                yield again;
            }
        };
    }

    private Proposed proposal(UUID id) {
        return proposals.find(new ProposalId(id)).orElseThrow(NotFound::new);
    }
}
