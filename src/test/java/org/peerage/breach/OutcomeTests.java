package org.peerage.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.ballots.BallotFixture;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a group has decided about somebody's seat happens to the seat.
class OutcomeTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();

    private final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    private final BallotFixture ballots = new BallotFixture(here);
    private final PersonId chair = here.chair();
    private final PersonId handler = here.members.get(0);
    private final PersonId reporter = here.members.get(1);
    private final PersonId accused = here.members.get(2);
    private final String list = "/groups/" + here.group + "/breach";
    private final String attendance = "/groups/" + here.group + "/attendance";

    @Test
    void whoseMembershipPausesIsOnLeaveAndDoesNotEndItAlone() {
        var breach = decided("suspension");
        assertThat(seen(handler)).contains("Nobody ends the pause early");
        assertThat(Pages.seenBy(reporter).get(attendance).body()).contains("Decided by the group");
        var own = Pages.seenBy(accused).get(attendance);
        assertThat(own.body()).contains("Decided by the group").doesNotContain("I am back from today");
        assertThat(Pages.seenBy(accused).get("/groups/" + here.group).body()).contains("You are on leave");
        var leave = own.page().expectFirst("[id^=leave-]").id().substring("leave-".length());
        for (var act : List.of("return", "take-back")) {
            assertThat(Pages.seenBy(accused)
                            .post(attendance + "/leaves/" + leave + "/" + act)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(as(
                        accused,
                        () -> PEERAGE.bean(JdbcClient.class)
                                .sql("update attendance.leave set state = 'ended', back_on = first_day,"
                                        + " settled_by = tenancy.me() where id = cast(:id as uuid)")
                                .param("id", leave)
                                .update()))
                .as("nor in the database")
                .isZero();
        assertThat(act(handler, breach, "closed")).isEqualTo(302);
    }

    @Test
    void whoseMembershipEndsIsLetOutBeforeTheCaseIsClosed() {
        var breach = decided("exit");
        assertThat(Pages.seenBy(handler).post(list + "/" + breach + "/closed").body())
                .contains("is still in the room");
        assertThat(Pages.seenBy(chair).get("/notices").body()).contains("let them out of the room");
        assertThat(Pages.seenBy(chair).get(list).page().select("a[href='/groups/" + here.group + "/room']"))
                .isNotEmpty();
        assertThat(Pages.seenBy(chair).get("/groups/" + here.group).body()).contains("The membership of");
        here.letOut(accused);
        assertThat(Pages.seenBy(accused).get(list).status()).isEqualTo(404);
        assertThat(act(handler, breach, "closed")).isEqualTo(302);
    }

    private String decided(String verdict) {
        var report = Ids.next();
        var sealed = here.sealedFor(
                reporter,
                List.of(handler),
                new KeyholderRoom.About("breach-report", report, report),
                Map.of("what", "x", "harm", "y"));
        assertThat(Pages.seenBy(reporter).post(list, "sealed", sealed).status()).isEqualTo(204);
        Pages.seenBy(handler)
                .post(list + "/reports/" + report + "/contained", "accused", accused.toString(), "rests", "true");
        var breach = Pages.seenBy(handler)
                .get(list)
                .page()
                .expectFirst("[id^=breach-]")
                .id()
                .substring("breach-".length());
        act(handler, breach, "heard");
        act(handler, breach, "hearing");
        Pages.seenBy(handler).post(list + "/" + breach + "/vote", "verdict", verdict);
        var page = Pages.seenBy(handler).get(list).page();
        var ballot = Objects.requireNonNull(
                page.expectFirst("#breach-" + breach + " a[href*=ballot]").attr("href"));
        var asked = ballots.asked(chair, UUID.fromString(ballot.substring(ballot.lastIndexOf('/') + 1)));
        var voters = Stream.concat(here.members.stream(), Stream.of(chair))
                .distinct()
                .filter(person -> !person.equals(accused))
                .toList();
        voters.forEach(person -> ballots.vote(asked, person, "yes"));
        voters.stream().limit(2).forEach(person -> ballots.count(asked, person, voters.size(), 0, 0));
        assertThat(act(handler, breach, "decided")).isEqualTo(302);
        return breach;
    }

    private String seen(PersonId person) {
        return Pages.seenBy(person).get(list).body();
    }

    private int act(PersonId person, String breach, String act) {
        return Pages.seenBy(person).post(list + "/" + breach + "/" + act).status();
    }
}
