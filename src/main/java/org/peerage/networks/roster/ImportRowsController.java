package org.peerage.networks.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.networks.Column;
import org.peerage.networks.Facts;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The last two steps of an import: what would happen row by row, and doing it.
@Controller
@RequestMapping("/networks/{network}/import/{upload}")
class ImportRowsController {

    private static final int PAGE = 50;

    private final Networks networks;
    private final Imports imports;

    ImportRowsController(Networks networks, Imports imports) {
        this.networks = networks;
        this.imports = imports;
    }

    record RowsPage(
            Networks.Network network,
            Upload upload,
            Map<Roster.Kind, Integer> counts,
            Optional<Roster.Kind> kind,
            List<Row> rows,
            int page,
            int pages) {

        int count(Roster.Kind kind) {
            return counts.getOrDefault(kind, 0);
        }

        int all() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        int written() {
            return count(Roster.Kind.NEW) + count(Roster.Kind.CHANGED);
        }

        String address(String kind, int page) {
            return "/networks/" + network.id() + "/import/" + upload.id() + "/rows?kind=" + kind
                    + (page == 1 ? "" : "&page=" + page);
        }

        String kindKey() {
            return kind.map(Roster.Kind::key).orElse("");
        }
    }

    /// @param facts what the row says of the leader; absent where it could not be read
    record Row(
            int line,
            Roster.Kind kind,
            @Nullable Facts facts,
            List<Column> changes,
            int first,
            String heading,
            @Nullable Message problem) {

        static Row of(Roster.Line line) {
            return switch (line) {
                case Roster.Line.New(var number, var facts) ->
                    new Row(number, line.kind(), facts, List.of(), 0, "", null);
                case Roster.Line.Changed changed ->
                    new Row(changed.number(), line.kind(), changed.facts(), changed.changes(), 0, "", null);
                case Roster.Line.Unchanged(var number, var facts) ->
                    new Row(number, line.kind(), facts, List.of(), 0, "", null);
                case Roster.Line.Repeated(var number, var facts, var first) ->
                    new Row(number, line.kind(), facts, List.of(), first, "", null);
                case Roster.Line.Unreadable(var number, var heading, var problem) ->
                    new Row(number, line.kind(), null, List.of(), 0, heading, problem);
            };
        }
    }

    record DonePage(Networks.Network network, Upload.Outcome outcome) {

        int count(Roster.Kind kind) {
            return outcome.counts().getOrDefault(kind, 0);
        }
    }

    @GetMapping("/rows")
    String rows(
            @PathVariable UUID network,
            @PathVariable UUID upload,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var found = convened(network);
        var waiting = imports.find(found.id(), upload).orElseThrow(NotFound::new);
        if (waiting.outcome().isPresent()) {
            return redirect(network, upload, "/done");
        }
        if (!(waiting.read() instanceof RosterTable.Reading.Table(var table))
                || waiting.mapping().flaw(table.headings().size()).isPresent()) {
            return redirect(network, upload, "");
        }
        var roster = imports.dryRun(waiting, table);
        var wanted = Arrays.stream(Roster.Kind.values())
                .filter(each -> each.key().equals(kind))
                .findFirst();
        var lines = roster.lines().stream()
                .filter(line -> wanted.isEmpty() || line.kind() == wanted.get())
                .toList();
        var pages = Math.max(1, (lines.size() + PAGE - 1) / PAGE);
        var current = Math.clamp(page, 1, pages);
        model.addAttribute(
                "page",
                new RowsPage(
                        found,
                        waiting,
                        roster.counts(),
                        wanted,
                        lines.stream()
                                .skip((current - 1L) * PAGE)
                                .limit(PAGE)
                                .map(Row::of)
                                .toList(),
                        current,
                        pages));
        return "networks/roster/importRows";
    }

    @PostMapping("/run")
    String run(@PathVariable UUID network, @PathVariable UUID upload) {
        return switch (imports.run(convened(network).id(), upload)) {
            case Imports.Running.Done _ -> redirect(network, upload, "/done");
            case Imports.Running.NotReady _ -> redirect(network, upload, "");
            case Imports.Running.Gone _ -> throw new NotFound();
        };
    }

    @GetMapping("/done")
    String done(@PathVariable UUID network, @PathVariable UUID upload, Model model) {
        var found = convened(network);
        var outcome = imports.find(found.id(), upload).flatMap(Upload::outcome).orElseThrow(NotFound::new);
        model.addAttribute("page", new DonePage(found, outcome));
        return "networks/roster/importDone";
    }

    private Networks.Network convened(UUID network) {
        return networks.find(new NetworkId(network))
                .filter(Networks.Network::convened)
                .orElseThrow(NotFound::new);
    }

    private static String redirect(UUID network, UUID upload, String step) {
        return "redirect:/networks/" + network + "/import/" + upload + step;
    }
}
