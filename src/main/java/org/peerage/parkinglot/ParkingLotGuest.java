package org.peerage.parkinglot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.HandOver;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.web.Link;
import org.peerage.web.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to a group's parking lot.
@Component
@Order(3)
class ParkingLotGuest implements GroupGuest {

    private static final int TOP = 5;

    private final ParkingLot lot;

    ParkingLotGuest(ParkingLot lot) {
        this.lot = lot;
    }

    @Override
    public Optional<HandOver> handOver(Circle circle) {
        var top = lot.page(circle.id(), null).waiting().stream().limit(TOP).toList();
        return Optional.of(HandOver.of(
                "parkinglot.handover.",
                top.isEmpty() ? Optional.empty() : Optional.of(new Panel("parkinglot/top", Map.of("top", top))),
                Link.to(ParkingLotPage.address(circle.id()), "parkinglot.nav")));
    }

    @Override
    public List<Way> ways(Circle circle) {
        return circle.mine() && circle.room().isPresent()
                ? List.of(Way.to(Shelf.MEETINGS, ParkingLotPage.address(circle.id()), "parkinglot.nav"))
                : List.of();
    }
}
