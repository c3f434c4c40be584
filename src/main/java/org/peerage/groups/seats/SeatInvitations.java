package org.peerage.groups.seats;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Guests;
import org.peerage.groups.Shelf;
import org.peerage.groups.charter.Charters;
import org.peerage.identity.PersonalLinks;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Invitations into a group: what they say, and a link with a text for each, to be sent by whoever invites in the way
/// they write to that person anyway. No mail server is needed (`S4.18`).
@Component
class SeatInvitations implements PersonalLinks.Sheet {

    private final Circles circles;
    private final SeatStore store;
    private final Seating seating;
    private final Charters charters;
    private final Guests guests;

    SeatInvitations(Circles circles, SeatStore store, Seating seating, Charters charters, Guests guests) {
        this.circles = circles;
        this.store = store;
        this.seating = seating;
        this.charters = charters;
        this.guests = guests;
    }

    /// @param rows whom whoever looks may invite; with their links where these have just been made
    record Page(Circle group, Map<Shelf, List<Link>> ways, Sheet sheet, List<SeatRow> rows, boolean made) {

        boolean someOpen() {
            return rows.stream().anyMatch(row -> row.state().equals("open"));
        }
    }

    @Override
    public String kind() {
        return Seating.LINK;
    }

    @Override
    public Optional<Panel> of(UUID subject, String inviter) {
        return store.offered(new SeatId(subject))
                .flatMap(offered -> circles.of(offered.group())
                        .filter(group -> Seating.mayInvite(group, offered.seat()))
                        .map(group -> sheet(group, inviter, offered.seat().chair())))
                .map(sheet -> new Panel("groups/seats/sheet", Map.of("sheet", sheet)));
    }

    private Sheet sheet(Circle group, String inviter, boolean asChair) {
        return new Sheet(
                group,
                inviter,
                asChair,
                charters.terms(group.id()).orElseThrow(NotFound::new),
                group.seated().size(),
                guests.meets(group));
    }

    @Transactional(readOnly = true)
    Page page(GroupId id) {
        var group = circles.arranged(id);
        return page(
                group,
                sheet(group, "", false),
                invitable(group).stream()
                        .map(seat -> SeatRow.of(group, seat, false))
                        .toList(),
                false);
    }

    /// A link for everybody who has none yet. One that is out stays as it is.
    @Transactional
    Page invite(GroupId id, String inviter) {
        var group = circles.arranged(id);
        var sheet = sheet(group, "", false);
        var addresses = store.addresses(id);
        var rows = invitable(group).stream()
                .map(seat -> seat.state() instanceof Seat.Open
                        ? written(seating.invite(id, seat.id()), sheet, inviter, addresses)
                        : SeatRow.of(group, seat, false))
                .toList();
        return page(group, sheet, rows, true);
    }

    /// One link, with its text.
    @Transactional
    SeatRow invite(GroupId id, SeatId seat, String inviter) {
        var invitation = seating.invite(id, seat);
        return written(invitation, sheet(invitation.group(), "", false), inviter, store.addresses(id));
    }

    private static SeatRow written(
            Seating.Invitation invitation, Sheet sheet, String inviter, Map<SeatId, String> addresses) {
        var group = invitation.group();
        var seat = invitation.seat();
        var text = Message.of(
                seat.chair() ? "groups.invitation.text.chair" : "groups.invitation.text",
                seat.name().isEmpty() ? Message.of("groups.invitation.hello") : seat.name(),
                group.name(),
                group.purpose(),
                rhythm(sheet),
                sheet.meets().<Object>map(meets -> meets).orElse(""),
                inviter,
                SeatRow.LINK);
        var subject = Message.of("groups.invitation.subject", group.name());
        return SeatRow.of(invitation, new SeatRow.Written(text, subject, addresses.getOrDefault(seat.id(), "")));
    }

    static Message rhythm(Sheet sheet) {
        return Message.of(
                sheet.wholeHours() ? "groups.sheet.rhythm.hours" : "groups.sheet.rhythm.minutes",
                sheet.terms().meetingsPerYear(),
                sheet.length(),
                Message.of("groups.sheet.place." + sheet.terms().text("place")));
    }

    private Page page(Circle group, Sheet sheet, List<SeatRow> rows, boolean made) {
        return new Page(group, guests.ways(group), sheet, rows, made);
    }

    private List<Seat> invitable(Circle group) {
        return store.of(group.id(), group.size()).filled().stream()
                .filter(seat -> !seat.taken() && Seating.mayInvite(group, seat))
                .toList();
    }
}
