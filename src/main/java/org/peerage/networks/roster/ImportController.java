package org.peerage.networks.roster;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.networks.NetworkId;
import org.peerage.web.Message;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The first two steps of an import: the file, and what its columns mean.
@Controller
@RequestMapping("/networks/{network}/import")
class ImportController {

    private final ImportPages pages;
    private final Imports imports;

    ImportController(ImportPages pages, Imports imports) {
        this.pages = pages;
        this.imports = imports;
    }

    @GetMapping
    ModelAndView file(@PathVariable UUID network) {
        return file(pages.file(new NetworkId(network)));
    }

    @PostMapping
    ModelAndView upload(@PathVariable UUID network, @RequestParam("file") MultipartFile file) throws IOException {
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return switch (imports.stage(new NetworkId(network), name, file.getBytes())) {
            case Imports.Staging.Staged(var upload) -> to(network, upload, "");
            case Imports.Staging.Refused(var page) -> file(page);
        };
    }

    @GetMapping("/{upload}")
    ModelAndView columns(@PathVariable UUID network, @PathVariable UUID upload) {
        return columns(pages.columns(new NetworkId(network), upload));
    }

    @PostMapping("/{upload}/reading")
    ModelAndView readAs(
            @PathVariable UUID network,
            @PathVariable UUID upload,
            @RequestParam String encoding,
            @RequestParam String separator,
            @RequestParam(defaultValue = "") String heading) {
        imports.readAs(new NetworkId(network), upload, encoding, separator, heading);
        return to(network, upload, "");
    }

    @PostMapping("/{upload}")
    ModelAndView choose(
            @PathVariable UUID network, @PathVariable UUID upload, @RequestParam Map<String, String> parameters) {
        return switch (imports.choose(
                new NetworkId(network), upload, place -> parameters.getOrDefault("column-" + place, "-"))) {
            case Imports.Choosing.Chosen _ -> to(network, upload, "/rows");
            case Imports.Choosing.Again(var page) -> columns(page);
        };
    }

    @PostMapping("/{upload}/discard")
    ModelAndView discard(@PathVariable UUID network, @PathVariable UUID upload) {
        imports.discard(new NetworkId(network), upload);
        return new ModelAndView("redirect:/networks/" + network + "/import");
    }

    private static ModelAndView to(UUID network, UUID upload, String step) {
        return new ModelAndView("redirect:/networks/" + network + "/import/" + upload + step);
    }

    private static ModelAndView file(ImportFilePage page) {
        return new ModelAndView("networks/roster/importFile", Map.of("page", page), status(page.wrong()));
    }

    private static ModelAndView columns(ImportColumnsPage page) {
        return new ModelAndView("networks/roster/importColumns", Map.of("page", page), status(page.wrong()));
    }

    private static HttpStatus status(@Nullable Message wrong) {
        return wrong == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
