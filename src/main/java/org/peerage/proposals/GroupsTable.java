package org.peerage.proposals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.peerage.composition.Leader;
import org.peerage.composition.Proposal;
import org.peerage.composition.Reason;
import org.peerage.proposals.people.LeaderName;
import org.peerage.web.download.SpreadsheetFile;

/// A proposal as CSV, a line for each person; whoever has no seat comes last.
final class GroupsTable {

    private static final List<String> COLUMNS = List.of("group", "name", "organisation", "role", "fit", "why");

    private GroupsTable() {}

    static String csv(
            Proposal proposal, Function<Leader, LeaderName> people, BiFunction<String, Object[], String> texts) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(COLUMNS.stream()
                    .map(column -> texts.apply("proposals.csv." + column, new Object[0]))
                    .toList());
            for (var group : proposal.groups()) {
                for (var seat : group.seats()) {
                    print(csv, group.name(), people.apply(seat.leader()), percent(seat.fit()), seat.whyHere(), texts);
                }
            }
            for (var unseated : proposal.unseated()) {
                print(csv, "", people.apply(unseated.leader()), "", unseated.why(), texts);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void print(
            CSVPrinter csv,
            String group,
            LeaderName who,
            String fit,
            List<Reason> why,
            BiFunction<String, Object[], String> texts)
            throws IOException {
        csv.printRecord(
                SpreadsheetFile.plain(group),
                SpreadsheetFile.plain(who.name()),
                SpreadsheetFile.plain(who.organisation()),
                SpreadsheetFile.plain(who.roleTitle()),
                fit,
                SpreadsheetFile.plain(Reason.in(why, texts)));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
