package org.peerage.identity.trail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/// `/keys/trail`: what was done in my name. For that, a session begun by a link has to show keys first. And what was
/// done in a network, for its conveners.
@Controller
class TrailController {

    private final TrailPages trail;

    TrailController(TrailPages trail) {
        this.trail = trail;
    }

    @GetMapping("/keys/trail")
    ModelAndView page(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        return new ModelAndView("identity/trail/trail", "page", trail.page(before));
    }

    /// The chain as it is stored, a portion at a time, with all that its marks are made of.
    @GetMapping("/keys/trail/entries")
    @ResponseBody
    ResponseEntity<List<Map<String, Object>>> entries(@RequestParam(defaultValue = "0") long after) {
        return told(trail.after(after));
    }

    @GetMapping("/networks/{network}/trail")
    ModelAndView ofNetwork(@PathVariable UUID network, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        return new ModelAndView("identity/trail/trail", "page", trail.ofNetwork(network, before));
    }

    @GetMapping("/networks/{network}/trail/entries")
    @ResponseBody
    ResponseEntity<List<Map<String, Object>>> entriesOfNetwork(
            @PathVariable UUID network, @RequestParam(defaultValue = "0") long after) {
        return told(trail.ofNetworkAfter(network, after));
    }

    private static ResponseEntity<List<Map<String, Object>>> told(List<Entry> entries) {
        return ResponseEntity.ok(entries.stream().map(TrailController::told).toList());
    }

    private static Map<String, Object> told(Entry entry) {
        var told = new LinkedHashMap<String, Object>();
        told.put("chain", entry.chain());
        told.put("number", entry.number());
        told.put("id", entry.id());
        told.put("person", entry.person());
        told.put("network", Objects.toString(entry.network(), ""));
        told.put("about", Objects.toString(entry.about(), ""));
        told.put("at", entry.moment());
        told.put("kind", entry.kind());
        told.put("mark", entry.mark());
        return told;
    }
}
