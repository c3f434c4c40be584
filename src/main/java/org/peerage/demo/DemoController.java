package org.peerage.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.peerage.identity.Sessions;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Who to be in the demonstration. One press signs in as them and opens their rooms with their words.
@Controller
@ConditionalOnProperty("peerage.demo")
class DemoController {

    private final Figures figures;
    private final Sessions sessions;
    private final Demonstration demonstration;

    DemoController(Figures figures, Sessions sessions, Demonstration demonstration) {
        this.figures = figures;
        this.sessions = sessions;
        this.demonstration = demonstration;
    }

    record CastPage(boolean ready, List<Figure> figures) {}

    record EnteringPage(String name, String words, String next) {}

    @GetMapping("/demo")
    String cast(Model model) {
        model.addAttribute("page", new CastPage(demonstration.ready(), Acting.asProgram("demo", () -> figures.all())));
        return "demo/cast";
    }

    @PostMapping("/demo/enter/{person}")
    String enter(@PathVariable UUID person, HttpServletRequest request, HttpServletResponse response, Model model) {
        var figure = Acting.asProgram("demo", () -> figures.find(new PersonId(person)))
                .orElseThrow(NotFound::new);
        sessions.start(figure.person(), figure.name(), "DEMONSTRATION", request, response);
        model.addAttribute("page", new EnteringPage(figure.name(), figure.words(), figure.startAt()));
        return "demo/entering";
    }
}
