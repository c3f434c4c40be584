package org.peerage.conflicts;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.networks.ProfileId;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.readers.Readers;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Disclosing a conflict of interest, and saying that there is nothing else.
@Component
public class Conflicts {

    private final DisclosureStore store;
    private final Circles circles;
    private final Rooms rooms;
    private final Readers readers;
    private final ConflictNotices notices;
    private final InstantSource clock;

    Conflicts(
            DisclosureStore store,
            Circles circles,
            Rooms rooms,
            Readers readers,
            ConflictNotices notices,
            InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.rooms = rooms;
        this.readers = readers;
        this.notices = notices;
        this.clock = clock;
    }

    /// Who sits in the room and has not looked since a profile, a seat or the chair has changed, or for a year: whoever
    /// is about to vote, or to ask somebody in, waits for them. In the transaction of whoever asks.
    public List<PersonId> outstanding(Circle circle) {
        var parties = store.parties(circle.id());
        var statements = store.statements(circle.id());
        return circle.inRoom().stream()
                .map(Circle.Sitter::id)
                .filter(person -> !holds(circle, Optional.ofNullable(statements.get(person)), parties))
                .toList();
    }

    /// Whoever acts has something to look at: what they said holds no longer, or they have never said anything though
    /// profiles tell something.
    boolean due(Circle circle) {
        var me = Acting.me();
        var parties = store.parties(circle.id());
        return Optional.ofNullable(store.statements(circle.id()).get(me))
                .map(statement -> !holds(circle, Optional.of(statement), parties))
                .orElseGet(() -> !findings(parties, me, false).isEmpty());
    }

    private boolean holds(Circle circle, Optional<Statement> statement, List<Party> parties) {
        return statement
                .filter(one -> one.holds(parties, chair(circle), clock.instant()))
                .isPresent();
    }

    private static PersonId chair(Circle circle) {
        return circle.chair().orElseGet(Acting::me);
    }

    @Transactional(readOnly = true)
    ConflictsPage page(GroupId group) {
        var circle = circles.own(group);
        var me = Acting.me();
        var all = store.in(group);
        var parties = store.parties(group);
        var statements = store.statements(group);
        var mine = Optional.ofNullable(statements.get(me));
        var texts =
                rooms.texts(circle.openRoom(), all.stream().map(Disclosure::id).toList());
        return new ConflictsPage(
                circle,
                Ids.next(),
                Ids.next(),
                circle.chair()
                        .flatMap(circle::sitter)
                        .filter(chair -> !chair.id().equals(me)),
                findings(parties, me, circle.chaired()),
                mine.map(one -> one.changed(parties)).orElse(List.of()),
                mine.map(Statement::at),
                holds(circle, mine, parties),
                all.stream()
                        .map(one -> new ConflictsPage.Line(
                                one,
                                circle.nameOf(one.by()),
                                one.chair().map(circle::nameOf).orElse(""),
                                texts.get(one.id())))
                        .toList(),
                circle.inRoom().stream()
                        .map(sitter -> new ConflictsPage.Standing(
                                sitter, holds(circle, Optional.ofNullable(statements.get(sitter.id())), parties)))
                        .toList(),
                parties.stream().map(Party::digest).distinct().toList());
    }

    /// What concerns whoever looks; the chair sees all of it.
    private static List<Finding> findings(List<Party> parties, PersonId me, boolean all) {
        var found = new ArrayList<Finding>();
        for (var i = 0; i < parties.size(); i++) {
            for (var other : parties.subList(i + 1, parties.size())) {
                var one = parties.get(i);
                if (all || one.is(me) || other.is(me)) {
                    found.addAll(Finding.between(one, other));
                }
            }
        }
        return List.copyOf(found);
    }

    /// To whoever chairs.
    @Transactional
    void tellChair(GroupId group, SealedInput sealed) {
        var circle = circles.own(group);
        var words = sealed.only(DisclosureTexts.CHAIR);
        var chair = readers.chair(circle.openRoom(), words);
        if (rooms.put(circle.openRoom(), List.of(words))) {
            add(circle, words.id(), Optional.of(chair));
            notices.disclosed(circle, List.of(chair));
        }
    }

    @Transactional
    void tellGroup(GroupId group, SealedInput sealed) {
        var circle = circles.own(group);
        var words = sealed.only(DisclosureTexts.GROUP);
        if (rooms.put(circle.openRoom(), List.of(words))) {
            add(circle, words.id(), Optional.empty());
            notices.disclosed(circle, ConflictNotices.inRoom(circle));
        }
    }

    private void add(Circle circle, UUID id, Optional<PersonId> chair) {
        store.add(new Disclosure(
                id, circle.id(), circle.openRoom(), Acting.me(), chair, clock.instant(), Optional.empty()));
    }

    @Transactional
    void end(GroupId group, UUID id) {
        circles.own(group);
        if (!store.end(group, id, clock.instant())) {
            throw new NotFound();
        }
    }

    /// About the profiles that whoever says it has seen; one that has changed since is not among them.
    @Transactional
    void state(GroupId group, List<String> seen) {
        var circle = circles.own(group);
        Map<ProfileId, String> all = store.parties(group).stream()
                .filter(party -> seen.contains(party.digest()))
                .collect(Collectors.toUnmodifiableMap(Party::profile, Party::digest, (one, _) -> one));
        store.state(group, new Statement(Acting.me(), clock.instant(), chair(circle), all));
        notices.looked(group);
    }
}
