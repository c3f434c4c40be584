package org.peerage.attendance;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Being there, and being away.
@Controller
@RequestMapping("/groups/{group}/attendance")
class AttendanceController {

    private final Attendance attendance;
    private final Leaves leaves;

    AttendanceController(Attendance attendance, Leaves leaves) {
        this.attendance = attendance;
        this.leaves = leaves;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID group) {
        return shown(Map.of("page", attendance.page(new GroupId(group))), HttpStatus.OK);
    }

    @PostMapping("/{person}/{step}")
    ModelAndView take(@PathVariable UUID group, @PathVariable UUID person, @PathVariable String step) {
        var id = new GroupId(group);
        return answer(
                id, attendance.take(id, new PersonId(person), Step.of(step).orElseThrow(NotFound::new)), Map.of());
    }

    @PostMapping("/{person}/{meeting}/{mark}")
    ModelAndView mark(
            @PathVariable UUID group,
            @PathVariable UUID person,
            @PathVariable UUID meeting,
            @PathVariable String mark) {
        var id = new GroupId(group);
        return answer(
                id,
                attendance.mark(id, meeting, new PersonId(person), Mark.of(mark).orElseThrow(NotFound::new)),
                Map.of());
    }

    @PostMapping("/{person}/{meeting}/{mark}/back")
    String takeBack(
            @PathVariable UUID group,
            @PathVariable UUID person,
            @PathVariable UUID meeting,
            @PathVariable String mark) {
        var id = new GroupId(group);
        attendance.takeBack(id, meeting, new PersonId(person), Mark.of(mark).orElseThrow(NotFound::new));
        return back(id);
    }

    @PostMapping("/leaves")
    ModelAndView ask(@PathVariable UUID group, @RequestParam LocalDate first, @RequestParam LocalDate last) {
        var id = new GroupId(group);
        return answer(id, leaves.ask(id, first, last), Map.of("first", first, "last", last));
    }

    @PostMapping("/leaves/{leave}/{act}")
    ModelAndView act(@PathVariable UUID group, @PathVariable UUID leave, @PathVariable String act) {
        var id = new GroupId(group);
        return answer(id, leaves.act(id, leave, Leave.Act.of(act).orElseThrow(NotFound::new)), Map.of());
    }

    /// What was typed stays where it was.
    private ModelAndView answer(GroupId group, Outcome outcome, Map<String, Object> typed) {
        return switch (outcome) {
            case Outcome.Done() -> new ModelAndView(back(group));
            case Outcome.Refused(var why) -> {
                var model = new HashMap<>(typed);
                model.put("page", attendance.page(group));
                model.put("why", why);
                yield shown(model, HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private static ModelAndView shown(Map<String, Object> model, HttpStatus status) {
        return new ModelAndView("attendance/attendance", model, status);
    }

    private static String back(GroupId group) {
        return "redirect:" + AttendancePage.address(group);
    }
}
