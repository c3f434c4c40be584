package org.peerage.parkinglot;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.issues.IssueId;
import org.peerage.rooms.SealedInput;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The parking lot of a group.
@Controller
@RequestMapping("/groups/{group}/parking-lot")
class ParkingLotController {

    private final ParkingLot lot;

    ParkingLotController(ParkingLot lot) {
        this.lot = lot;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable UUID group,
            @RequestParam(required = false) @Nullable UUID goal,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return new ModelAndView(
                fragment ? "parkinglot/list" : "parkinglot/parkinglot",
                Map.of("page", lot.page(new GroupId(group), goal)));
    }

    @PostMapping
    String park(
            @PathVariable UUID group,
            @RequestParam int importance,
            @RequestParam int urgency,
            @RequestParam(required = false) @Nullable UUID goal,
            SealedInput sealed) {
        lot.park(new GroupId(group), oneToTen(importance), oneToTen(urgency), goal, sealed);
        return back(group);
    }

    @PostMapping("/{issue}/weight")
    String weigh(
            @PathVariable UUID group,
            @PathVariable UUID issue,
            @RequestParam int importance,
            @RequestParam int urgency) {
        lot.weigh(new GroupId(group), new IssueId(issue), oneToTen(importance), oneToTen(urgency));
        return back(group);
    }

    @PostMapping("/{issue}/mentioned")
    String mention(@PathVariable UUID group, @PathVariable UUID issue) {
        lot.mention(new GroupId(group), new IssueId(issue));
        return back(group);
    }

    @PostMapping("/{issue}/not-mentioned")
    String takeBackMention(@PathVariable UUID group, @PathVariable UUID issue) {
        lot.takeBackMention(new GroupId(group), new IssueId(issue));
        return back(group);
    }

    @PostMapping("/{issue}/wished")
    String wish(@PathVariable UUID group, @PathVariable UUID issue) {
        lot.wish(new GroupId(group), new IssueId(issue));
        return back(group);
    }

    @PostMapping("/{issue}/not-wished")
    String takeBackWish(@PathVariable UUID group, @PathVariable UUID issue) {
        lot.takeBackWish(new GroupId(group), new IssueId(issue));
        return back(group);
    }

    @PostMapping("/{issue}/together")
    String putTogether(@PathVariable UUID group, @PathVariable UUID issue, @RequestParam UUID with) {
        lot.putTogether(new GroupId(group), new IssueId(issue), new IssueId(with));
        return back(group);
    }

    @PostMapping("/{issue}/let-go")
    String letGo(@PathVariable UUID group, @PathVariable UUID issue) {
        lot.letGo(new GroupId(group), new IssueId(issue));
        return back(group);
    }

    @PostMapping("/{issue}/taken-up")
    String takeUp(@PathVariable UUID group, @PathVariable UUID issue) {
        lot.takeUp(new GroupId(group), new IssueId(issue));
        return back(group);
    }

    private static int oneToTen(int number) {
        if (number < 1 || number > 10) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return number;
    }

    private static String back(UUID group) {
        return "redirect:" + ParkingLotPage.address(new GroupId(group));
    }
}
