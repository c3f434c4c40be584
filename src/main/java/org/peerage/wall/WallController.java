package org.peerage.wall;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.live.Streams;
import org.peerage.rooms.SealedInput;
import org.peerage.tenancy.Acting;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The wall of a group.
@Controller
@RequestMapping("/groups/{group}/wall")
class WallController {

    private final Wall wall;
    private final Streams streams;

    WallController(Wall wall, Streams streams) {
        this.wall = wall;
        this.streams = streams;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable UUID group,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return new ModelAndView(
                fragment ? "wall/threads" : "wall/wall", Map.of("page", wall.page(new GroupId(group), before)));
    }

    /// @param thread what is answered; left out by whoever begins something
    @PostMapping
    String say(@PathVariable UUID group, @RequestParam(required = false) @Nullable UUID thread, SealedInput sealed) {
        wall.say(new GroupId(group), thread, sealed);
        return "redirect:/groups/" + group + "/wall";
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID group, @RequestParam UUID latest) {
        wall.read(new GroupId(group), latest);
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable UUID group, HttpServletResponse response) {
        var topic = wall.followed(new GroupId(group));
        // Proxies that gather a response before they pass it on would keep the events to themselves.
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(topic, Acting.me());
    }
}
