package org.peerage.proposals;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.proposals.runs.RunId;
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
    private final Improving improving;
    private final ProposalPages pages;
    private final MessageSource messages;

    ProposalController(Proposals proposals, Improving improving, ProposalPages pages, MessageSource messages) {
        this.proposals = proposals;
        this.improving = improving;
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable UUID id,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @RequestHeader(name = "HX-History-Restore-Request", required = false) @Nullable String restored) {
        var page = pages.page(new ProposalId(id), ProposalQuery.of(parameters));
        return new ModelAndView(
                htmx != null && restored == null ? "proposals/groups" : "proposals/proposal", "page", page);
    }

    @GetMapping("/groups.csv")
    ResponseEntity<byte[]> file(@PathVariable UUID id, Locale locale) {
        var everyone = pages.everyone(new ProposalId(id));
        var csv = GroupsTable.csv(
                everyone.told(), everyone.people(), (key, values) -> messages.getMessage(key, values, locale));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"groups.csv\"")
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/copy")
    String copy(@PathVariable UUID id, @RequestParam UUID copy, @RequestParam(defaultValue = "") String name) {
        return "redirect:/proposals/" + proposals.copy(new ProposalId(id), new ProposalId(copy), called(name));
    }

    /// Without a name it goes by when it was found.
    @PostMapping("/name")
    String name(@PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
        proposals.name(new ProposalId(id), called(name));
        return "redirect:/proposals/" + id;
    }

    private static String called(String name) {
        var called = name.strip();
        return called.length() > MOST_NAME ? called.substring(0, MOST_NAME) : called;
    }

    @PostMapping("/again")
    ModelAndView again(@PathVariable UUID id, @RequestParam UUID run, @RequestParam(defaultValue = "20") int seconds) {
        return switch (improving.again(new ProposalId(id), new RunId(run), Math.clamp(seconds, 1, MOST_SECONDS))) {
            case Improving.Answer.Waiting(var waiting) -> new ModelAndView("redirect:/proposals/runs/" + waiting);
            case Improving.Answer.Refused(var page) ->
                new ModelAndView("proposals/proposal", Map.of("page", page), HttpStatus.CONFLICT);
        };
    }
}
