package org.peerage.sponsors;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.identity.PersonalLinks;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.web.Name;
import org.peerage.web.NotFound;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sponsors as the convener invites them, and ends it.
@Component
class SponsorInvitations implements PersonalLinks.Sheet {

    private final SponsorStore store;
    private final SponsoredGroups groups;
    private final PersonalLinks links;
    private final Networks networks;
    private final Circles circles;
    private final Trail trail;
    private final InstantSource clock;

    SponsorInvitations(
            SponsorStore store,
            SponsoredGroups groups,
            PersonalLinks links,
            Networks networks,
            Circles circles,
            Trail trail,
            InstantSource clock) {
        this.store = store;
        this.groups = groups;
        this.links = links;
        this.networks = networks;
        this.circles = circles;
        this.trail = trail;
        this.clock = clock;
    }

    /// What whoever holds the link reads: who invites, to what.
    record Sheet(String inviter, String name, boolean whole) {}

    @Override
    public String kind() {
        return Sponsors.LINK;
    }

    @Override
    public Optional<Panel> of(UUID subject, String inviter) {
        return store.find(subject)
                .filter(Sponsor::invited)
                .flatMap(sponsor -> name(sponsor.what())
                        .map(name -> new Sheet(inviter, name, sponsor.what().whole())))
                .map(sheet -> new Panel("sponsors/sheet", Map.of("sheet", sheet)));
    }

    private Optional<String> name(Sponsored what) {
        return what.group()
                .flatMap(group ->
                        Optional.ofNullable(circles.names(List.of(group)).get(group)))
                .or(() -> networks.find(what.network()).map(Networks.Network::name));
    }

    @Transactional(readOnly = true)
    SponsorsPage page(NetworkId network) {
        return page(network, Optional.empty(), Optional.empty());
    }

    private SponsorsPage page(NetworkId network, Optional<SponsorsPage.Made> made, Optional<SponsorsPage.Wrong> wrong) {
        return new SponsorsPage(
                networks.convened(network), store.in(network), groups.of(network), made, wrong, clock.instant());
    }

    /// Sent twice it invites once, and the later link holds.
    @Transactional
    SponsorsPage invite(NetworkId network, UUID id, String typed, Optional<GroupId> group) {
        networks.convened(network);
        var name = typed.strip();
        var known = groups.of(network);
        if (group.filter(one -> known.stream().noneMatch(is -> is.id().equals(one)))
                .isPresent()) {
            throw new NotFound();
        }
        if (!Name.accepts(name, 120)) {
            return page(network, Optional.empty(), Optional.of(new SponsorsPage.Wrong(typed, group)));
        }
        store.add(id, new Sponsored(network, group), name, clock.instant());
        trail.noteIn(network.value(), Deed.SPONSOR_INVITED, id);
        return linked(mine(network, id));
    }

    /// A new link for somebody who has not come yet; the one before opens nothing any more.
    @Transactional
    SponsorsPage link(NetworkId network, UUID id) {
        var sponsor = mine(network, id);
        if (!sponsor.invited()) {
            return page(network);
        }
        trail.noteIn(network.value(), Deed.SPONSOR_LINK, id);
        return linked(sponsor);
    }

    private SponsorsPage linked(Sponsor sponsor) {
        var network = sponsor.what().network();
        sponsor.link().ifPresent(links::revoke);
        var issued = links.issue(
                Sponsors.LINK, sponsor.id(), sponsor.name(), sponsor.what().address());
        store.link(sponsor.id(), issued.id(), clock.instant());
        return page(network, Optional.of(new SponsorsPage.Made(sponsor.name(), issued.url())), Optional.empty());
    }

    @Transactional
    void end(NetworkId network, UUID id) {
        var sponsor = mine(network, id);
        if (sponsor.invited()) {
            sponsor.link().ifPresent(links::revoke);
        }
        store.end(id, clock.instant());
        trail.noteIn(network.value(), Deed.SPONSOR_ENDED, id);
    }

    private Sponsor mine(NetworkId network, UUID id) {
        networks.convened(network);
        return store.find(id)
                .filter(sponsor -> sponsor.what().network().equals(network))
                .orElseThrow(NotFound::new);
    }
}
