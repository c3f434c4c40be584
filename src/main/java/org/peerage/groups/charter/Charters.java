package org.peerage.groups.charter;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerage.groups.AmendmentBallot;
import org.peerage.groups.CharterSigned;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.GroupSize;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.peerage.web.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the groups agreed, and who signed it.
@Component
public class Charters {

    static final Actor SEATING = new Actor.Program("groups.seating");

    private final CharterStore store;
    private final Circles circles;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final Scope scope;
    private final CharterNotices notices;
    private final ObjectProvider<AmendmentBallot> ballot;
    private final CharterTemplate template = CharterTemplate.shipped();

    Charters(
            CharterStore store,
            Circles circles,
            ApplicationEventPublisher events,
            InstantSource clock,
            Scope scope,
            CharterNotices notices,
            ObjectProvider<AmendmentBallot> ballot) {
        this.notices = notices;
        this.ballot = ballot;
        this.scope = scope;
        this.store = store;
        this.circles = circles;
        this.events = events;
        this.clock = clock;
    }

    /// What became of a wish to sign.
    enum Signing {
        SIGNED,
        /// And not yet to be signed again.
        SIGNED_ALREADY,
        /// The chair signs first: before that the words may still change.
        CHAIR_FIRST,
        /// The version that was read is not the one that is in force.
        CHANGED
    }

    /// What became of what the chair typed.
    sealed interface Editing {

        record Kept() implements Editing {}

        /// The words are signed, or somebody signs them just now.
        record Fixed(CharterPage page) implements Editing {}

        record Wrong(CharterPage page) implements Editing {}
    }

    @Transactional
    public void draft(GroupId group, GroupSize size) {
        store.add(group, template.draft(size), template.edition());
    }

    @Transactional(readOnly = true)
    public Optional<CharterTerms> terms(GroupId group) {
        return store.find(group)
                .map(charter -> charter instanceof Charter.Fixed fixed
                        ? new CharterTerms(
                                fixed.version(),
                                true,
                                fixed.values(),
                                fixed.words().stream()
                                        .collect(Collectors.toMap(
                                                Clause.Written::id, Clause.Written::text, (first, _) -> first)))
                        : new CharterTerms(charter.version(), false, charter.values(), Map.of()));
    }

    /// Has this person signed the version in force?
    @Transactional(readOnly = true)
    public boolean signed(GroupId group, PersonId person) {
        return store.signed(group, person);
    }

    /// Who signed the version in force; nobody while it is a draft.
    @Transactional(readOnly = true)
    public Set<PersonId> signers(GroupId group) {
        return store.find(group)
                .map(charter -> charter instanceof Charter.Fixed fixed ? signers(fixed) : Set.<PersonId>of())
                .orElse(Set.of());
    }

    private static Set<PersonId> signers(Charter.Fixed fixed) {
        return fixed.signatures().stream().map(Charter.Signature::person).collect(Collectors.toSet());
    }

    @Transactional(readOnly = true)
    CharterPage page(GroupId group) {
        var circle = circle(group);
        var versions = versions(group);
        return page(circle, versions, versions.now(), Map.of());
    }

    /// What may follow the version in force. The chair's draft of it is the chair's alone.
    @Transactional(readOnly = true)
    Optional<CharterPage> change(GroupId group) {
        var circle = circle(group);
        var versions = versions(group);
        return versions.shownTo(circle).map(charter -> page(circle, versions, charter, Map.of()));
    }

    /// Of the version that is the chair's to change: the first one, or a change of it.
    @Transactional
    Editing edit(GroupId group, int version, Charter.Typed typed) {
        var circle = circles.chaired(group);
        var versions = versions(group);
        if (!(versions.ofOrNow(version) instanceof Charter.Draft draft)) {
            return new Editing.Fixed(page(circle, versions, versions.ofOrNow(version), Map.of()));
        }
        var frame = frame(circle);
        return switch (draft.edit(template, typed, frame)) {
            case Charter.Editing.Edited(var edited) ->
                store.keep(group, edited) ? new Editing.Kept() : new Editing.Fixed(fixedMeanwhile(circle, version));
            case Charter.Editing.Wrong(var problems) ->
                new Editing.Wrong(page(circle, versions, draft.typed(template, typed, frame), problems));
        };
    }

