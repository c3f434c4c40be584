package org.peerage.farewell;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.groups.InHand;
import org.peerage.rooms.SealedView;
import org.peerage.web.Link;

/// Leaving, for whoever means to; what the chair was told; and who says farewell.
///
/// @param record the id that new words will have
/// @param chair whom they can be told to: somebody else who has the chair
/// @param texts of what was received, by id; nothing of what is for a key that is no longer in the room
/// @param known whose farewell the group knows of
/// @param choices meetings that can be one's last
/// @param handedOn what they do for the group, as the modules that know of it say
/// @param notice days that the charter asks for
/// @param kept ways to what one can take along
record FarewellPage(
        Circle circle,
        UUID record,
        Optional<Circle.Sitter> chair,
        Optional<Farewell> mine,
        List<Farewell> received,
        Map<UUID, SealedView> texts,
        List<Farewell> known,
        List<FarewellStore.Meeting> meetings,
        List<FarewellStore.Meeting> choices,
        List<FarewellStore.InHand> inHand,
        List<InHand> handedOn,
        int notice,
        String pledge,
        List<Link> kept) {

    static String address(GroupId group) {
        return group.address() + "/farewell";
    }

    /// Of the page for whoever has left.
    static String left(UUID id) {
        return "/farewells/" + id;
    }

    String address() {
        return address(circle.id());
    }

    String act(Farewell farewell, Act act) {
        return address() + "/" + farewell.id() + "/" + act.key();
    }

    String room() {
        return circle.openRoom().value();
    }

    /// Where one leaves the room, or lets somebody out.
    String door() {
        return Groups.room(circle.id());
    }

    boolean may(Farewell farewell, Act act) {
        return farewell.upToMe(act) && act.after(farewell.stage()).isPresent();
    }

    LocalDate day(Instant at) {
        return circle.day(at);
    }

    FarewellStore.@Nullable Meeting last(Farewell farewell) {
        return meetings.stream()
                .filter(one -> farewell.last().equals(Optional.of(one.id())))
                .findFirst()
                .orElse(null);
    }

    String nameOf(FarewellStore.InHand one) {
        var other = one.other();
        return other == null ? "" : circle.nameOf(other);
    }
}
