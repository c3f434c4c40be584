package org.peerage.guide;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.peerage.networks.Networks;

/// The one thing to do now: what waits for this person alone comes before what can wait.
///
/// @param key names the texts, `guide.next.<key>.title`, `.text` and `.do`
/// @param subject the network or group it is about
record NextStep(String key, String subject, String address) {

    static NextStep of(HomePage.Circumstances now) {
        return live(now)
                .or(() -> overdue(now))
                .or(() -> seat(now))
                .or(() -> found(now))
                .or(() -> roster(now))
                .or(() -> group(now))
                .or(() -> forming(now))
                .or(() -> prepare(now))
                .or(() -> date(now))
                .orElse(nothing(now));
    }

    private static Optional<NextStep> live(HomePage.Circumstances now) {
        return now.meetings().stream()
                .filter(HomePage.Meeting::live)
                .findFirst()
                .map(meeting -> new NextStep("live", meeting.groupName(), "/meetings/" + meeting.id() + "/live"));
    }

    private static Optional<NextStep> overdue(HomePage.Circumstances now) {
        return now.commitments().stream()
                .filter(commitment -> !commitment.dueOn().isAfter(now.today()))
                .findFirst()
                .map(commitment -> new NextStep("commitment", commitment.groupName(), commitment.address()));
    }

    private static Optional<NextStep> seat(HomePage.Circumstances now) {
        return now.groups().stream()
                .filter(group -> group.seated() && !group.inRoom())
                .findFirst()
                .map(group -> new NextStep("seat", group.name(), group.address()));
    }

    private static Optional<NextStep> found(HomePage.Circumstances now) {
        return now.mayFound() ? Optional.of(new NextStep("found", "", "/networks/new")) : Optional.empty();
    }

    private static Optional<NextStep> roster(HomePage.Circumstances now) {
        return now.networks().stream()
                .filter(Networks.Network::convened)
                .filter(network -> !now.withLeaders().contains(network.id()))
                .findFirst()
                .map(network -> new NextStep("roster", network.name(), "/networks/" + network.id() + "/import"));
    }

    private static Optional<NextStep> group(HomePage.Circumstances now) {
        return now.networks().stream()
                .filter(Networks.Network::convened)
                .filter(network ->
                        now.groups().stream().noneMatch(group -> group.network().equals(network.id())))
                .findFirst()
                .map(network -> new NextStep("group", network.name(), "/networks/" + network.id() + "/groups/new"));
    }

    /// A group that is not open yet is the chair's and the convener's to bring on.
    private static Optional<NextStep> forming(HomePage.Circumstances now) {
        return now.groups().stream()
                .filter(group -> !group.open() && (group.chaired() || !group.seated()))
                .findFirst()
                .map(group -> new NextStep("forming", group.name(), group.address()));
    }

    private static Optional<NextStep> prepare(HomePage.Circumstances now) {
        return now.meetings().stream()
                .filter(meeting -> !meeting.prepared())
                .min(Comparator.comparing(HomePage.Meeting::startsAt))
                .map(meeting -> new NextStep("prepare", meeting.groupName(), "/meetings/" + meeting.id() + "/prepare"));
    }

    private static Optional<NextStep> date(HomePage.Circumstances now) {
        return now.groups().stream()
                .filter(group -> group.open() && group.chaired())
                .filter(group -> now.meetings().stream()
                        .noneMatch(meeting -> meeting.group().equals(group.id())))
                .findFirst()
                .map(group -> new NextStep("date", group.name(), group.address() + "/dates"));
    }

    private static NextStep nothing(HomePage.Circumstances now) {
        var places = List.of(now.groups(), now.networks());
        return places.stream().allMatch(List::isEmpty) ? new NextStep("outside", "", "") : new NextStep("rest", "", "");
    }

    boolean hasAddress() {
        return !address.isEmpty();
    }
}
