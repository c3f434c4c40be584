package org.peerage.farewell;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.rooms.SealedInput;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Leaving a group.
@Controller
class FarewellController {

    private final Farewells farewells;
    private final Parting parting;

    FarewellController(Farewells farewells, Parting parting) {
        this.farewells = farewells;
        this.parting = parting;
    }

    @GetMapping("/groups/{group}/farewell")
    ModelAndView page(
            @PathVariable UUID group, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return new ModelAndView(
                fragment ? "farewell/leaving" : "farewell/farewell", Map.of("page", parting.page(new GroupId(group))));
    }

    @PostMapping("/groups/{group}/farewell")
    String tell(@PathVariable UUID group, @RequestParam(required = false) @Nullable UUID last, SealedInput sealed) {
        var id = new GroupId(group);
        farewells.tell(id, Optional.ofNullable(last), sealed);
        return "redirect:" + FarewellPage.address(id);
    }

    @PostMapping("/groups/{group}/farewell/{farewell}/{act}")
    ModelAndView act(
            @PathVariable UUID group,
            @PathVariable UUID farewell,
            @PathVariable String act,
            @RequestParam(required = false) @Nullable UUID last) {
        var id = new GroupId(group);
        var outcome = farewells.act(id, farewell, Act.of(act).orElseThrow(NotFound::new), Optional.ofNullable(last));
        return switch (outcome) {
            case Outcome.Done() -> new ModelAndView("redirect:" + FarewellPage.address(id));
            case Outcome.Refused(var why) ->
                new ModelAndView(
                        "farewell/farewell",
                        Map.of("page", parting.page(id), "why", why),
                        HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/farewells/{farewell}")
    ModelAndView left(@PathVariable UUID farewell) {
        return new ModelAndView("farewell/left", "farewell", parting.left(farewell));
    }
}
