package org.peerage.guide;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;

/// What somebody signed in finds first.
record HomePage(Circumstances now, NextStep next) {

    /// Everything the page and its one next step are made from. Meetings are those to come or going on, in groups
    /// where the person sits; commitments are their own, not yet closed.
    record Circumstances(
            LocalDate today,
            boolean mayFound,
            List<Networks.Network> networks,
            Set<NetworkId> withLeaders,
            List<Circle> groups,
            List<Meeting> meetings,
            List<Commitment> commitments) {}

    /// A group that the person sits in, or convenes the network of.
    ///
    /// @param seat the state of their seat; empty for a convener outside the group
    record Circle(
            UUID id, NetworkId network, String networkName, String name, boolean open, boolean chaired, String seat) {

        boolean seated() {
            return !seat.isEmpty();
        }

        boolean inRoom() {
            return seat.equals("in-room");
        }

        String address() {
            return "/groups/" + id;
        }

        String part() {
            return chaired ? "chair" : seated() ? "member" : "convener";
        }
    }

    record Meeting(
            UUID id,
            UUID group,
            String groupName,
            Instant startsAt,
            ZoneId zone,
            String place,
            boolean live,
            boolean agreed,
            boolean prepared) {}

    record Commitment(UUID id, UUID group, String groupName, LocalDate dueOn, String witness) {

        String address() {
            return "/groups/" + group + "/commitments";
        }
    }

    static HomePage of(Circumstances now) {
        return new HomePage(now, NextStep.of(now));
    }

    Optional<Meeting> nextMeeting() {
        return now.meetings().stream().min(Comparator.comparing(Meeting::startsAt));
    }

    boolean overdue(Commitment commitment) {
        return commitment.dueOn().isBefore(now.today());
    }
}
