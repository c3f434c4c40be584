package org.peerage.networks.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peerage.networks.Networks;
import org.peerage.rosters.Heading;
import org.peerage.rosters.RosterTable;
import org.peerage.web.Message;

/// The second step of an import: what the columns of the file mean.
///
/// @param wrong why the file cannot be read like this, or why these meanings cannot be
record ImportColumnsPage(
        Networks.Network network,
        Upload upload,
        int rows,
        List<Choice> choices,
        List<RosterTable.Row> top,
        @Nullable Message wrong)
        implements Networks.Within {

    /// Two heading lines are looked for among so many.
    private static final int PAIRS = 5;

    /// One column of the file and the meaning chosen for it; `-` for none.
    public record Choice(int place, String heading, List<String> examples, String meaning, boolean joined) {}

    /// One line of the file, or two, that may name its columns; without lines none does.
    public record HeadingChoice(Heading heading, String cells) {}

    /// With the meanings that were chosen for it so far.
    static ImportColumnsPage of(Networks.Network network, Upload upload) {
        return of(
                network,
                upload,
                IntStream.range(0, RosterTable.MOST_COLUMNS)
                        .mapToObj(upload.mapping()::meaningOf)
                        .map(meaning -> meaning == null ? "-" : meaning.key())
                        .toList(),
                null);
    }

    static ImportColumnsPage of(
            Networks.Network network, Upload upload, List<String> meanings, @Nullable Message wrong) {
        return switch (upload.read()) {
            case RosterTable.Reading.Refused(var problem) ->
                new ImportColumnsPage(network, upload, 0, List.of(), upload.top(), problem);
            case RosterTable.Reading.Table(var table) ->
                new ImportColumnsPage(
                        network,
                        upload,
                        table.rows().size(),
                        IntStream.range(0, table.headings().size())
                                .mapToObj(place -> choice(table, place, meanings))
                                .toList(),
                        table.top(),
                        wrong);
        };
    }

    private static Choice choice(RosterTable table, int place, List<String> meanings) {
        var meaning = meanings.get(place);
        var joined = !meaning.equals("-") && meanings.indexOf(meaning) != meanings.lastIndexOf(meaning);
        return new Choice(place, table.heading(place), table.examples(place), meaning, joined);
    }

    List<HeadingChoice> headings() {
        var all = new ArrayList<HeadingChoice>();
        for (var at = 0; at < top.size(); at++) {
            var row = top.get(at);
            all.add(new HeadingChoice(new Heading(List.of(row.line())), cells(row)));
            if (at > 0 && at < PAIRS) {
                all.add(new HeadingChoice(
                        new Heading(List.of(top.get(at - 1).line(), row.line())),
                        cells(top.get(at - 1)) + " / " + cells(row)));
            }
        }
        all.add(new HeadingChoice(Heading.NONE, ""));
        return List.copyOf(all);
    }

    private static String cells(RosterTable.Row row) {
        var cells = row.cells().stream()
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .limit(4)
                .collect(Collectors.joining(" · "));
        return cells.length() > 60 ? cells.substring(0, 59) + "…" : cells;
    }
}
