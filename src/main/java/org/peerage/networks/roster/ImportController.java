package org.peerage.networks.roster;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peerage.networks.Column;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
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

    private final Networks networks;
    private final Imports imports;

    ImportController(Networks networks, Imports imports) {
        this.networks = networks;
        this.imports = imports;
    }

    record UploadPage(
            Networks.Network network,
            List<UploadStore.Waiting> waiting,
            String fileName,
            @Nullable Message wrong) {}

    /// @param wrong why the file cannot be read like this, or why these meanings cannot be
    record ColumnsPage(
            Networks.Network network,
            Upload upload,
            int rows,
            List<Choice> choices,
            @Nullable Message wrong) {}

    /// One column of the file and the meaning chosen for it; `-` for none.
    public record Choice(int place, String heading, List<String> examples, String meaning, boolean twice) {}

    @GetMapping
    ModelAndView file(@PathVariable UUID network) {
        return file(convened(network), "", null);
    }

    @PostMapping
    ModelAndView upload(@PathVariable UUID network, @RequestParam("file") MultipartFile file) throws IOException {
        var found = convened(network);
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return switch (imports.stage(found.id(), name, file.getBytes())) {
            case Imports.Staging.Refused(var problem) -> file(found, name, problem);
            case Imports.Staging.Staged(var upload) ->
                new ModelAndView("redirect:/networks/" + network + "/import/" + upload);
        };
    }

    @GetMapping("/{upload}")
    ModelAndView columns(@PathVariable UUID network, @PathVariable UUID upload) {
        var found = convened(network);
        var waiting = waiting(found, upload);
        return columns(found, waiting, meanings(waiting), null);
    }

    @PostMapping("/{upload}/reading")
    String readAs(
            @PathVariable UUID network,
            @PathVariable UUID upload,
            @RequestParam String encoding,
            @RequestParam String separator) {
        var waiting = waiting(convened(network), upload);
        if (RosterText.ENCODINGS.contains(encoding) && RosterTable.SEPARATORS.containsKey(separator)) {
            imports.readAs(waiting, encoding, separator);
        }
        return "redirect:/networks/" + network + "/import/" + upload;
    }

    @PostMapping("/{upload}")
    ModelAndView choose(
            @PathVariable UUID network, @PathVariable UUID upload, @RequestParam Map<String, String> parameters) {
        var found = convened(network);
        var waiting = waiting(found, upload);
        if (!(waiting.read() instanceof RosterTable.Reading.Table(var table))) {
            return columns(found, waiting, List.of(), null);
        }
        var chosen = IntStream.range(0, table.headings().size())
                .mapToObj(place -> parameters.getOrDefault("column-" + place, "-"))
                .toList();
        var places = new EnumMap<Column, Integer>(Column.class);
        for (var place = 0; place < chosen.size(); place++) {
            var meaning = Column.named(chosen.get(place));
            if (meaning.isPresent() && places.put(meaning.get(), place) != null) {
                return columns(found, waiting, chosen, Message.of("networks.import.wrong.twice"));
            }
        }
        var mapping = new Mapping(places);
        var flaw = mapping.flaw(table.headings().size());
        if (flaw.isPresent()) {
            return columns(found, waiting, chosen, flaw.get());
        }
        imports.choose(waiting, mapping);
        return new ModelAndView("redirect:/networks/" + network + "/import/" + upload + "/rows");
    }

    @PostMapping("/{upload}/discard")
    String discard(@PathVariable UUID network, @PathVariable UUID upload) {
        imports.discard(convened(network).id(), upload);
        return "redirect:/networks/" + network + "/import";
    }

    private Networks.Network convened(UUID network) {
        return networks.find(new NetworkId(network))
                .filter(Networks.Network::convened)
                .orElseThrow(NotFound::new);
    }

    private Upload waiting(Networks.Network network, UUID id) {
        return imports.find(network.id(), id)
                .filter(upload -> upload.outcome().isEmpty())
                .orElseThrow(NotFound::new);
    }

    private static List<String> meanings(Upload upload) {
        return IntStream.range(0, RosterTable.MOST_COLUMNS)
                .mapToObj(upload.mapping()::meaningOf)
                .map(meaning -> meaning == null ? "-" : meaning.key())
                .toList();
    }

    private ModelAndView file(Networks.Network network, String fileName, @Nullable Message wrong) {
        return page(
                "networks/roster/importFile",
                new UploadPage(network, imports.waiting(network.id()), fileName, wrong),
                wrong != null);
    }

    private static ModelAndView columns(
            Networks.Network network, Upload upload, List<String> meanings, @Nullable Message wrong) {
        return switch (upload.read()) {
            case RosterTable.Reading.Refused(var problem) ->
                page("networks/roster/importColumns", new ColumnsPage(network, upload, 0, List.of(), problem), true);
            case RosterTable.Reading.Table(var table) -> {
                var choices = IntStream.range(0, table.headings().size())
                        .mapToObj(place -> {
                            var meaning = meanings.get(place);
                            var twice = !meaning.equals("-") && meanings.indexOf(meaning) < place;
                            return new Choice(place, table.heading(place), table.examples(place), meaning, twice);
                        })
                        .toList();
                yield page(
                        "networks/roster/importColumns",
                        new ColumnsPage(network, upload, table.rows().size(), choices, wrong),
                        wrong != null);
            }
        };
    }

    private static ModelAndView page(String view, Object page, boolean wrong) {
        var result = new ModelAndView(view, Map.of("page", page));
        result.setStatus(wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return result;
    }
}
