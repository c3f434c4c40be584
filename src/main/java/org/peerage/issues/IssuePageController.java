package org.peerage.issues;

import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.rooms.SealedInput;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// An issue as its group remembers it.
@Controller
@RequestMapping("/groups/{group}/issues/{issue}")
class IssuePageController {

    private final IssuePages pages;

    IssuePageController(IssuePages pages) {
        this.pages = pages;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID group, @PathVariable UUID issue) {
        return new ModelAndView("issues/issue", "page", pages.of(new GroupId(group), new IssueId(issue)));
    }

    @PostMapping("/look-back")
    ResponseEntity<Void> lookBack(@PathVariable UUID group, @PathVariable UUID issue, SealedInput sealed) {
        var id = new IssueId(issue);
        pages.lookBack(new GroupId(group), id, sealed);
        return ResponseEntity.noContent()
                .header("HX-Redirect", id.address(new GroupId(group)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
