package org.peerage.groups.seats;

import java.time.Instant;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;

/// A seat as the page shows it, with what whoever looks at it may do. `url` is a personal link just made, else empty;
/// `link` and `room` let the browser seal the link's secret, and are empty where there is none.
record SeatRow(
        GroupId group,
        SeatId seat,
        String name,
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
        String room) {

    static SeatRow of(Circle group, Seat seat, boolean own, String url) {
        var inviter = Seating.mayInvite(group, seat);
        var open = seat.state() instanceof Seat.Open;
        var invited = seat.state() instanceof Seat.Invited;
        return new SeatRow(
                group.id(),
                seat.id(),
                seat.name(),
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
                group.chaired() ? group.room().map(Object::toString).orElse("") : "");
    }

    boolean hasUrl() {
        return !url.isEmpty();
    }

    boolean again() {
        return state.equals("invited");
    }
}
