package org.peerage.groups;

import java.util.Locale;
import java.util.Optional;

/// The one clear thing that whoever looks at the group should do now, or wait for.
enum NextStep {
    PICK_LEADERS("/seats"),
    APPOINT_CHAIR("/seats"),
    INVITE_CHAIR("/seats"),
    WAIT_FOR_CHAIR(""),
    CHAIR_CARRIES_ON(""),
    SETTLE_CHARTER("/charter"),
    OPEN_ROOM("/room"),
    INVITE_MEMBERS("/seats"),
    WAIT_FOR_MEMBERS("/room"),
    LET_IN("/room"),
    SET_DATE("/dates"),
    WAIT_FOR_CHARTER("/charter"),
    SIGN_CHARTER("/charter"),
    WAIT_FOR_ROOM(""),
    ASK_TO_BE_LET_IN(""),
    WAIT_TO_BE_LET_IN(""),
    MEET("/meetings");

    private final String path;

    NextStep(String path) {
        this.path = path;
    }

    /// Below the group's own address; empty where there is nothing to open.
    String path() {
        return path;
    }

    /// The middle of the message keys.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What the steps depend on. `asking` counts those who wait at the room's door.
    record Circumstances(
            Seats seats,
            Optional<Seat> mine,
            boolean charterFixed,
            boolean charterSignedByMe,
            boolean roomOpen,
            boolean asked,
            int asking) {}

    /// A convener who also sits here goes on as chair or member once the convener's part is done.
    static NextStep of(Group group, Circumstances now) {
        var mine = now.mine();
        if (group.convened()) {
            var step = forConvener(now);
            if (mine.isEmpty() || step == PICK_LEADERS || step == APPOINT_CHAIR || step == INVITE_CHAIR) {
                return step;
            }
        }
        return group.chaired()
                ? forChair(now)
                : mine.map(seat -> forMember(now, seat)).orElse(CHAIR_CARRIES_ON);
    }

    static NextStep forConvener(Circumstances now) {
        var seats = now.seats();
        if (seats.picked() < seats.band().smallest()) {
            return PICK_LEADERS;
        }
        var chair = seats.chair();
        if (chair.isEmpty()) {
            return APPOINT_CHAIR;
        }
        return switch (chair.get().state()) {
            case Seat.Open open -> INVITE_CHAIR;
            case Seat.Invited invited -> WAIT_FOR_CHAIR;
            case Seat.Accepted accepted -> CHAIR_CARRIES_ON;
            case Seat.InRoom inRoom -> CHAIR_CARRIES_ON;
            case Seat.Left left -> APPOINT_CHAIR;
        };
    }

    static NextStep forChair(Circumstances now) {
        if (!now.charterSignedByMe()) {
            return now.charterFixed() ? SIGN_CHARTER : SETTLE_CHARTER;
        }
        if (!now.roomOpen()) {
            return OPEN_ROOM;
        }
        if (now.asking() > 0) {
            return LET_IN;
        }
        var others = now.seats().filled().stream().filter(seat -> !seat.chair()).toList();
        if (others.stream().anyMatch(seat -> seat.state() instanceof Seat.Open)) {
            return INVITE_MEMBERS;
        }
        return others.stream().anyMatch(seat -> seat.state() instanceof Seat.InRoom) ? SET_DATE : WAIT_FOR_MEMBERS;
    }

    static NextStep forMember(Circumstances now, Seat mine) {
        if (!now.charterFixed()) {
            return WAIT_FOR_CHARTER;
        }
        if (!now.charterSignedByMe()) {
            return SIGN_CHARTER;
        }
        if (!now.roomOpen()) {
            return WAIT_FOR_ROOM;
        }
        if (mine.state() instanceof Seat.InRoom) {
            return MEET;
        }
        return now.asked() ? WAIT_TO_BE_LET_IN : ASK_TO_BE_LET_IN;
    }
}
