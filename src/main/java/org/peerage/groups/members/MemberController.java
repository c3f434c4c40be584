package org.peerage.groups.members;

import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// A member as the others know them.
@Controller
class MemberController {

    private final MemberPages pages;

    MemberController(MemberPages pages) {
        this.pages = pages;
    }

    @GetMapping("/groups/{group}/members/{person}")
    ModelAndView member(@PathVariable UUID group, @PathVariable UUID person) {
        return new ModelAndView("groups/members/member", "page", pages.of(new GroupId(group), new PersonId(person)));
    }
}
