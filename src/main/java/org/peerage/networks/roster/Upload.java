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

    RosterTable.Reading read() {
        return RosterText.decode(content.bytes(), encoding)
                .map(text -> RosterTable.read(text, separator))
                .orElseGet(() -> new RosterTable.Reading.Refused(Message.of(
                        "networks.import.wrong.encoding",
                        RosterText.lineOfFirstFlaw(content.bytes(), encoding),
                        encoding)));
    }
}
