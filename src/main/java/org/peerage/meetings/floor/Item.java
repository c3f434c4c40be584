package org.peerage.meetings.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemReason;
import org.peerage.tenancy.PersonId;

/// One item of an agenda. It has no title: what it is about is said in the room only.
///
/// @param least,most how far its minutes may be pressed or stretched when the agenda is planned anew
/// @param carriedFrom the item of an earlier meeting that was not reached
public record Item(
        ItemId id,
        int position,
        ItemKind kind,
        int minutes,
        int least,
        int most,
        @Nullable PersonId presenter,
        @Nullable UUID subject,
        @Nullable String protocol,
        ItemReason reason,
        @Nullable ItemId carriedFrom,
        State state,
        @Nullable Countdown countdown) {

    public enum State {
        PLANNED,
        CURRENT,
        DONE,
        UNCOVERED
    }

    public static final ItemReason BY_HAND = ItemReason.of("meetings.reason.by-hand");

    public static Item planned(ItemId id, ItemKind kind, int minutes, int least, int most, ItemReason reason) {
        return new Item(id, 0, kind, minutes, least, most, null, null, null, reason, null, State.PLANNED, null);
    }

    public Item at(int other) {
        return new Item(
                id,
                other,
                kind,
                minutes,
                least,
                most,
                presenter,
                subject,
                protocol,
                reason,
                carriedFrom,
                state,
                countdown);
    }

    public Item lasting(int other) {
        return new Item(
                id,
                position,
                kind,
                other,
                least,
                most,
                presenter,
                subject,
                protocol,
                reason,
                carriedFrom,
                state,
                countdown);
    }

    public Item because(ItemReason other) {
        return new Item(
                id,
                position,
                kind,
                minutes,
                least,
                most,
                presenter,
                subject,
                protocol,
                other,
                carriedFrom,
                state,
                countdown);
    }

    public Item about(UUID brought, PersonId person, String way, @Nullable ItemId from) {
        return new Item(id, position, kind, minutes, least, most, person, brought, way, reason, from, state, countdown);
    }

    /// Free for somebody else.
    public Item open(ItemReason why) {
        return new Item(id, position, kind, minutes, least, most, null, null, null, why, null, state, countdown);
    }

    /// Opens it again where it was left, with at least a minute to go.
    Item open(Instant now, int given) {
        var spent = countdown == null ? Duration.ZERO : countdown.spent(now);
        var left = Duration.ofMinutes(given).minus(spent);
        var allotted = left.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : left;
        return with(State.CURRENT, new Countdown.Running(spent, now, now.plus(allotted)));
    }

    Item leave(State other, Instant now) {
        return with(other, countdown instanceof Countdown.Running running ? running.stop(now) : countdown);
    }

    Item with(State other, @Nullable Countdown time) {
        return new Item(
                id,
                position,
                kind,
                minutes,
                least,
                most,
                presenter,
                subject,
                protocol,
                reason,
                carriedFrom,
                other,
                time);
    }

    /// Whole minutes that were given to it so far.
    int minutesSpent(Instant now) {
        return countdown == null ? 0 : (int) countdown.spent(now).toMinutes();
    }

    boolean isPaused() {
        return state == State.CURRENT && countdown instanceof Countdown.Stopped;
    }
}
