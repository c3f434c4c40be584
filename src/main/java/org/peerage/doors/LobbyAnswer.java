package org.peerage.doors;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What `/api/v1/` answers, as `openapi/lobby-v1.json` promises it; names of fields are written with underscores.
sealed interface LobbyAnswer {

    record Network(UUID id, String name, String purpose, String zone, boolean convener) {}

    record Networks(List<Network> networks) implements LobbyAnswer {}

    record OneNetwork(Network network) implements LobbyAnswer {}

    /// One of the directory.
    ///
    /// @param name empty until somebody has taken the seat
    record Leader(
            UUID id,
            String name,
            String organisation,
            String roleTitle,
            String industry,
            String stage,
            @Nullable Integer teamSize,
            String place,
            boolean seatTaken) {}

    /// A part of a directory.
    ///
    /// @param next with what to ask for those that come after; null where there are none
    record People(List<Leader> people, @Nullable UUID next) implements LobbyAnswer {}

    record Group(UUID id, UUID network, String name, String zone, String state, boolean seated, boolean chaired) {}

    record Groups(List<Group> groups, @Nullable UUID next) implements LobbyAnswer {}

    record OneGroup(Group group) implements LobbyAnswer {}

    /// Somebody who has taken a seat.
    ///
    /// @param profile theirs in the directory of the network
    record Member(UUID profile, String name, String role, String state) {}

    record Members(List<Member> members) implements LobbyAnswer {}

    /// A date of a group, and what has become of it.
    ///
    /// @param myAnswer `coming` or `away`; null where whoever asks has not said
    record Meeting(
            UUID id,
            UUID group,
            Instant startsAt,
            Instant endsAt,
            String zone,
            String place,
            String state,
            int sequence,
            int coming,
            int away,
            @Nullable String myAnswer) {}

    record Meetings(List<Meeting> meetings, @Nullable UUID next) implements LobbyAnswer {}
}
