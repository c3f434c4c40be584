package org.peerage.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.sealing.Entries;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// While a case is open, as whoever is accused, by entries that their own key has signed: what the page would do, and
/// what a program of their own would send in its place.
class FreezeTests {

    private static final String AT_REST = "at-rest";

    private final GroupFixture here = GroupFixture.aGroup().with(4).inAnOpenRoom();
    private final BreachFixture breaches = new BreachFixture(here);
    private final PersonId chair = here.chair();
    private final PersonId handler = here.members.get(0);
    private final PersonId reporter = here.members.get(1);
    private final PersonId member = here.members.get(2);

    @Test
    void whoeverIsAccusedTakesNoCopyAndNothingOut() {
        var text = written(member);
        assertThat(refusal(member, "export", Map.of())).as("before").isEmpty();
        var breach = breaches.contained(handler, breaches.reported(reporter, handler), member);
        assertThat(refusal(member, "export", Map.of())).isEqualTo(AT_REST);
        assertThat(refusal(member, "del", Map.of("id", text, "rev", 1))).isEqualTo(AT_REST);
        assertThat(refusal(member, "end", Map.of("agrees", true))).isEqualTo(AT_REST);
        assertThat(refusal(reporter, "export", Map.of())).as("anybody else").isEmpty();
        assertThat(breaches.seen(member)).contains("the room rests for you").doesNotContain("You have the chair");
        assertThat(breaches.seen(handler)).doesNotContain("rests for you");
        for (var other : List.of(chair, reporter)) {
            assertThat(breaches.seen(other)).doesNotContain(breach, "rests for you");
        }

        var later = written(member);
        assertThat(as(
                        member,
                        () -> RunningPeerage.shared()
                                .bean(Rooms.class)
                                .texts(new RoomId(here.heldRoom().id()), List.of(text, later))))
                .as("they write and read")
                .hasSize(2);
        breaches.act(handler, breach, "heard");
        assertThat(breaches.act(handler, breach, "hearing")).isEqualTo(302);
        assertThat(refusal(member, "export", Map.of())).as("before the group").isEqualTo(AT_REST);
    }

    @Test
    void anAccusedChairLetsNobodyOutAndCanHandTheChairOver() {
        var text = written(reporter);
        breaches.contained(handler, breaches.reported(reporter, handler), chair);
        var witness = Map.<String, Object>of("fp", here.keysOf(reporter).card().fingerprint());
        assertThat(refusal(chair, "remove", witness)).isEqualTo(AT_REST);
        assertThat(refusal(chair, "del", Map.of("id", text, "rev", 1)))
                .as("what somebody else wrote")
                .isEqualTo(AT_REST);
        assertThat(refusal(chair, "dissolve", Map.of())).isNotEmpty();
        assertThat(breaches.seen(chair)).contains("You have the chair. Hand it over");
        here.handTheChair(handler);
        assertThat(here.seenBy(handler).chaired()).isTrue();
        assertThat(refusal(handler, "remove", witness))
                .as("the new chair only lacks the new key")
                .isEqualTo("key-must-change");
    }

    @Test
    void itEndsWithTheDecisionUnlessTheMembershipDoes() {
        breaches.decided(handler, reporter, member, "repair");
        assertThat(refusal(member, "export", Map.of())).isEmpty();
        var other = GroupFixture.aGroup().with(4).inAnOpenRoom();
        var there = new BreachFixture(other);
        there.decided(other.members.get(0), other.members.get(1), other.members.get(2), "exit");
        assertThat(refusal(other, other.members.get(2), "export", Map.of())).isEqualTo(AT_REST);
    }

    /// A commitment, witnessed by the handler.
    private UUID written(PersonId by) {
        var id = Ids.next();
        assertThat(Pages.seenBy(by)
                        .post(
                                "/groups/" + here.group + "/commitments",
                                "due",
                                "" + LocalDate.now(ZoneId.of("Europe/Lisbon")).plusDays(20),
                                "witness",
                                "" + handler,
                                "sealed",
                                here.sealed(by, "commitment", id, Map.of("text", "x")))
                        .status())
                .isLessThan(400);
        return id;
    }

    private String refusal(PersonId by, String kind, Map<String, Object> data) {
        return refusal(here, by, kind, data);
    }

    /// Why it was not taken; empty where it was.
    private static String refusal(GroupFixture there, PersonId by, String kind, Map<String, Object> data) {
        var room = there.heldRoom();
        var entry = Entries.next(room, there.keysOf(by), kind, data);
        try {
            as(
                    by,
                    () -> RunningPeerage.shared()
                            .bean(Rooms.class)
                            .append(new RoomId(room.id()), List.of(entry), List.of(), List.of()));
            return "";
        } catch (RoomRefused refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
