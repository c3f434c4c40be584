package org.peerage.sponsors;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.networks.NetworkGuest;
import org.peerage.networks.Networks;
import org.peerage.web.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to what a sponsor sees: for members from their group and their network, for the sponsor from the first page.
@Component
@Order(8)
class SponsorGuest implements GroupGuest, NetworkGuest {

    private final Sponsors sponsors;

    SponsorGuest(Sponsors sponsors) {
        this.sponsors = sponsors;
    }

    @Override
    public List<Way> ways(Circle circle) {
        var sponsored = sponsors.of(circle);
        if (sponsored.isEmpty()) {
            return List.of();
        }
        var pages = sponsored.stream()
                .map(what -> Way.to(
                        Shelf.RULES, what.address(), what.whole() ? "sponsors.nav.network" : "sponsors.nav.group"));
        var themes = Way.to(Shelf.RULES, ThemesPage.address(circle.id()), "sponsors.themes.nav");
        return Stream.concat(pages, circle.mine() && circle.room().isPresent() ? Stream.of(themes) : Stream.empty())
                .toList();
    }

    @Override
    public List<Panel> always() {
        var mine = sponsors.mine();
        return mine.isEmpty() ? List.of() : List.of(new Panel("sponsors/mine", Map.of("mine", mine)));
    }

    @Override
    public List<Panel> panels(Networks.Network network) {
        var sponsored = sponsors.sponsored(network.id());
        return sponsored || network.convened()
                ? List.of(new Panel(
                        "sponsors/network",
                        Map.of(
                                "page",
                                Sponsored.of(network.id()).address(),
                                "all",
                                network.id().address() + "/sponsors",
                                "sponsored",
                                sponsored,
                                "convened",
                                network.convened())))
                : List.of();
    }
}
