package org.peerage.groups.charter;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerage.groups.CharterSigned;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.GroupSize;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the groups agreed, and who signed it.
@Component
public class Charters {

    private final CharterStore store;
    private final Circles circles;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final CharterTemplate template = CharterTemplate.shipped();

    Charters(CharterStore store, Circles circles, ApplicationEventPublisher events, InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.events = events;
        this.clock = clock;
    }

    /// What became of a wish to sign.
    enum Signing {
        SIGNED,
        SIGNED_ALREADY,
        /// The chair signs first: before that the words may still change.
        CHAIR_FIRST,
        /// The version that was read is not the one that is there.
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
                .map(charter ->
                        new CharterTerms(charter.version(), charter instanceof Charter.Fixed, charter.values()));
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
        return page(circle(group), charter(group), Map.of());
    }

    @Transactional
    Editing edit(GroupId group, Map<String, String> terms, Set<String> strike) {
        var circle = circle(group);
        if (!circle.chaired()) {
            throw new NotFound();
        }
        var charter = charter(group);
        if (!(charter instanceof Charter.Draft draft)) {
            return new Editing.Fixed(page(circle, charter, Map.of()));
        }
        return switch (draft.edit(template, terms, strike)) {
            case Charter.Editing.Edited(var edited) ->
                store.keep(group, edited)
                        ? new Editing.Kept()
                        : new Editing.Fixed(page(circle, charter(group), Map.of()));
            case Charter.Editing.Wrong(var problems) ->
                new Editing.Wrong(page(circle, draft.typed(terms, strike), problems));
        };
    }

    /// Signs as the acting person. The chair's signature fixes the words; everybody else signs fixed words only.
    @Transactional
    Signing sign(GroupId group, int version) {
        var circle = circle(group);
        var mine = circle.sitter(Acting.me()).filter(Circle.Sitter::seated).orElseThrow(NotFound::new);
        var charter = charter(group);
        if (charter.version() != version) {
            return Signing.CHANGED;
        }
        var now = clock.instant();
        switch (charter) {
            case Charter.Draft draft -> {
                if (!circle.chaired()) {
                    return Signing.CHAIR_FIRST;
                }
                if (!store.fix(group, draft.fix(template, circle.name(), circle.purpose(), now))) {
                    return Signing.CHANGED;
                }
            }
            case Charter.Fixed fixed -> {
                if (fixed.signedBy(mine.id())) {
                    return Signing.SIGNED_ALREADY;
                }
            }
        }
        store.sign(group, version, new Charter.Signature(mine.id(), mine.name(), now));
        events.publishEvent(new CharterSigned(group, version, mine.id(), now));
        return Signing.SIGNED;
    }

    private CharterPage page(Circle circle, Charter charter, Map<String, String> wrong) {
        return CharterPage.of(circle, template, charter, Acting.me(), wrong);
    }

    private Circle circle(GroupId group) {
        return circles.of(group).orElseThrow(NotFound::new);
    }

    private Charter charter(GroupId group) {
        return store.find(group).orElseThrow(NotFound::new);
    }
}
