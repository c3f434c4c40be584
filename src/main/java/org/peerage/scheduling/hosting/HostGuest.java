package org.peerage.scheduling.hosting;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.HandOver;
import org.peerage.groups.InHand;
import org.peerage.groups.NextStep;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.GroupDate;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Hosts on the page of the group and beside each date.
@Component
@Order(2)
class HostGuest implements GroupGuest, GroupDate.Remarks {

    private static final int SHOWN = 6;

    private final HostStore store;
    private final Hosting hosting;
    private final InstantSource clock;

    HostGuest(HostStore store, Hosting hosting, InstantSource clock) {
        this.store = store;
        this.hosting = hosting;
        this.clock = clock;
    }

    @Override
    public List<Way> ways(Circle circle) {
        return circle.mine()
                ? List.of(Way.to(Shelf.MEETINGS, Hosting.address(circle.id()), "scheduling.hosts.nav"))
                : List.of();
    }

    /// As long as something of the list is open.
    @Override
    public List<NextStep> next(Circle circle) {
        if (!circle.mine()) {
            return List.of();
        }
        var page = hosting.page(circle);
        return page.mine()
                .filter(line ->
                        line.date().time().startsAt().isBefore(clock.instant().plus(Hosting.AHEAD)))
                .filter(_ -> page.done().size() < page.items())
                .map(line -> List.of(NextStep.to(
                        page.action(),
                        NextStep.Urgency.DATES,
                        "scheduling.hosts.next.",
                        line.date().time().moment())))
                .orElse(List.of());
    }

    @Override
    public Optional<HandOver> handOver(Circle circle) {
        var page = hosting.page(circle);
        return Optional.of(HandOver.of(
                "scheduling.handover.",
                page.lines().stream().limit(SHOWN).map(line -> line(page, line)).toList(),
                Link.to(page.action(), "scheduling.hosts.nav")));
    }

    @Override
    public List<InHand> inHand(Circle circle) {
        var page = hosting.page(circle);
        return page.lines().stream()
                .filter(HostPage.Line::isMine)
                .map(line -> new InHand(
                        Message.of(
                                "scheduling.hosts.in-hand", line.date().time().moment()),
                        Link.to(page.action(), "scheduling.hosts.nav")))
                .toList();
    }

    private static Message line(HostPage page, HostPage.Line line) {
        var moment = line.date().time().moment();
        var place = line.date().venue().place();
        var where = place.isEmpty() ? "" : ", " + place;
        return line.turn().isEmpty()
                ? Message.of("scheduling.handover.nobody", moment, where)
                : Message.of("scheduling.handover.host", moment, where, page.host(line));
    }

    @Override
    public Map<DateId, List<Message>> remarks(Circle circle) {
        Map<DateId, List<Message>> remarks = new HashMap<>();
        store.of(circle.id())
                .forEach((date, turn) ->
                        remarks.put(date, List.of(Message.of("scheduling.hosts.host", circle.nameOf(turn.host())))));
        return remarks;
    }
}
