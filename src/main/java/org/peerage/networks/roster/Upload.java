package org.peerage.networks.roster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.rosters.Heading;
import org.peerage.rosters.Mapping;
import org.peerage.rosters.RosterTable;
import org.peerage.rosters.RosterText;
import org.peerage.web.Message;

/// A roster on its way in, with what was chosen for it so far.
record Upload(
        UUID id,
        NetworkId network,
        String fileName,
        RosterBytes content,
        String encoding,
        String separator,
        Heading heading,
        Mapping mapping,
        Set<Integer> leftOut,
        Instant uploadedAt,
        Optional<Outcome> outcome) {

    /// What an import did, row by kind; kept so that a repeated submit shows the same and does nothing.
    record Outcome(Map<Roster.Kind, Integer> counts) {

        Outcome {
            counts = Map.copyOf(counts);
        }
    }

    /// The rows, where the file can be read and what its columns mean is settled.
    Optional<RosterTable> table() {
        return read() instanceof RosterTable.Reading.Table(var table)
                        && mapping.flaw(table.headings().size()).isEmpty()
                ? Optional.of(table)
                : Optional.empty();
    }

    /// The same, read in another way or with other meanings.
    Upload as(String otherEncoding, String otherSeparator, Heading otherHeading, Mapping otherMapping) {
        return new Upload(
                id,
                network,
                fileName,
                content,
                otherEncoding,
                otherSeparator,
                otherHeading,
                otherMapping,
                Set.of(),
                uploadedAt,
                outcome);
    }

    Upload without(Set<Integer> lines) {
        return new Upload(
                id, network, fileName, content, encoding, separator, heading, mapping, lines, uploadedAt, outcome);
    }

    /// The same rows with the same meanings, and the same of them left out; the content of an upload never changes.
    boolean isReadAs(Upload other) {
        return id.equals(other.id)
                && encoding.equals(other.encoding)
                && separator.equals(other.separator)
                && heading.equals(other.heading)
                && mapping.equals(other.mapping)
                && leftOut.equals(other.leftOut);
    }

    /// The first rows of the file, one of which names the columns.
    List<RosterTable.Row> top() {
        return RosterText.decode(content.bytes(), encoding)
                .map(text -> RosterTable.top(text, separator))
                .orElse(List.of());
    }

    RosterTable.Reading read() {
        return RosterText.decode(content.bytes(), encoding)
                .map(text -> RosterTable.read(text, separator, heading))
                .orElseGet(() -> new RosterTable.Reading.Refused(Message.of(
                        "rosters.wrong.encoding", RosterText.lineOfFirstFlaw(content.bytes(), encoding), encoding)));
    }
}
