package org.peerage.scheduling.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.Guests;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.PersonId;

/// Turns to host: handed out in order, passed on, offered and taken, and what a host sees to.
class HostTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId chair = here.chair();
    private final PersonId one = here.members.get(0);
    private final PersonId two = here.members.get(1);
    private final List<DateId> days =
            List.of(date("2031-01-07"), date("2031-02-04"), date("2031-03-04"), date("2031-04-01"));

    @Test
    void whoeverHasNotHostedForLongestIsNext() {
        handOut();
        var hosts = hosts();
        assertThat(hosts.values()).contains(chair, one, two);
        assertThat(hosts.get(days.get(3))).as("round again").isEqualTo(hosts.get(days.get(0)));
        date("2031-05-06");
        handOut();
        assertThat(hosts()).hasSize(5).containsAllEntriesOf(hosts).containsValue(hosts.get(days.get(1)));
        assertThat(notices(one)).contains("It is your turn to host Tuesday Circle on");
        assertThat(Pages.seenBy(one)
                        .get("/groups/" + here.group + "/dates")
                        .page()
                        .select("#date-" + days.getFirst())
                        .text())
                .contains("Host: " + name(Objects.requireNonNull(hosts.get(days.getFirst()))));
    }

    @Test
    void whoeverCannotAsksTheOthersAndSwapsWithWhoeverTakesIt() {
        give(days.get(0), one);
        give(days.get(1), two);
        var guests = peerage.bean(Guests.class);
        assertThat(as(one, () -> guests.inHand(here.seenBy(one))))
                .as("what they hand on before they leave")
                .hasSize(1);
        assertThat(as(chair, () -> guests.inHand(here.seenBy(chair)))).isEmpty();
        act(two, days.get(0), "take");
        assertThat(hosts().get(days.get(0))).as("nobody has offered it").isEqualTo(one);
        act(two, days.get(0), "offer");
        assertThat(hosts().get(days.get(0))).as("it is not theirs to offer").isEqualTo(one);

        act(one, days.get(0), "offer");
        assertThat(notices(two)).contains("Member 1 cannot host Tuesday Circle on Tue 7 January 2031");
        assertThat(notices(one)).doesNotContain("cannot host");
        act(two, days.get(0), "take");
        assertThat(hosts()).containsEntry(days.get(0), two).containsEntry(days.get(1), one);
        assertThat(notices(one)).contains("Member 2 hosts Tuesday Circle on Tue 7 January 2031");
        assertThat(notices(two)).doesNotContain("cannot host");
        act(one, days.get(2), "take");
        assertThat(hosts()).as("nobody's yet").containsEntry(days.get(2), one);
    }

    @Test
    void theChairPassesATurnToTheNext() {
        give(days.get(0), one);
        give(days.get(1), two);
        act(chair, days.get(0), "skip");
        assertThat(hosts()).containsEntry(days.get(0), two).containsEntry(days.get(1), one);
        for (var act : List.of("skip", "assign")) {
            assertThat(Pages.seenBy(one)
                            .post("/dates/" + days.getFirst() + "/host/" + act, "person", one.toString())
                            .status())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(Pages.seenBy(chair)
                        .post(
                                "/dates/" + days.getFirst() + "/host/assign",
                                "person",
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theListIsTheHostsAndTheChairs() {
        give(days.get(0), one);
        assertThat(page(one)).contains("Your turn: Tue 7 January 2031", "0 of 13 done", "14 days before", "On the day");
        assertThat(page(two)).doesNotContain("Your turn");
        check(one, "place", "true", 302);
        check(one, "place", "true", 302);
        check(chair, "food", "true", 302);
        check(two, "water", "true", 404);
        check(one, "nothing", "true", 404);
        assertThat(page(one)).contains("2 of 13 done");
        check(one, "place", "false", 302);
        assertThat(page(one)).contains("1 of 13 done");
    }

    @Test
    void otherGroupsAndTheConvenerHaveNoPartInIt() {
        give(days.get(0), one);
        var stranger = GroupFixture.aGroup().with(1).chair();
        for (var person : List.of(stranger, here.convener)) {
            assertThat(Pages.seenBy(person)
                            .get("/groups/" + here.group + "/hosts")
                            .status())
                    .isEqualTo(404);
            assertThat(Pages.seenBy(person)
                            .post("/dates/" + days.getFirst() + "/host/take")
                            .status())
                    .isEqualTo(404);
        }
    }

    private DateId date(String day) {
        return as(
                here.chair(),
                () -> peerage.bean(Dates.class)
                        .set(here.group, LocalDateTime.parse(day + "T18:00"), BERLIN, 240, "", ""));
    }

    private void handOut() {
        assertThat(Pages.seenBy(chair).post("/groups/" + here.group + "/hosts").status())
                .isEqualTo(302);
    }

    private void give(DateId date, PersonId host) {
        assertThat(Pages.seenBy(chair)
                        .post("/dates/" + date + "/host/assign", "person", host.toString())
                        .status())
                .isEqualTo(302);
    }

    private void act(PersonId person, DateId date, String act) {
        assertThat(Pages.seenBy(person).post("/dates/" + date + "/host/" + act).status())
                .isEqualTo(302);
    }

    private void check(PersonId person, String item, String done, int status) {
        assertThat(Pages.seenBy(person)
                        .post("/dates/" + days.getFirst() + "/host/check", "item", item, "done", done)
                        .status())
                .isEqualTo(status);
    }

    private Map<DateId, PersonId> hosts() {
        return as(
                one,
                () -> peerage.inTransaction(() -> peerage.bean(HostStore.class).of(here.group).values().stream()
                        .collect(Collectors.toMap(HostStore.Turn::date, HostStore.Turn::host))));
    }

    private String name(PersonId person) {
        return here.seenBy(chair).nameOf(person);
    }

    private String page(PersonId person) {
        return Pages.seenBy(person)
                .get("/groups/" + here.group + "/hosts")
                .page()
                .text();
    }

    private static String notices(PersonId person) {
        return Pages.seenBy(person).get("/notices").page().select("main").text();
    }
}
