package org.peerage.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;

/// Which one thing a person is asked to do.
class NextStepTests {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final NetworkId HARBOUR = new NetworkId(new UUID(0, 1));
    private static final UUID CIRCLE = new UUID(0, 2);
    private static final UUID MEETING = new UUID(0, 3);

    @Test
    void whoBelongsNowhereIsToldThatPeerageIsByInvitation() {
        assertThat(step(new Case())).isEqualTo(new NextStep("outside", "", ""));
    }

    @Test
    void whoMayFoundIsLedThroughNetworkRosterAndGroup() {
        var founder = new Case();
        founder.mayFound = true;
        assertThat(step(founder)).isEqualTo(new NextStep("found", "", "/networks/new"));
        founder.mayFound = false;
        founder.networks = List.of(harbour(true));
        assertThat(step(founder))
                .isEqualTo(new NextStep("roster", "Harbour Circle", "/networks/" + HARBOUR + "/import"));
        founder.withLeaders = Set.of(HARBOUR);
        assertThat(step(founder))
                .isEqualTo(new NextStep("group", "Harbour Circle", "/networks/" + HARBOUR + "/groups/new"));
        founder.groups = List.of(circle(false, false, ""));
        assertThat(step(founder)).isEqualTo(new NextStep("forming", "Twelve", "/groups/" + CIRCLE));
        founder.groups = List.of(circle(true, false, ""));
        assertThat(step(founder)).isEqualTo(new NextStep("rest", "", ""));
    }

    @Test
    void aSeatThatIsNotInTheRoomYetComesBeforeTheRest() {
        var member = aMember();
        member.groups = List.of(circle(true, false, "accepted"));
        assertThat(step(member)).isEqualTo(new NextStep("seat", "Twelve", "/groups/" + CIRCLE));
    }

    @Test
    void theChairOfAnOpenGroupWithoutAMeetingSetsADateAndAMemberDoesNot() {
        var chair = aMember();
        chair.groups = List.of(circle(true, true, "in-room"));
        assertThat(step(chair)).isEqualTo(new NextStep("date", "Twelve", "/groups/" + CIRCLE + "/dates"));
        assertThat(step(aMember())).isEqualTo(new NextStep("rest", "", ""));
    }

    @Test
    void aMeetingIsPreparedThenJoined() {
        var member = aMember();
        member.meetings = List.of(meeting(false, false));
        assertThat(step(member)).isEqualTo(new NextStep("prepare", "Twelve", "/meetings/" + MEETING + "/prepare"));
        member.meetings = List.of(meeting(false, true));
        assertThat(step(member).key()).isEqualTo("rest");
        member.meetings = List.of(meeting(true, true));
        assertThat(step(member)).isEqualTo(new NextStep("live", "Twelve", "/meetings/" + MEETING + "/live"));
    }

    @Test
    void aPromiseThatIsDueTodayComesBeforePreparingAndOneOfTomorrowDoesNot() {
        var member = aMember();
        member.meetings = List.of(meeting(false, false));
        member.commitments = List.of(commitment(TODAY.plusDays(1)));
        assertThat(step(member).key()).isEqualTo("prepare");
        member.commitments = List.of(commitment(TODAY));
        assertThat(step(member).key()).isEqualTo("commitment");
    }

    /// A person's circumstances, one thing after the other.
    private static final class Case {
        private boolean mayFound;
        private List<Networks.Network> networks = List.of();
        private Set<NetworkId> withLeaders = Set.of();
        private List<HomePage.Circle> groups = List.of();
        private List<HomePage.Meeting> meetings = List.of();
        private List<HomePage.Commitment> commitments = List.of();
    }

    private static Case aMember() {
        var member = new Case();
        member.networks = List.of(harbour(false));
        member.withLeaders = Set.of(HARBOUR);
        member.groups = List.of(circle(true, false, "in-room"));
        return member;
    }

    private static NextStep step(Case now) {
        return NextStep.of(new HomePage.Circumstances(
                TODAY, now.mayFound, now.networks, now.withLeaders, now.groups, now.meetings, now.commitments));
    }

    private static Networks.Network harbour(boolean convened) {
        return new Networks.Network(HARBOUR, "Harbour Circle", "", LISBON, convened);
    }

    private static HomePage.Circle circle(boolean open, boolean chaired, String seat) {
        return new HomePage.Circle(CIRCLE, HARBOUR, "Harbour Circle", "Twelve", open, chaired, seat);
    }

    private static HomePage.Meeting meeting(boolean live, boolean prepared) {
        return new HomePage.Meeting(
                MEETING, CIRCLE, "Twelve", Instant.parse("2026-12-01T09:00:00Z"), LISBON, "", live, false, prepared);
    }

    private static HomePage.Commitment commitment(LocalDate dueOn) {
        return new HomePage.Commitment(new UUID(0, 4), CIRCLE, "Twelve", dueOn, "Ivo Example");
    }
}
