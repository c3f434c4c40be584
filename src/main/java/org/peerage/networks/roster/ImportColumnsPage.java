package org.peerage.networks.roster;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peerage.networks.Networks;
import org.peerage.web.Message;

/// The second step of an import: what the columns of the file mean.
///
/// @param wrong why the file cannot be read like this, or why these meanings cannot be
record ImportColumnsPage(
        Networks.Network network,
        Upload upload,
        int rows,
        List<Choice> choices,
        @Nullable Message wrong) {

    /// One column of the file and the meaning chosen for it; `-` for none.
    public record Choice(int place, String heading, List<String> examples, String meaning, boolean twice) {}

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
                new ImportColumnsPage(network, upload, 0, List.of(), problem);
            case RosterTable.Reading.Table(var table) ->
                new ImportColumnsPage(
                        network,
                        upload,
                        table.rows().size(),
                        IntStream.range(0, table.headings().size())
                                .mapToObj(place -> choice(table, place, meanings))
                                .toList(),
                        wrong);
        };
    }

    private static Choice choice(RosterTable table, int place, List<String> meanings) {
        var meaning = meanings.get(place);
        var twice = !meaning.equals("-") && meanings.indexOf(meaning) < place;
        return new Choice(place, table.heading(place), table.examples(place), meaning, twice);
    }
}
