package org.peerage.goals;

import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.rooms.SealedInput;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Challenging somebody by a goal of theirs; answered with the page of the goals.
@Controller
class ChallengesController {

    private final Challenges challenges;

    ChallengesController(Challenges challenges) {
        this.challenges = challenges;
    }

    @PostMapping("/groups/{group}/goals/challengeable")
    String agree(@PathVariable UUID group) {
        challenges.agree(new GroupId(group), true);
        return back(new GroupId(group));
    }

    @PostMapping("/groups/{group}/goals/not-challengeable")
    String takeBack(@PathVariable UUID group) {
        challenges.agree(new GroupId(group), false);
        return back(new GroupId(group));
    }

    @PostMapping("/groups/{group}/goals/{goal}/challenges")
    String challenge(@PathVariable UUID group, @PathVariable UUID goal, SealedInput sealed) {
        challenges.challenge(new GroupId(group), goal, sealed);
        return back(new GroupId(group));
    }

    @PostMapping("/goals/challenges/{challenge}/heard")
    String hear(@PathVariable UUID challenge) {
        return back(challenges.hear(challenge));
    }

    private static String back(GroupId group) {
        return "redirect:" + Goals.address(group);
    }
}
