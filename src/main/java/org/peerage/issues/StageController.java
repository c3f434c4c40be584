package org.peerage.issues;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.ItemId;
import org.peerage.rooms.RoomRefused;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What the live meeting shows while the group works on an issue: the step, its rule and clock, and what is written.
@Controller
@RequestMapping("/issues/stage/{item}")
class StageController {

    private final IssueStore store;
    private final Issues issues;
    private final Protocols protocols;
    private final StagePages pages;

    StageController(IssueStore store, Issues issues, Protocols protocols, StagePages pages) {
        this.store = store;
        this.issues = issues;
        this.protocols = protocols;
        this.pages = pages;
    }

    private record Scene(ItemId item, IssueStore.Setting setting, Issue issue) {}

    @GetMapping
    ModelAndView stage(@PathVariable UUID item) {
        var id = new ItemId(item);
        if (store.onItem(id).isEmpty()) {
            if (store.setting(id).isEmpty()) {
                throw new NotFound();
            }
            return new ModelAndView("issues/nobody");
        }
        return show(scene(item));
    }

    @PostMapping("/begin")
    ModelAndView begin(@PathVariable UUID item) {
        var scene = led(item);
        return answer(
                scene, issues.begin(scene.item(), scene.issue(), scene.setting().meeting()));
    }

    @PostMapping("/step")
    ModelAndView move(@PathVariable UUID item, @RequestParam int from, @RequestParam int to) {
        var scene = led(item);
        return answer(
                scene, issues.move(scene.item(), scene.issue(), scene.setting().meeting(), from, to));
    }

    @PostMapping("/note")
    ModelAndView note(@PathVariable UUID item, @RequestParam String sealed) {
        var scene = scene(item);
        var standing = store.standing(scene.item()).orElseThrow(() -> new RoomRefused("not-begun"));
        if (!protocols.of(scene.issue().protocol()).step(standing.step()).notes()
                || !scene.issue().open()) {
            throw new RoomRefused("no-notes-now");
        }
        issues.note(scene.issue(), scene.setting().meeting(), standing.step(), PreparationController.puts(sealed));
        return answer(scene, new Issues.Outcome.Done());
    }

    @PostMapping("/real")
    ModelAndView real(@PathVariable UUID item, @RequestParam String sealed) {
        var scene = presented(item);
        issues.nameReal(scene.issue(), scene.setting().meeting(), PreparationController.puts(sealed));
        return answer(scene, new Issues.Outcome.Done());
    }

    @PostMapping("/no-action")
    ModelAndView noAction(@PathVariable UUID item, @RequestParam String sealed) {
        var scene = presented(item);
        issues.noAction(scene.issue(), scene.setting().meeting(), PreparationController.puts(sealed));
        return answer(scene, new Issues.Outcome.Done());
    }

    @PostMapping("/close")
    ModelAndView close(@PathVariable UUID item, @RequestParam(required = false) @Nullable Integer value) {
        var scene = scene(item);
        var me = Acting.me();
        if (!scene.setting().ledBy(me) && !scene.issue().presenter().equals(me)) {
            throw new NotFound();
        }
        if (value != null && (value < 1 || value > 10)) {
            throw new RoomRefused("malformed");
        }
        return answer(scene, issues.close(scene.issue(), scene.setting().meeting(), value));
    }

    private ModelAndView answer(Scene before, Issues.Outcome outcome) {
        var view = show(scene(before.item().value()));
        return switch (outcome) {
            case Issues.Outcome.Done() -> view.addObject("refused", "");
            case Issues.Outcome.Refused(var key) -> {
                view.setStatus(HttpStatus.CONFLICT);
                yield view.addObject("refused", key);
            }
        };
    }

    private ModelAndView show(Scene scene) {
        return new ModelAndView("issues/stage", "page", pages.of(scene.item(), scene.setting(), scene.issue()));
    }

    private Scene scene(UUID item) {
        var id = new ItemId(item);
        var setting = store.setting(id).orElseThrow(NotFound::new);
        var issue = store.onItem(id).flatMap(store::find).orElseThrow(NotFound::new);
        return new Scene(id, setting, issue);
    }

    private Scene led(UUID item) {
        var scene = scene(item);
        if (!scene.setting().ledBy(Acting.me()) || !scene.setting().state().equals("live")) {
            throw new NotFound();
        }
        return scene;
    }

    private Scene presented(UUID item) {
        var scene = scene(item);
        if (!scene.issue().presenter().equals(Acting.me()) || !scene.issue().open()) {
            throw new NotFound();
        }
        return scene;
    }
}
