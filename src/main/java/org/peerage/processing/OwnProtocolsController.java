package org.peerage.processing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// How a group works: protocols, with the minutes of their steps.
@Controller
@RequestMapping("/groups/{group}/protocols")
class OwnProtocolsController {

    private final OwnProtocols own;

    OwnProtocolsController(OwnProtocols own) {
        this.own = own;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID group) {
        return new ModelAndView("processing/ownProtocols", "page", own.page(new GroupId(group)));
    }

    @PostMapping("/{module}/{protocol}")
    ModelAndView change(
            @PathVariable UUID group,
            @PathVariable String module,
            @PathVariable String protocol,
            @RequestParam Map<String, String> form) {
        var circle = new GroupId(group);
        var minutes = minutes(form);
        return own.change(circle, module, protocol, minutes)
                .map(why -> new ModelAndView(
                        "processing/ownProtocols",
                        Map.of("page", own.again(circle, new OwnProtocolsPage.Refused(module, protocol, minutes, why))),
                        HttpStatus.CONFLICT))
                .orElseGet(() -> new ModelAndView(
                        "redirect:" + OwnProtocolsPage.address(circle) + "#" + module + "-" + protocol));
    }

    /// Fields are named after steps; one that holds no number asks for what no step can have.
    private static Map<String, Integer> minutes(Map<String, String> form) {
        var minutes = new HashMap<String, Integer>();
        form.forEach((field, typed) -> {
            if (field.startsWith("step.")) {
                minutes.put(
                        field.substring("step.".length()),
                        typed.strip().matches("\\d{1,3}") ? Integer.parseInt(typed.strip()) : -1);
            }
        });
        return minutes;
    }
}
