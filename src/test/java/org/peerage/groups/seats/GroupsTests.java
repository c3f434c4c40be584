package org.peerage.groups.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.groups.GroupFixture.PEERAGE;
import static org.peerage.groups.GroupFixture.THEN;
import static org.peerage.groups.GroupFixture.aGroup;
import static org.peerage.groups.GroupFixture.aGroupIn;
import static org.peerage.groups.GroupFixture.grants;
import static org.peerage.groups.GroupFixture.groups;
import static org.peerage.groups.door.DoorFixture.mayAsk;
import static org.peerage.groups.seats.SeatFixture.seating;
import static org.peerage.groups.seats.SeatFixture.seats;
import static org.peerage.networks.NetworkFixture.aPerson;
import static org.peerage.networks.NetworkFixture.as;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupFixture;
import org.peerage.groups.Groups;
import org.peerage.identity.kept.Erasure;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.sealing.Keyholder;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Groups, seats, charter and room at the real database, with its walls.
class GroupsTests {

    @Test
    void onlyAConvenerFormsAGroup() {
        var here = aGroup().with(1);
        var wish = new Groups.Wish(here.network, "Mine", "", ZoneId.of("Europe/Lisbon"), 8, 12, 16);

        assertThat(as(here.convener, () -> groups().mayForm(here.network))).isTrue();
        assertThat(as(here.chair(), () -> groups().mayForm(here.network))).isFalse();
        assertThatThrownBy(() -> as(here.chair(), () -> groups().form(wish))).isInstanceOf(DataAccessException.class);
    }

    @Test
    void whoeverWasErasedIsNotHandedTheChairThoughTheirKeysStandInTheRoom() {
        var here = aGroup().with(3).inAnOpenRoom();
        var stays = here.members.getLast();
        var gone = Caller.named(PEERAGE, "Wren Hale")
                .takeUp(PEERAGE.enrollingLink("/keys"))
                .person();
        here.seat(gone, "Wren Hale");
        here.letIn(gone);
        Acting.asProgram(
                Erasure.ERASING,
                () -> PEERAGE.inTransaction(() -> Erasure.of(PEERAGE.bean(JdbcClient.class), gone, Ids.next(), THEN)));

        assertThatThrownBy(() -> here.handTheChair(gone))
                .isInstanceOf(RoomRefused.class)
                .hasMessageContaining("erased");
        assertThat(here.seenBy(stays).chair()).contains(here.chair());
    }

