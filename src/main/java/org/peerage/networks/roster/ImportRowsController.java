package org.peerage.networks.roster;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The last two steps of an import: what would happen row by row, and doing it.
@Controller
@RequestMapping("/networks/{network}/import/{upload}")
class ImportRowsController {

    private final ImportPages pages;
    private final Imports imports;

    ImportRowsController(ImportPages pages, Imports imports) {
        this.pages = pages;
        this.imports = imports;
    }

    @GetMapping("/rows")
    ModelAndView rows(
            @PathVariable UUID network,
            @PathVariable UUID upload,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page) {
        return rows(network, upload, pages.rows(new NetworkId(network), upload, kind, page), false);
    }

    private static ModelAndView rows(UUID network, UUID upload, ImportPages.Step step, boolean overtaken) {
        return switch (step) {
            case ImportPages.Step.Rows(var rows) ->
                new ModelAndView(
                        "networks/roster/importRows",
                        Map.of("page", rows, "overtaken", overtaken),
                        overtaken ? HttpStatus.CONFLICT : HttpStatus.OK);
            case ImportPages.Step.Columns _ -> to(network, upload, "");
            case ImportPages.Step.Done _ -> to(network, upload, "/done");
        };
    }

    @PostMapping("/rows")
    ModelAndView leave(
            @PathVariable UUID network,
            @PathVariable UUID upload,
            @RequestParam("line") List<Integer> lines,
            @RequestParam boolean out,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page) {
        imports.leave(new NetworkId(network), upload, lines, out);
        var known = Roster.Kind.named(kind).map(Roster.Kind::key).orElse("");
        return to(network, upload, "/rows?kind=" + known + "&page=" + page);
    }

    @PostMapping("/run")
    ModelAndView run(@PathVariable UUID network, @PathVariable UUID upload) {
        return switch (imports.run(new NetworkId(network), upload)) {
            case Imports.Running.Done _ -> to(network, upload, "/done");
            case Imports.Running.NotReady _ -> to(network, upload, "");
            case Imports.Running.Gone _ -> throw new NotFound();
            case Imports.Running.Overtaken _ ->
                rows(network, upload, pages.rows(new NetworkId(network), upload, "", 1), true);
        };
    }

    @GetMapping("/done")
    ModelAndView done(@PathVariable UUID network, @PathVariable UUID upload) {
        return new ModelAndView(
                "networks/roster/importDone", Map.of("page", pages.done(new NetworkId(network), upload)));
    }

    private static ModelAndView to(UUID network, UUID upload, String step) {
        return new ModelAndView("redirect:/networks/" + network + "/import/" + upload + step);
    }
}
