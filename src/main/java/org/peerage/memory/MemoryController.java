package org.peerage.memory;

import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/// What a room remembers, for whoever is in it.
@Controller
@RequestMapping("/groups/{group}")
class MemoryController {

    private final Memories memories;

    MemoryController(Memories memories) {
        this.memories = memories;
    }

    @GetMapping("/mine")
    ModelAndView mine(@PathVariable UUID group) {
        return new ModelAndView("memory/mine", "page", memories.of(new GroupId(group)));
    }

    @GetMapping("/copy")
    ModelAndView copy(@PathVariable UUID group) {
        return new ModelAndView("memory/copy", "page", memories.of(new GroupId(group)));
    }

    @ResponseBody
    @GetMapping("/copy/facts")
    Map<String, Object> facts(@PathVariable UUID group) {
        return memories.facts(new GroupId(group));
    }

    @GetMapping("/search")
    ModelAndView search(@PathVariable UUID group) {
        return new ModelAndView("memory/search", "page", memories.of(new GroupId(group)));
    }
}
