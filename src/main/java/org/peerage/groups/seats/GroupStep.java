package org.peerage.groups.seats;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.NextStep;
import org.peerage.groups.NextStep.Urgency;

/// What a group needs to come about, as far as whoever looks at it can do it or has to wait for it.
enum GroupStep {
    PICK_LEADERS(Urgency.MAKING, "/seats"),
    APPOINT_CHAIR(Urgency.MAKING, "/seats"),
    INVITE_CHAIR(Urgency.MAKING, "/invitations"),
    WAIT_FOR_CHAIR(Urgency.WAITING, ""),
    CHAIR_CARRIES_ON(Urgency.WAITING, ""),
    SETTLE_CHARTER(Urgency.SEAT, "/charter"),
    OPEN_ROOM(Urgency.SEAT, "/room"),
    LET_IN(Urgency.DOOR, "/room"),
    INVITE_MEMBERS(Urgency.INVITING, "/invitations"),
    WAIT_FOR_MEMBERS(Urgency.WAITING, "/room"),
    WAIT_FOR_CHARTER(Urgency.WAITING, "/charter"),
    SIGN_CHARTER(Urgency.SEAT, "/charter"),
    WAIT_FOR_ROOM(Urgency.WAITING, ""),
    ASK_TO_BE_LET_IN(Urgency.SEAT, ""),
    WAIT_TO_BE_LET_IN(Urgency.WAITING, ""),
    FIND_MORE(Urgency.GROWING, "/seats");

    /// How a group grows that begins with one (`S4.18`): somebody to begin it with, enough for a first meeting, and
    /// from then on as many as its charter asks for.
    private static final List<Integer> MILESTONES = List.of(3, 6);

    /// With so many it is a group that can go on, whatever size it means to have.
    private static final int ENOUGH = 6;

    private final Urgency urgency;
    private final String path;

    GroupStep(Urgency urgency, String path) {
        this.urgency = urgency;
        this.path = path;
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

    NextStep told(Circle group, Seats seats) {
        var key = "groups.next." + word() + ".";
        var chair = seats.chair().map(Seat::name).orElse("");
        return path.isEmpty()
                ? NextStep.waiting(urgency, key, seats.picked(), seats.size().target(), chair, milestone(seats))
                : NextStep.to(
                        group.id().address() + path,
                        urgency,
                        key,
                        seats.picked(),
                        seats.size().target(),
                        chair,
                        milestone(seats));
    }

    /// The middle of the message keys.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean leadsSomewhere() {
        return !path.isEmpty();
    }

    /// A convener who also sits here goes on as chair or member once the convener's part is done. Empty where the group
    /// has come about.
    static Optional<GroupStep> of(Circle group, Circumstances now) {
        var mine = now.mine();
        if (group.convened()) {
            var step = forConvener(now);
            if (mine.isEmpty() || step.urgency == Urgency.MAKING) {
                return Optional.of(step);
            }
        }
        if (group.chaired()) {
            return forChair(now).or(() -> grown(group, now));
        }
        return mine.isEmpty() ? Optional.of(CHAIR_CARRIES_ON) : forMember(now, mine.get());
    }

    /// How many the group should be next.
    static int milestone(Seats seats) {
        return MILESTONES.stream()
                .filter(many -> many > seats.picked() && many < seats.size().smallest())
                .findFirst()
                .orElse(seats.size().smallest());
    }

    /// Enough people for everything else; from here on the group grows beside its meetings.
    static boolean enough(Seats seats) {
        return seats.picked() >= Math.min(ENOUGH, seats.size().smallest());
    }

    static GroupStep forConvener(Circumstances now) {
        var seats = now.seats();
        if (seats.picked() < 2) {
            return PICK_LEADERS;
        }
        var chair = seats.chair();
        if (chair.isEmpty()) {
            return APPOINT_CHAIR;
        }
        return switch (chair.get().state()) {
            case Seat.Open _ -> INVITE_CHAIR;
            case Seat.Invited _ -> WAIT_FOR_CHAIR;
            case Seat.Accepted _, Seat.InRoom _ -> CHAIR_CARRIES_ON;
            case Seat.Left _ -> APPOINT_CHAIR;
        };
    }

    private static Optional<GroupStep> grown(Circle group, Circumstances now) {
        return group.convened() && now.seats().picked() < now.seats().size().smallest()
                ? Optional.of(FIND_MORE)
                : Optional.empty();
    }

    static Optional<GroupStep> forChair(Circumstances now) {
        if (!now.charterSignedByMe()) {
            return Optional.of(now.charterFixed() ? SIGN_CHARTER : SETTLE_CHARTER);
        }
        if (!now.roomOpen()) {
            return Optional.of(OPEN_ROOM);
        }
        if (now.asking() > 0) {
            return Optional.of(LET_IN);
        }
        var others = now.seats().filled().stream().filter(seat -> !seat.chair()).toList();
        if (others.stream().anyMatch(seat -> seat.state() instanceof Seat.Open)) {
            return Optional.of(INVITE_MEMBERS);
        }
        return others.stream().anyMatch(seat -> seat.state() instanceof Seat.InRoom)
                ? Optional.empty()
                : Optional.of(WAIT_FOR_MEMBERS);
    }

    static Optional<GroupStep> forMember(Circumstances now, Seat mine) {
        if (!now.charterFixed()) {
            return Optional.of(WAIT_FOR_CHARTER);
        }
        if (!now.charterSignedByMe()) {
            return Optional.of(SIGN_CHARTER);
        }
        if (!now.roomOpen()) {
            return Optional.of(WAIT_FOR_ROOM);
        }
        if (mine.state() instanceof Seat.InRoom) {
            return Optional.empty();
        }
        return Optional.of(now.asked() ? WAIT_TO_BE_LET_IN : ASK_TO_BE_LET_IN);
    }
}
