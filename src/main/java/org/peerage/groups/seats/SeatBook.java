package org.peerage.groups.seats;

import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Guests;
import org.peerage.groups.Objections;
import org.peerage.groups.charter.Charters;
import org.peerage.groups.roles.Roles;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages about a group's people read.
@Component
class SeatBook {

    private static final int MOST_FOUND = 20;

    private final Circles circles;
    private final SeatStore store;
    private final Charters charters;
    private final Directory directory;
    private final Guests guests;
    private final Objections objections;
    private final Roles roles;

    SeatBook(
            Circles circles,
            SeatStore store,
            Charters charters,
            Directory directory,
            Guests guests,
            Objections objections,
            Roles roles) {
        this.circles = circles;
        this.store = store;
        this.charters = charters;
        this.directory = directory;
        this.guests = guests;
        this.objections = objections;
        this.roles = roles;
    }

    @Transactional(readOnly = true)
    GroupPage group(GroupId id) {
        var circle = circles.of(id).orElseThrow(NotFound::new);
        var seats = store.of(id, circle.size());
        return GroupPage.of(
                circle,
                guests.next(circle),
                circle.arranged() && !seats.gathered() ? guests.begins(circle) : List.of(),
                guests.ways(circle),
                seats,
                roles.bySeat(circle),
                charters.signers(id).size(),
                Acting.me());
    }

    /// Seats are arranged by the convener and the chair; to members the group's own page shows them.
    @Transactional(readOnly = true)
    SeatsPage seats(GroupId id, String words) {
        var group = circles.arranged(id);
        var all = store.of(id, group.size());
        var own = group.convened() ? store.profile(group.network(), Acting.me()) : Optional.<ProfileId>empty();
        return new SeatsPage(
                group,
                guests.ways(group),
                all.filled().stream()
                        .map(seat -> SeatRow.of(
                                group, seat, own.filter(seat.profile()::equals).isPresent()))
                        .toList(),
                all.picked(),
                all.empty(),
                objections.among(group.network(), all.profiles()),
                words,
                group.convened() && !words.isBlank() ? found(group, words, all) : List.of(),
                Optional.empty());
    }

    private List<Directory.Entry> found(Circle group, String words, Seats seated) {
        return directory.search(group.network(), words, MOST_FOUND + seated.picked()).stream()
                .filter(entry -> !seated.seats(entry.id()))
                .limit(MOST_FOUND)
                .toList();
    }
}