    private CharterPage fixedMeanwhile(Circle circle, int version) {
        var versions = versions(circle.id());
        return page(circle, versions, versions.ofOrNow(version), Map.of());
    }

    /// Signs as the acting person what is in force, again where a year has passed. The chair's signature fixes
    /// the words of the first version; everybody else signs fixed words only.
    @Transactional
    Signing sign(GroupId group, int version) {
        var circle = circle(group);
        var mine = circle.sitter(Acting.me()).filter(Circle.Sitter::seated).orElseThrow(NotFound::new);
        var now = clock.instant();
        var found = versions(group).now();
        if (found.version() != version) {
            return Signing.CHANGED;
        }
        var fixed = switch (found) {
            case Charter.Draft draft -> {
                if (!circle.chaired()) {
                    yield null;
                }
                yield draft.fix(template, frame(circle), now);
            }
            case Charter.Fixed signed -> signed;
        };
        if (fixed == null) {
            return Signing.CHAIR_FIRST;
        }
        if (found instanceof Charter.Draft && !store.fix(group, fixed)) {
            return Signing.CHANGED;
        }
        if (fixed.again(mine.id(), circle.zone()).filter(now::isBefore).isPresent()) {
            return Signing.SIGNED_ALREADY;
        }
        var first = !fixed.signedBy(mine.id());
        store.sign(group, version, new Charter.Signature(mine.id(), mine.name(), now));
        if (found instanceof Charter.Draft) {
            putInForce(circle, version);
        }
        notices.signed(circle, mine.id(), fixed.again(now, circle.zone()));
        if (first) {
            events.publishEvent(new CharterSigned(group, version, mine.id(), now));
        }
        return Signing.SIGNED;
    }

    /// From then on the group is as large as its charter says.
    void putInForce(Circle circle, int version) {
        scope.actingAs(SEATING, () -> {
            if (store.putInForce(circle.id(), version, clock.instant())) {
                terms(circle.id())
                        .ifPresent(terms -> store.size(circle.id(), terms.number("smallest"), terms.number("largest")));
            }
            return version;
        });
    }

    /// The version in force, or the draft of the first, and what may follow it.
    record Versions(Charter now, Optional<Charter> next) {

        Optional<Charter> of(int version) {
            return Stream.concat(Stream.of(now), next.stream())
                    .filter(charter -> charter.version() == version)
                    .findFirst();
        }

        Charter ofOrNow(int version) {
            return of(version).orElse(now);
        }

        /// The chair's draft of a change is the chair's alone.
        Optional<Charter> shownTo(Circle circle) {
            return next.filter(charter -> circle.chaired() || charter instanceof Charter.Fixed);
        }
    }

    Versions versions(GroupId group) {
        return new Versions(store.find(group).orElseThrow(NotFound::new), store.change(group));
    }

    private CharterPage page(Circle circle, Versions versions, Charter charter, Map<String, String> wrong) {
        var frame = frame(circle);
        var now = versions.now();
        var follows = charter.version() != now.version();
        var change = follows
                ? Optional.of(new CharterPage.Change(
                        Difference.between(now.words(template, frame), charter.words(template, frame)),
                        ballot.stream()
                                .flatMap(one -> one.page(circle.id(), charter.version()).stream())
                                .findFirst()))
                : Optional.<CharterPage.Change>empty();
        var pending = !follows && versions.shownTo(circle).isPresent();
        return CharterPage.of(circle, template, frame, charter, Acting.me(), wrong, change, pending, clock.instant());
    }

    /// What is not a term.
    static Map<String, String> frame(Circle circle) {
        return Map.of("group", circle.name(), "purpose", circle.purpose());
    }

    private Circle circle(GroupId group) {
        return circles.of(group).orElseThrow(NotFound::new);
    }
}
