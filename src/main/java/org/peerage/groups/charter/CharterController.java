package org.peerage.groups.charter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.peerage.groups.GroupId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a group agreed: read by all, changed by the chair until it is signed, signed by each.
@Controller
@RequestMapping("/groups/{group}/charter")
class CharterController {

    private static final String TERM = "term.";
    private static final String OWN = "own.";
    private static final String WAS = "was.";

    private final Charters charters;
    private final CharterChanges changes;

    CharterController(Charters charters, CharterChanges changes) {
        this.charters = charters;
        this.changes = changes;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID group) {
        return shown(charters.page(new GroupId(group)), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView edit(
            @PathVariable UUID group,
            @RequestParam(defaultValue = "1") int version,
            @RequestParam MultiValueMap<String, String> typed) {
        var id = new GroupId(group);
        return answer(charters.edit(id, version, typed(typed)), () -> back(id, version));
    }

    /// What the chair has typed is kept first: it is what they sign.
    @PostMapping("/sign")
    ModelAndView sign(
            @PathVariable UUID group, @RequestParam int version, @RequestParam MultiValueMap<String, String> typed) {
        var id = new GroupId(group);
        return typed.containsKey("edited")
                ? answer(charters.edit(id, version, typed(typed)), () -> signed(id, version))
                : signed(id, version);
    }

    private ModelAndView signed(GroupId id, int version) {
        return switch (charters.sign(id, version)) {
            case SIGNED, SIGNED_ALREADY -> new ModelAndView("redirect:/groups/" + id);
            case CHAIR_FIRST, CHANGED -> shown(charters.page(id), HttpStatus.CONFLICT);
        };
    }

    private static ModelAndView answer(Charters.Editing editing, Supplier<ModelAndView> kept) {
        return switch (editing) {
            case Charters.Editing.Kept() -> kept.get();
            case Charters.Editing.Fixed(var page) -> shown(page, HttpStatus.CONFLICT);
            case Charters.Editing.Wrong(var page) -> shown(page, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/change")
    ModelAndView change(@PathVariable UUID group) {
        return charters.change(new GroupId(group))
                .map(page -> shown(page, HttpStatus.OK))
                .orElseGet(() -> new ModelAndView("redirect:/groups/" + group + "/charter"));
    }

    @PostMapping("/change")
    ModelAndView propose(@PathVariable UUID group) {
        var id = new GroupId(group);
        changes.propose(id);
        return new ModelAndView("redirect:/groups/" + id + "/charter/change");
    }

    /// What the chair has typed is kept first: it is what the group decides on.
    @PostMapping("/change/put")
    ModelAndView put(
            @PathVariable UUID group, @RequestParam int version, @RequestParam MultiValueMap<String, String> typed) {
        var id = new GroupId(group);
        return answer(
                charters.edit(id, version, typed(typed)),
                () -> changes.put(id, version) ? back(id, version) : shown(charters.page(id), HttpStatus.CONFLICT));
    }

    @PostMapping("/change/withdraw")
    ModelAndView withdraw(@PathVariable UUID group) {
        var id = new GroupId(group);
        changes.withdraw(id);
        return new ModelAndView("redirect:/groups/" + id + "/charter");
    }

    private static ModelAndView back(GroupId group, int version) {
        return new ModelAndView("redirect:/groups/" + group + (version == 1 ? "/charter" : "/charter/change"));
    }

    private static Charter.Typed typed(MultiValueMap<String, String> fields) {
        var added = new ArrayList<Clause.Written>();
        var titles = fields.getOrDefault("added.title", List.of());
        var texts = fields.getOrDefault("added.text", List.of());
        for (var i = 0; i < Math.min(titles.size(), texts.size()); i++) {
            added.add(new Clause.Written("", titles.get(i), texts.get(i)));
        }
        var own = named(fields, OWN);
        // Words that stand in their field as the page brought them were not typed by anybody.
        own.entrySet().removeAll(named(fields, WAS).entrySet());
        return new Charter.Typed(named(fields, TERM), Set.copyOf(fields.getOrDefault("strike", List.of())), own, added);
    }

    private static Map<String, String> named(MultiValueMap<String, String> fields, String prefix) {
        Map<String, String> named = new HashMap<>();
        fields.forEach((name, values) -> {
            if (name.startsWith(prefix) && !values.isEmpty()) {
                named.put(
                        name.substring(prefix.length()),
                        values.getFirst().strip().replace("\r\n", "\n"));
            }
        });
        return named;
    }

    private static ModelAndView shown(CharterPage page, HttpStatus status) {
        var view = new ModelAndView("groups/charter/charter", Map.of("page", page));
        view.setStatus(status);
        return view;
    }
}
