package org.peerage.groups.seats;

import java.util.Locale;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.Course;

/// The one clear thing that whoever looks at the group should do now, or wait for.
enum GroupStep {
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
    PREPARE(""),
    AGENDA(""),
    JOIN_MEETING(""),
    COMMITMENTS("/commitments"),
    MEET("/meetings");

    private final String path;

    GroupStep(String path) {
        this.path = path;
    }

    /// Below the group's own address; empty where there is nothing to open, or where it depends on the meeting.
    String path() {
        return path;
    }

    /// The middle of the message keys.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What the steps depend on. `asking` counts those who wait at the room's door; `ahead` is empty outside the room.
    record Circumstances(
            Seats seats,
            Optional<Seat> mine,
            boolean charterFixed,
            boolean charterSignedByMe,
            boolean roomOpen,
            boolean asked,
            int asking,
            Course.Ahead ahead) {

        boolean dated() {
            return ahead.meeting().isPresent();
        }
    }

    /// A convener who also sits here goes on as chair or member once the convener's part is done.
    static GroupStep of(Circle group, Circumstances now) {
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

    static GroupStep forConvener(Circumstances now) {
        var seats = now.seats();
        if (seats.picked() < seats.size().smallest()) {
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

    static GroupStep forChair(Circumstances now) {
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
        var uninvited = others.stream().anyMatch(seat -> seat.state() instanceof Seat.Open);
        if (pressing(now).isPresent()) {
            return pressing(now).get();
        }
        if (!now.dated()) {
            var anybody = others.stream().anyMatch(seat -> seat.state() instanceof Seat.InRoom);
            return uninvited ? INVITE_MEMBERS : anybody ? SET_DATE : WAIT_FOR_MEMBERS;
        }
        if (now.ahead().meeting().filter(Course.Meeting::agreed).isEmpty()) {
            return AGENDA;
        }
        return uninvited && prepared(now) ? INVITE_MEMBERS : beforeTheMeeting(now);
    }

    /// What a circle cannot wait with: it is meeting, or a commitment has come due.
    private static Optional<GroupStep> pressing(Circumstances now) {
        if (now.ahead().meeting().filter(Course.Meeting::live).isPresent()) {
            return Optional.of(JOIN_MEETING);
        }
        return now.ahead().due() > 0 ? Optional.of(COMMITMENTS) : Optional.empty();
    }

    private static GroupStep beforeTheMeeting(Circumstances now) {
        return !now.dated() || prepared(now) ? MEET : PREPARE;
    }

    private static boolean prepared(Circumstances now) {
        return now.ahead().meeting().filter(Course.Meeting::prepared).isPresent();
    }

    static GroupStep forMember(Circumstances now, Seat mine) {
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
            return pressing(now).orElseGet(() -> beforeTheMeeting(now));
        }
        return now.asked() ? WAIT_TO_BE_LET_IN : ASK_TO_BE_LET_IN;
    }
}
