package org.peerage.opensheet;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.mail.Token;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.selection.Applications;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Scope;
import org.peerage.web.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Publishing a group's open sheet, taking it back, and what whoever has its address reads and may ask there. What is
/// read is read as whoever published it, so that the sheet says nothing that they may not see themselves, and ends with
/// their leave.
@Component
class OpenSheets {

    private static final Actor READING = new Actor.Program("opensheet.reading");

    private final OpenSheetStore store;
    private final Circles circles;
    private final Groups groups;
    private final Networks networks;
    private final Applications applications;
    private final Scope scope;
    private final URI base;
    private final InstantSource clock;

    OpenSheets(
            OpenSheetStore store,
            Circles circles,
            Groups groups,
            Networks networks,
            Applications applications,
            Scope scope,
            InstantSource clock,
            @Value("${peerage.base-url}") URI base) {
        this.store = store;
        this.circles = circles;
        this.groups = groups;
        this.networks = networks;
        this.applications = applications;
        this.scope = scope;
        this.base = base;
        this.clock = clock;
    }

    /// For those who arrange the group, and for those who may be named on its sheet.
    @Transactional(readOnly = true)
    OpenSheetPage page(GroupId group) {
        var circle = known(group);
        return new OpenSheetPage(
                circle, store.of(group), store.named(group).contains(Acting.me()), base, speaks(circle));
    }

    /// By the chair or the convener. An address that was handed out stays, unless a sheet that was listed shall
    /// be known to a few from now on: then it gets another.
    @Transactional
    void publish(GroupId group, boolean listed) {
        var circle = circles.arranged(group);
        if (!speaks(circle)) {
            throw new NotFound();
        }
        var token = store.of(group)
                .filter(before -> listed || !before.listed())
                .map(OpenSheet::token)
                .orElseGet(() -> Token.fresh().text());
        store.publish(new OpenSheet(
                group, circle.network(), token, listed, Acting.me(), clock.instant(), store.named(group)));
    }

    /// Its address names nothing from now on, and never again.
    @Transactional
    void takeBack(GroupId group) {
        store.takeBack(circles.arranged(group).id());
    }

    /// By whoever it is about.
    @Transactional
    void beNamed(GroupId group, boolean named) {
        var circle = circles.of(group).filter(Circle::mine).orElseThrow(NotFound::new);
        if (named) {
            store.agree(circle.id(), clock.instant());
        } else {
            store.agreeNoMore(circle.id());
        }
    }

    @Transactional(readOnly = true)
    SheetView read(String token) {
        return found(token).orElseThrow(NotFound::new);
    }

    /// Those that a network's groups have listed; where none has, there is no such page.
    @Transactional(readOnly = true)
    ListedPage listed(NetworkId network) {
        var sheets = scope.actingAs(READING, () -> store.listed(network)).stream()
                .flatMap(sheet -> view(sheet).stream())
                .toList();
        var name = sheets.stream()
                .findFirst()
                .flatMap(first ->
                        scope.actingAs(new Actor.Person(first.sheet().publishedBy()), () -> networks.find(network)))
                .map(Networks.Network::name)
                .orElseThrow(NotFound::new);
        return new ListedPage(name, sheets);
    }

    /// Takes what was typed to the group's chair.
    @Transactional
    void ask(String token, Applications.Application application) {
        var view = read(token);
        var chair = view.group().chair().orElseThrow(NotFound::new);
        scope.actingAs(new Actor.Person(chair), () -> {
            applications.receive(circles.own(view.group().id()), application);
            return chair;
        });
    }

    private Optional<SheetView> found(String token) {
        return scope.actingAs(READING, () -> store.find(token)).flatMap(this::view);
    }

    private Optional<SheetView> view(OpenSheet sheet) {
        return scope.actingAs(
                new Actor.Person(sheet.publishedBy()),
                () -> Stream.of(sheet.group())
                        .flatMap(group -> circles.of(group).stream())
                        .filter(Circle::arranged)
                        .filter(OpenSheets::speaks)
                        .flatMap(circle -> groups.terms(circle.id()).stream()
                                .map(terms -> new SheetView(
                                        sheet,
                                        circle,
                                        terms,
                                        Makeup.of(store.trades(circle.id())),
                                        terms.clause("membership"),
                                        terms.clause("money"),
                                        terms.clause("retreats"),
                                        terms.clause("confidentiality"))))
                        .findFirst());
    }

    /// A group with a room, and a chair in it to talk with.
    private static boolean speaks(Circle circle) {
        return circle.open()
                && circle.chair()
                        .flatMap(circle::sitter)
                        .filter(Circle.Sitter::inRoom)
                        .isPresent();
    }

    private Circle known(GroupId group) {
        return circles.of(group)
                .filter(circle -> circle.arranged() || circle.mine())
                .orElseThrow(NotFound::new);
    }

    /// For the page of a list: nothing where no group of it is listed.
    record ListedPage(String network, List<SheetView> sheets) {}
}
