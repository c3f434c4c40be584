package org.peerage.sponsors;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.ballots.BallotRule;
import org.peerage.ballots.BallotSubject;
import org.peerage.ballots.Ballots;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.tenancy.Scope;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.peerage.web.Name;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Words for whoever sponsors. Everybody in the room says yes to them, in secret; one who does not is enough.
@Component
class Themes implements BallotSubject {

    private static final String KIND = "sponsors.theme";

    private final ThemeStore store;
    private final Sponsors sponsors;
    private final Circles circles;
    private final Groups groups;
    private final Ballots ballots;
    private final Scope scope;
    private final InstantSource clock;

    Themes(
            ThemeStore store,
            Sponsors sponsors,
            Circles circles,
            Groups groups,
            Ballots ballots,
            Scope scope,
            InstantSource clock) {
        this.store = store;
        this.sponsors = sponsors;
        this.circles = circles;
        this.groups = groups;
        this.ballots = ballots;
        this.scope = scope;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    ThemesPage page(GroupId group, String typed, Optional<Message> why) {
        var circle = circles.own(group);
        return new ThemesPage(
                circle,
                sponsors.of(circle),
                store.in(group).stream()
                        .map(theme -> new ThemesPage.Line(
                                theme, ballots.on(group, KIND, theme.id()).map(Ballots.Standing::page)))
                        .toList(),
                typed,
                why);
    }

    /// By the chair. Sent twice it is asked once.
    @Transactional
    Outcome ask(GroupId group, UUID id, String typed) {
        var circle = circles.own(group);
        if (!circle.chaired()) {
            throw new NotFound();
        }
        if (groups.terms(group).filter(CharterTerms::tellsNothing).isPresent()) {
            return Outcome.refused("sponsors.theme.nothing");
        }
        var words = typed.strip();
        if (!Name.accepts(words, Theme.LONGEST)) {
            return Outcome.refused("sponsors.theme.wrong", Theme.LONGEST);
        }
        if (store.ask(circle, id, words, clock.instant())) {
            ballots.open(circle, KIND, id, BallotRule.UNANIMOUS, Set.of());
        }
        return Outcome.done();
    }

    /// By any member in the room, also by one who came after it was agreed.
    @Transactional
    void takeDown(GroupId group, UUID id) {
        var circle = circles.own(group);
        if (!circle.inside() || store.find(group, id).isEmpty()) {
            throw new NotFound();
        }
        move(group, id, Theme.State.AGREED, Theme.State.DOWN);
    }

    private void move(GroupId group, UUID id, Theme.State from, Theme.State to) {
        scope.actingAs(Sponsors.PROGRAM, () -> {
            store.move(group, id, from, to, clock.instant());
            return id;
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Message question(Circle circle, UUID subject) {
        return store.find(circle.id(), subject)
                .map(theme -> Message.of("sponsors.theme.question", theme.words()))
                .orElseGet(() -> Message.of("sponsors.theme.question.gone"));
    }

    @Override
    public Optional<Link> page(Circle circle, UUID subject) {
        return Optional.of(Link.to(ThemesPage.address(circle.id()), "sponsors.themes.nav"));
    }

    @Override
    public void decided(GroupId group, UUID subject, boolean passed) {
        move(group, subject, Theme.State.ASKED, passed ? Theme.State.AGREED : Theme.State.DECLINED);
    }

    @Override
    public void withdrawn(GroupId group, UUID subject) {
        move(group, subject, Theme.State.ASKED, Theme.State.WITHDRAWN);
    }
}
