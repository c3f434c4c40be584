package org.peerage.composition.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.peerage.composition.Criterion;
import org.peerage.composition.Proposal;
import org.peerage.composition.Reason;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;

/// A proposal as CSV (a line for each seat) and as JSON (the whole of it).
final class ProposalFile {

    private ProposalFile() {}

    static String csv(Proposal proposal) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            csv.printRecord("group", "id", "name", "fit", "group quality", "why here", "why not there");
            for (Proposal.Group group : proposal.groups()) {
                for (Proposal.Seat seat : group.seats()) {
                    csv.printRecord(
                            group.name(),
                            plain(seat.leader().id()),
                            plain(seat.leader().name()),
                            number(seat.fit()),
                            number(group.quality()),
                            plain(Reason.in(seat.whyHere(), Sentences.ENGLISH)),
                            plain(Reason.in(seat.whyNotThere(), Sentences.ENGLISH)));
                }
            }
            for (Proposal.Unseated unseated : proposal.unseated()) {
                csv.printRecord(
                        "",
                        plain(unseated.leader().id()),
                        plain(unseated.leader().name()),
                        "",
                        "",
                        "",
                        plain(Reason.in(unseated.why(), Sentences.ENGLISH)));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /// A spreadsheet runs a cell that begins like a formula.
    private static String plain(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    static String json(Proposal proposal, SizeLimits limits, long seed, Weights weights) {
        StringBuilder json = new StringBuilder("{\n");
        json.append("  \"score\": ").append(number(proposal.score())).append(",\n");
        json.append("  \"sum\": ").append(number(proposal.sum())).append(",\n");
        json.append("  \"weakest\": ").append(number(proposal.weakest())).append(",\n");
        json.append("  \"bound\": ").append(number(proposal.bound())).append(",\n");
        json.append("  \"seed\": ").append(seed).append(",\n");
        json.append("  \"groupSize\": \"%d:%d:%d\",\n".formatted(limits.least(), limits.target(), limits.most()));
        json.append("  \"weights\": {");
        String comma = "";
        for (Criterion criterion : Criterion.values()) {
            json.append(comma).append(quoted(criterion.word())).append(": ").append(weights.of(criterion));
            comma = ", ";
        }
        json.append("},\n  \"groups\": [");
        comma = "\n";
        for (Proposal.Group group : proposal.groups()) {
            json.append(comma);
            append(json, group);
            comma = ",\n";
        }
        json.append("\n  ],\n  \"unseated\": [");
        comma = "\n";
        for (Proposal.Unseated unseated : proposal.unseated()) {
            json.append(comma)
                    .append("    {\"id\": ")
                    .append(quoted(unseated.leader().id()))
                    .append(", \"name\": ")
                    .append(quoted(unseated.leader().name()))
                    .append(", \"why\": ")
                    .append(quoted(Reason.in(unseated.why(), Sentences.ENGLISH)))
                    .append("}");
            comma = ",\n";
        }
        return json.append("\n  ]\n}\n").toString();
    }

    private static void append(StringBuilder json, Proposal.Group group) {
        json.append("    {\"name\": ").append(quoted(group.name()));
        json.append(", \"quality\": ").append(number(group.quality()));
        json.append(", \"weakestPoint\": ").append(quoted(group.weakestPoint().word()));
        json.append(", \"criteria\": {");
        String comma = "";
        for (Map.Entry<Criterion, Double> value : group.values().entrySet()) {
            json.append(comma)
                    .append(quoted(value.getKey().word()))
                    .append(": ")
                    .append(number(value.getValue()));
            comma = ", ";
        }
        json.append("}, \"seats\": [");
        comma = "\n";
        for (Proposal.Seat seat : group.seats()) {
            json.append(comma)
                    .append("      {\"id\": ")
                    .append(quoted(seat.leader().id()))
                    .append(", \"name\": ")
                    .append(quoted(seat.leader().name()))
                    .append(", \"fit\": ")
                    .append(number(seat.fit()))
                    .append(", \"whyHere\": ")
                    .append(quoted(Reason.in(seat.whyHere(), Sentences.ENGLISH)))
                    .append(", \"whyNotThere\": ")
                    .append(quoted(Reason.in(seat.whyNotThere(), Sentences.ENGLISH)))
                    .append("}");
            comma = ",\n";
        }
        json.append("]}");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int k = 0; k < text.length(); k++) {
            char letter = text.charAt(k);
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }
}
