package org.peerage.networks.roster;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.web.Message;

/// A roster on its way in, with what was chosen for it so far.
record Upload(
        UUID id,
        NetworkId network,
        String fileName,
        RosterBytes content,
        String encoding,
        String separator,
        Mapping mapping,
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
    Upload as(String otherEncoding, String otherSeparator, Mapping otherMapping) {
        return new Upload(
                id, network, fileName, content, otherEncoding, otherSeparator, otherMapping, uploadedAt, outcome);
    }

    RosterTable.Reading read() {
        return RosterText.decode(content.bytes(), encoding)
                .map(text -> RosterTable.read(text, separator))
                .orElseGet(() -> new RosterTable.Reading.Refused(Message.of(
                        "networks.import.wrong.encoding",
                        RosterText.lineOfFirstFlaw(content.bytes(), encoding),
                        encoding)));
    }
}
