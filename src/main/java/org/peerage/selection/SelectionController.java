package org.peerage.selection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.networks.ProfileId;
import org.peerage.rooms.SealedInput;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The prospects of a group.
@Controller
@RequestMapping("/groups/{group}/prospects")
class SelectionController {

    private final Prospects prospects;
    private final Deciding deciding;
    private final SelectionPages pages;

    SelectionController(Prospects prospects, Deciding deciding, SelectionPages pages) {
        this.prospects = prospects;
        this.deciding = deciding;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable UUID group,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID profile,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        var page = pages.list(new GroupId(group), q, profile == null ? null : new ProfileId(profile));
        return new ModelAndView(fragment ? "selection/list" : "selection/prospects", Map.of("page", page));
    }

    @PostMapping
    String nominate(
            @PathVariable UUID group,
            @RequestParam(required = false) @Nullable UUID profile,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "false") boolean asked,
            SealedInput sealed) {
        var named = profile == null
                ? Prospects.Named.typed(name, organisation, role)
                : new Prospects.Named(new ProfileId(profile), "", "", "");
        prospects.nominate(new GroupId(group), named, asked, sealed);
        return "redirect:" + ProspectsPage.address(new GroupId(group));
    }

    @GetMapping("/{id}")
    ModelAndView prospect(
            @PathVariable UUID group,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        var page = pages.prospect(new GroupId(group), new ProspectId(id));
        return new ModelAndView(fragment ? "selection/whole" : "selection/prospect", Map.of("page", page));
    }

    /// @param seen where the prospect stood on the page that was read
    @PostMapping("/{id}/acts/{act}")
    ModelAndView act(
            @PathVariable UUID group, @PathVariable UUID id, @PathVariable String act, @RequestParam String seen) {
        var wanted = Act.of(act).orElseThrow(NotFound::new);
        var from = Standing.named(seen).orElseThrow(NotFound::new);
        var problems = prospects.act(new GroupId(group), new ProspectId(id), wanted, from);
        return problems.isEmpty() && wanted == Act.INVITE
                ? new ModelAndView("redirect:" + Groups.invitations(new GroupId(group)))
                : answer(group, id, problems);
    }

    /// Opens the ballot that decides on them.
    @PostMapping("/{id}/ballot")
    ModelAndView putToTheVote(@PathVariable UUID group, @PathVariable UUID id) {
        return answer(group, id, deciding.putToTheVote(new GroupId(group), new ProspectId(id)));
    }

    @PostMapping("/{id}/panel")
    ModelAndView panel(
            @PathVariable UUID group, @PathVariable UUID id, @RequestParam(defaultValue = "") List<UUID> people) {
        var panel = people.stream().map(PersonId::new).collect(Collectors.toSet());
        return answer(group, id, prospects.panel(new GroupId(group), new ProspectId(id), panel));
    }

    @PostMapping("/{id}/owner")
    String giveTo(
            @PathVariable UUID group, @PathVariable UUID id, @RequestParam UUID owner, @RequestParam LocalDate due) {
        prospects.giveTo(new GroupId(group), new ProspectId(id), new PersonId(owner), due);
        return back(group, id);
    }

    @PostMapping("/{id}/notes")
    String note(@PathVariable UUID group, @PathVariable UUID id, SealedInput sealed) {
        prospects.note(new GroupId(group), new ProspectId(id), sealed);
        return back(group, id);
    }

    @PostMapping("/{id}/scorecard")
    String score(@PathVariable UUID group, @PathVariable UUID id, SealedInput sealed) {
        prospects.score(new GroupId(group), new ProspectId(id), sealed);
        return back(group, id);
    }

    private ModelAndView answer(UUID group, UUID id, List<Message> problems) {
        if (problems.isEmpty()) {
            return new ModelAndView(back(group, id));
        }
        var page = pages.prospect(new GroupId(group), new ProspectId(id)).with(problems);
        return new ModelAndView("selection/prospect", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String back(UUID group, UUID id) {
        return "redirect:" + ProspectsPage.address(new GroupId(group)) + "/" + id;
    }
}
