package org.peerage.groups.seats;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.groups.Objection;
import org.peerage.web.Message;

/// A seat as the page shows it, with what whoever looks at it may do. `url` is a personal link just made, else empty;
/// `link` and `room` let the browser seal the link's secret, and are empty where there is none.
record SeatRow(
        GroupId group,
        SeatId seat,
        String name,
        String page,
        String roleTitle,
        String organisation,
        boolean chair,
        String state,
        Instant since,
        boolean mayInvite,
        boolean mayRevoke,
        boolean mayRemove,
        boolean mayAppoint,
        boolean mayTake,
        boolean mayEnd,
        String url,
        String link,
        String room,
        Optional<Written> written,
        List<Objection> against) {

    /// A character that nobody types.
    static final String LINK = "\ue000";

    /// What goes with the link, as it may be pasted into a message; [#LINK] stands where the browser puts it.
    record Written(Message text, Message subject, String address) {}

    static SeatRow of(Circle group, Seat seat, boolean own) {
        return of(group, seat, own, "", Optional.empty(), List.of());
    }

    /// With a personal link just made.
    static SeatRow of(Seating.Invitation invitation, Written written) {
        return of(
                invitation.group(),
                invitation.seat(),
                false,
                invitation.url(),
                Optional.of(written),
                invitation.against());
    }

    private static SeatRow of(
            Circle group, Seat seat, boolean own, String url, Optional<Written> written, List<Objection> against) {
        var inviter = Seating.mayInvite(group, seat);
        var open = seat.state() instanceof Seat.Open;
        var invited = seat.state() instanceof Seat.Invited;
        return new SeatRow(
                group.id(),
                seat.id(),
                seat.name(),
                seat.page(group),
                seat.roleTitle(),
                seat.organisation(),
                seat.chair(),
                Seat.word(seat.state()),
                seat.state().since(),
                inviter && (open || invited),
                inviter && invited,
                group.convened() && (open || invited),
                group.convened() && !seat.chair() && !group.open(),
                group.convened() && open && own,
                (group.convened() || group.chaired()) && seat.state() instanceof Seat.Accepted && !seat.chair(),
                url,
                seat.state() instanceof Seat.Invited(var id, var since) ? id.toString() : "",
                group.chaired() ? group.room().map(Object::toString).orElse("") : "",
                written,
                against);
    }

    boolean hasUrl() {
        return !url.isEmpty();
    }

    boolean again() {
        return state.equals("invited");
    }
}
