package org.peerage.groups.seats;

import java.util.List;
import java.util.Optional;
import org.peerage.groups.GroupSize;
import org.peerage.groups.Objection;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.PersonId;

/// Everybody who was picked for a group, and what may be done about the rest. Seats that were left stay on record and
/// count for nothing.
record Seats(GroupSize size, List<Seat> all) {

    sealed interface Picking {

        record Free() implements Picking {}

        record GroupFull(int largest) implements Picking {}

        record SeatedAlready() implements Picking {}

        /// They may not sit with somebody who is here.
        record Against(List<Objection> why) implements Picking {}
    }

    sealed interface Appointing {

        record Appoints(Seat seat) implements Appointing {}

        record NotHere() implements Appointing {}

        /// In an open room the role has to be handed over inside the room.
        record RoomIsOpen() implements Appointing {}
    }

    List<Seat> filled() {
        return all.stream().filter(seat -> !seat.gone()).toList();
    }

    int picked() {
        return filled().size();
    }

    int empty() {
        return Math.max(0, size.target() - picked());
    }

    int taken() {
        return (int) all.stream().filter(Seat::taken).count();
    }

    Optional<Seat> chair() {
        return filled().stream().filter(Seat::chair).findFirst();
    }

    Optional<Seat> of(PersonId person) {
        return filled().stream()
                .filter(seat -> seat.person().equals(Optional.of(person)))
                .findFirst();
    }

    Optional<Seat> find(SeatId id) {
        return filled().stream().filter(seat -> seat.id().equals(id)).findFirst();
    }

    Picking pick(ProfileId profile) {
        if (seats(profile)) {
            return new Picking.SeatedAlready();
        }
        return full() ? new Picking.GroupFull(size.largest()) : new Picking.Free();
    }

    boolean seats(ProfileId profile) {
        return of(profile).isPresent();
    }

    Optional<Seat> of(ProfileId profile) {
        return filled().stream().filter(seat -> seat.profile().equals(profile)).findFirst();
    }

    int count(Class<? extends Seat.State> state) {
        return (int) all.stream().filter(seat -> state.isInstance(seat.state())).count();
    }

    /// As many are in the room as the group means to be at least. Until then whoever arranges it sees what there is to
    /// do.
    boolean gathered() {
        return count(Seat.InRoom.class) >= size.smallest();
    }

    boolean full() {
        return picked() >= size.largest();
    }

    Appointing appoint(SeatId id, boolean roomOpen) {
        return find(id).<Appointing>map(seat -> roomOpen ? new Appointing.RoomIsOpen() : new Appointing.Appoints(seat))
                .orElseGet(Appointing.NotHere::new);
    }

    List<ProfileId> profiles() {
        return filled().stream().map(Seat::profile).toList();
    }
}
