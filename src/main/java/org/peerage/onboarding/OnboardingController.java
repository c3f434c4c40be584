package org.peerage.onboarding;

import java.util.UUID;
import org.peerage.groups.GroupId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The lists of those who are new in a group.
@Controller
@RequestMapping("/groups/{group}/onboarding")
class OnboardingController {

    private final Onboarding onboarding;

    OnboardingController(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable UUID group, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return new ModelAndView(
                fragment ? "onboarding/list" : "onboarding/onboarding", "page", onboarding.page(new GroupId(group)));
    }

    @PostMapping
    String begin(@PathVariable UUID group, @RequestParam UUID person) {
        onboarding.begin(new GroupId(group), person);
        return back(group);
    }

    @PostMapping("/{seat}/buddy")
    String accompany(@PathVariable UUID group, @PathVariable UUID seat, @RequestParam UUID person) {
        onboarding.accompany(new GroupId(group), seat, person);
        return back(group);
    }

    @PostMapping("/{seat}/{point}/done")
    String mark(@PathVariable UUID group, @PathVariable UUID seat, @PathVariable String point) {
        onboarding.mark(new GroupId(group), seat, point);
        return back(group);
    }

    @PostMapping("/{seat}/{point}/back")
    String takeBack(@PathVariable UUID group, @PathVariable UUID seat, @PathVariable String point) {
        onboarding.takeBack(new GroupId(group), seat, point);
        return back(group);
    }

    private static String back(UUID group) {
        return "redirect:" + OnboardingPage.address(new GroupId(group));
    }
}