    @Test
    void aGroupFormedWithItsPeopleHasTheirSeatsOpenOrIsNotFormed() {
        var here = aGroup();
        var profiles = List.of(here.aLeader("Beacon Mills", ""), here.aLeader("Cedar Works", ""));
        var elsewhere = aGroup().aLeader("Dune Foods", "");
        var wish = new Groups.Wish(here.network, "Formed", "", ZoneId.of("Europe/Lisbon"), 2, 2, 2);

        var formed = as(here.convener, () -> groups().form(wish, profiles));
        assertThat(count(here.convener, "groups.shared_seat where group_id = '" + formed + "' and state = 'open'"))
                .isEqualTo(2);

        var before = count(here.convener, "groups.shared_group");
        assertThatThrownBy(() -> as(here.convener, () -> groups().form(wish, List.of(profiles.getFirst(), elsewhere))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        as(here.convener, () -> groups().form(wish, List.of(profiles.getFirst(), profiles.getFirst()))))
                .isInstanceOf(NotFound.class);
        var third = here.aLeader("Elm Tools", "");
        assertThatThrownBy(() -> as(
                        here.convener,
                        () -> groups().form(wish, List.of(profiles.getFirst(), profiles.getLast(), third))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> as(aPerson(), () -> groups().form(wish, profiles)))
                .isInstanceOf(NotFound.class);
        assertThat(count(here.convener, "groups.shared_group")).isEqualTo(before);
    }

    @Test
    void aSeatIsTakenByWhoeverTakesUpItsLinkAndTheyJoinTheNetwork() {
        var here = aGroup();
        var seat = here.aSeat("Beacon Mills");
        here.appoint(seat);
        var link = here.invite(here.convener, seat);
        var person = aPerson();

        here.accept(person, "Ada Example", link, seat);

        assertThat(seats(here, here.convener).chair()).hasValueSatisfying(chair -> {
            assertThat(chair.name()).isEqualTo("Ada Example");
            assertThat(chair.state()).isEqualTo(new Seat.Accepted(person, THEN));
        });
        assertThat(here.seenBy(person).chaired()).isTrue();
        assertThat(count(
                        person,
                        "networks.shared_profile where organisation = 'Beacon Mills' and person_id = tenancy.me()"))
                .isEqualTo(1);
    }

    @Test
    void aLinkThatWasReplacedOrTakenBackSeatsNobody() {
        var here = aGroup();
        var seat = here.aSeat("Beacon Mills");
        here.appoint(seat);
        var first = here.invite(here.convener, seat);
        var second = here.invite(here.convener, seat);
        assertThatThrownBy(() -> here.accept(aPerson(), "Late", first, seat)).isInstanceOf(NotFound.class);

        as(here.convener, () -> {
            seating().revoke(here.group, new SeatId(seat));
            return seat;
        });
        assertThatThrownBy(() -> here.accept(aPerson(), "Later", second, seat)).isInstanceOf(NotFound.class);
        assertThat(seats(here, here.convener).find(new SeatId(seat)))
                .hasValueSatisfying(left -> assertThat(left.state()).isInstanceOf(Seat.Open.class));
    }

    @Test
    void nobodySitsTwiceInOneGroup() {
        var here = aGroup().with(2);
        var seat = here.aSeat("Second Chance");
        var link = here.invite(here.chair(), seat);

        assertThatThrownBy(() -> here.accept(here.members.getFirst(), "Member 1", link, seat))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aConvenerCannotPutThemselvesIntoASeat() {
        var here = aGroup().with(2);
        var seat = here.aSeat("Beacon Mills");

        assertThatThrownBy(() -> as(
                        here.convener,
                        () -> PEERAGE.bean(JdbcClient.class)
                                .sql(
                                        "update groups.seat set person_id = tenancy.me(), state = 'accepted' where id = :id")
                                .param("id", seat)
                                .update()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> as(
                        here.chair(),
                        () -> PEERAGE.bean(JdbcClient.class)
                                .sql("update groups.seat set person_id = tenancy.me() where id = :id")
                                .param("id", seat)
                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whoeverIsInOneGroupSeesNothingOfAnother() {
        var convener = org.peerage.networks.NetworkFixture.aFounder();
        var network = org.peerage.networks.NetworkFixture.aNetworkOf(convener);
        var here = aGroupIn(network, convener).with(2);
        var there = aGroupIn(network, convener).with(2);
        there.open();

        for (var person : List.of(here.chair(), here.members.getFirst())) {
            for (var table : List.of("seat", "room", "charter", "signature")) {
                assertThat(count(person, "groups." + table + " where group_id = '" + there.group + "'"))
                        .as(table)
                        .isZero();
            }
            assertThat(count(person, "groups.shared_group where id = '" + there.group + "'"))
                    .isZero();
            assertThat(as(person, () -> PEERAGE.bean(Circles.class).of(there.group)))
                    .isEmpty();
        }
    }

    @Test
    void aConvenerSeesSeatsAndNothingOfTheRoom() {
        var here = aGroup().with(2);
        here.open();

        assertThat(count(here.convener, "groups.seat where group_id = '" + here.group + "'"))
                .isEqualTo(2);
        assertThat(count(here.convener, "groups.room")).isZero();
        assertThat(count(here.convener, "rooms.room")).isZero();
        assertThat(count(here.convener, "groups.shared_group where id = '" + here.group + "' and room_id is not null"))
                .isZero();
        assertThat(here.seenBy(here.convener).open()).isTrue();
        assertThat(here.seenBy(here.convener).room()).isEmpty();
        assertThat(count(here.chair(), "groups.shared_group where room_id is not null and state = 'open'"))
                .isEqualTo(1);
    }

    @Test
    void whatTheChairAloneMayDoAMemberMayNot() {
        var here = aGroup().with(2);
        var member = here.members.getFirst();
        var seat = here.aSeat("Beacon Mills");

        assertThatThrownBy(() -> as(member, () -> seating().invite(here.group, new SeatId(seat))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(member, () -> {
                    seating().end(here.group, new SeatId(seat));
                    return seat;
                }))
                .isInstanceOf(NotFound.class);
        var made = KeyholderRoom.open(here.group.value(), here.chairKeys(), "Mara Example", THEN);
        assertThatThrownBy(() -> as(member, () -> groups().open(here.group, made.id(), made.entries(), grants(made))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aSeatOfAnotherGroupIsNotThere() {
        var here = aGroup().with(2);
        var there = aGroup();
        var seat = there.aSeat("Elsewhere");

        assertThatThrownBy(() -> as(here.chair(), () -> seating().invite(here.group, new SeatId(seat))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(here.convener, () -> {
                    seating().takeBack(here.group, new SeatId(seat));
                    return seat;
                }))
                .isInstanceOf(NotFound.class);
        assertThat(seats(there, there.convener).picked()).isEqualTo(1);
    }

    @Test
    void theRoomOpensOnlyOnASignedCharterAndOnlyOnce() {
        var here = aGroup().with(2);
        var made = KeyholderRoom.open(here.group.value(), here.chairKeys(), "Mara Example", THEN);
        assertThat(as(here.chair(), () -> groups().open(here.group, made.id(), made.entries(), grants(made))))
                .isInstanceOf(Groups.Opening.Unsigned.class);

        var room = here.open();

        assertThat(here.seenBy(here.chair()).room()).contains(room);
        assertThat(seats(here, here.chair()).chair())
                .hasValueSatisfying(chair -> assertThat(chair.state()).isInstanceOf(Seat.InRoom.class));
        assertThat(as(here.chair(), () -> groups().open(here.group, made.id(), made.entries(), grants(made))))
                .isInstanceOf(Groups.Opening.OpenAlready.class);
    }

    @Test
    void nobodyIsLetInUnsignedOrUnseated() {
        var here = aGroup().with(1);
        var keys = Keyholder.create(Ids.next(), THEN);
        var person = new PersonId(keys.card().user());
        here.sign(here.chair());
        var made = KeyholderRoom.open(here.group.value(), here.chairKeys(), "Mara Example", THEN);
        var room = opened(here, made);

        assertThatThrownBy(() -> letIn(here, room, made, keys)).isInstanceOf(NotFound.class);

        var seat = here.aSeat("Beacon Mills");
        here.accept(person, "Ada Example", here.invite(here.chair(), seat), seat);
        assertThat(mayAsk(room, person)).isFalse();
        here.sign(person);
        assertThat(mayAsk(room, person)).isTrue();
        var again = KeyholderRoom.open(here.group.value(), here.chairKeys(), "Mara Example", THEN);
        assertThat(again.id()).isNotEqualTo(made.id());

        letIn(here, room, made, keys);
        assertThat(seats(here, here.chair()).of(person))
                .hasValueSatisfying(inside -> assertThat(inside.state()).isInstanceOf(Seat.InRoom.class));

        var before = made.entries().size();
        made.remove(here.chairKeys(), keys.card(), THEN);
        append(here, room, made, before);
        assertThat(seats(here, here.chair()).of(person)).isEmpty();
        assertThat(as(person, () -> PEERAGE.bean(Circles.class).of(here.group))).isEmpty();
    }

    private static RoomId opened(GroupFixture here, KeyholderRoom made) {
        return switch (as(here.chair(), () -> groups().open(here.group, made.id(), made.entries(), grants(made)))) {
            case Groups.Opening.Opened(var room) -> room;
            case Groups.Opening.Unsigned unsigned -> throw new AssertionError("unsigned");
            case Groups.Opening.OpenAlready already -> throw new AssertionError("open already");
        };
    }

    private int letInEntries;

    private void letIn(GroupFixture here, RoomId room, KeyholderRoom made, Keyholder keys) {
        if (letInEntries == 0) {
            letInEntries = made.entries().size();
            made.letIn(here.chairKeys(), List.of(new KeyholderRoom.Guest(keys.card(), "Ada Example")), THEN);
        }
        append(here, room, made, letInEntries);
    }

    private static void append(GroupFixture here, RoomId room, KeyholderRoom made, int from) {
        var last = made.grants().stream()
                .mapToLong(org.peerage.sealing.Grant::epoch)
                .max()
                .orElseThrow();
        var grants =
                grants(made).stream().filter(grant -> grant.epoch() == last).toList();
        as(here.chair(), () -> {
            PEERAGE.bean(Rooms.class)
                    .append(room, made.entries().subList(from, made.entries().size()), grants, List.of());
            return room;
        });
    }

    private static long count(PersonId person, String what) {
        return as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select count(*) from " + what)
                        .query(Long.class)
                        .single());
    }
}
