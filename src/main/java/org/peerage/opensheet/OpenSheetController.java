package org.peerage.opensheet;

import java.util.UUID;
import org.peerage.groups.GroupId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where a group publishes its open sheet, and each of its people says whether they may be named on it.
@Controller
@RequestMapping("/groups/{group}/open-sheet")
class OpenSheetController {

    private final OpenSheets sheets;

    OpenSheetController(OpenSheets sheets) {
        this.sheets = sheets;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID group) {
        return new ModelAndView("opensheet/openSheet", "page", sheets.page(new GroupId(group)));
    }

    @PostMapping
    String publish(@PathVariable UUID group, @RequestParam(defaultValue = "false") boolean listed) {
        sheets.publish(new GroupId(group), listed);
        return back(group);
    }

    @PostMapping("/take-back")
    String takeBack(@PathVariable UUID group) {
        sheets.takeBack(new GroupId(group));
        return back(group);
    }

    @PostMapping("/name")
    String beNamed(@PathVariable UUID group, @RequestParam(defaultValue = "false") boolean named) {
        sheets.beNamed(new GroupId(group), named);
        return back(group);
    }

    private static String back(UUID group) {
        return "redirect:" + OpenSheet.settings(new GroupId(group));
    }
}
