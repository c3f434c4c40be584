package org.peerage.sponsors;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.identity.LinkAccepted;
import org.peerage.identity.People;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Scope;
import org.peerage.web.NotFound;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who may look over the wall, and the one page behind it.
@Component
class Sponsors {

    static final Actor PROGRAM = new Actor.Program("sponsors");
    static final String LINK = "sponsors.sponsor";

    private final SponsorStore store;
    private final FigureStore figures;
    private final ThemeStore themes;
    private final Networks networks;
    private final Circles circles;
    private final Scope scope;
    private final InstantSource clock;

    Sponsors(
            SponsorStore store,
            FigureStore figures,
            ThemeStore themes,
            Networks networks,
            Circles circles,
            Scope scope,
            InstantSource clock) {
        this.store = store;
        this.figures = figures;
        this.themes = themes;
        this.networks = networks;
        this.circles = circles;
        this.scope = scope;
        this.clock = clock;
    }

    /// What whoever acts sponsors, with what it is called.
    record Mine(String name, String address) {}

    /// For its sponsors and for everybody in the network. May write, because a quarter is reckoned at the first look.
    @Transactional
    SponsoredPage page(NetworkId network) {
        var what = Sponsored.of(network);
        if (!sponsors(what) && networks.find(network).isEmpty()) {
            throw new NotFound();
        }
        return shown(what);
    }

    /// For its sponsors, for everybody with a seat, and for its convener.
    @Transactional
    SponsoredPage page(GroupId group) {
        var what = store.mine().stream()
                .map(Sponsor::what)
                .filter(one -> one.group().equals(Optional.of(group)))
                .findFirst()
                .or(() -> circles.of(group).map(circle -> Sponsored.of(circle.network(), group)));
        return shown(what.orElseThrow(NotFound::new));
    }

    private boolean sponsors(Sponsored what) {
        return store.mine().stream().anyMatch(sponsor -> sponsor.what().equals(what));
    }

    /// The same for everybody, whoever they are: asked by the program, and not by whoever looks.
    private SponsoredPage shown(Sponsored what) {
        return scope.actingAs(
                PROGRAM,
                () -> new SponsoredPage(
                        figures.name(what),
                        what.whole(),
                        store.names(what),
                        Quarter.over(clock).stream()
                                .map(quarter -> of(what, quarter))
                                .filter(one -> one.groups() > 0)
                                .toList(),
                        Quarter.running(clock).shown(),
                        themes.shown(what)));
    }

    private Figures of(Sponsored what, Quarter quarter) {
        figures.reckon(what, quarter);
        return Figures.of(quarter, figures.rows(what, quarter));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    List<Mine> mine() {
        var mine = store.mine();
        return mine.isEmpty()
                ? List.of()
                : scope.actingAs(
                        PROGRAM,
                        () -> mine.stream()
                                .map(sponsor -> new Mine(
                                        figures.name(sponsor.what()),
                                        sponsor.what().address()))
                                .toList());
    }

    /// Whoever is outside and reads what this group shows: those of the group, those of its network.
    @Transactional(propagation = Propagation.MANDATORY)
    List<Sponsored> of(Circle circle) {
        return List.of(Sponsored.of(circle.network(), circle.id()), Sponsored.of(circle.network())).stream()
                .filter(store::anybody)
                .toList();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    boolean sponsored(NetworkId network) {
        return store.anybody(Sponsored.of(network));
    }

    /// A link that was taken back, or replaced by another, is none.
    @EventListener
    void on(LinkAccepted accepted) {
        if (accepted.kind().equals(LINK)) {
            UUID sponsor = accepted.subject();
            var taken = scope.actingAs(
                    PROGRAM,
                    () -> store.take(sponsor, accepted.link(), accepted.person(), accepted.name(), accepted.at()));
            if (!taken) {
                throw new NotFound();
            }
        }
    }

    @EventListener
    void on(People.Renamed renamed) {
        scope.actingAs(PROGRAM, () -> {
            store.rename(renamed.person(), renamed.name());
            return renamed.person();
        });
    }
}
