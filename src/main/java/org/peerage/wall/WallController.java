package org.peerage.wall;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.live.Streams;
import org.peerage.rooms.SealedInput;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
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

/// The wall of a group.
@Controller
@RequestMapping("/groups/{group}/wall")
class WallController {

    private final Wall wall;
    private final Book book;
    private final Streams streams;

    WallController(Wall wall, Book book, Streams streams) {
        this.wall = wall;
        this.book = book;
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

    @PostMapping
    String say(@PathVariable UUID group, SealedInput sealed) {
        wall.say(new GroupId(group), sealed);
        return back(group);
    }

    @PostMapping("/questions")
    String ask(@PathVariable UUID group, SealedInput sealed) {
        wall.ask(new GroupId(group), sealed);
        return back(group);
    }

    @PostMapping("/{thread}/answers")
    String answer(@PathVariable UUID group, @PathVariable UUID thread, SealedInput sealed) {
        wall.answer(new GroupId(group), thread, sealed);
        return back(group);
    }

    /// @param taken the signed entries that take the words and their files out of the room
    @PostMapping("/{entry}/back")
    String takeBack(@PathVariable UUID group, @PathVariable UUID entry, @RequestParam String taken) {
        wall.takeBack(new GroupId(group), entry, taken);
        return back(group);
    }

    /// @param after the words that whoever writes had before them, if there were any
    @PostMapping("/book/{chapter}")
    String write(
            @PathVariable UUID group,
            @PathVariable String chapter,
            @RequestParam(required = false) @Nullable UUID after,
            SealedInput sealed) {
        book.write(new GroupId(group), Chapter.of(chapter).orElseThrow(NotFound::new), after, sealed);
        return back(group);
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID group, @RequestParam UUID latest) {
        wall.read(new GroupId(group), latest);
    }

    @PostMapping("/book/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bookRead(@PathVariable UUID group) {
        book.read(new GroupId(group));
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(@PathVariable UUID group, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var topic = wall.followed(new GroupId(group));
        streams.open(topic, Acting.me(), request, response);
    }

    private static String back(UUID group) {
        return "redirect:/groups/" + group + "/wall";
    }
}
