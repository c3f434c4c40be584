package org.peerage.groups.charter;

import java.time.InstantSource;
import org.peerage.groups.AmendmentBallot;
import org.peerage.groups.Amendments;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.Scope;
import org.peerage.web.Link;
import org.peerage.web.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How a charter that is signed changes: the chair drafts it, the group decides on it by the rule of the charter
/// in force, and each signs what follows. Before the room is open there is nobody to decide: the chair changes
/// it, and each signs anew before being let in.
@Component
class CharterChanges implements Amendments {

    private final CharterStore store;
    private final Charters charters;
    private final Circles circles;
    private final CharterNotices notices;
    private final ObjectProvider<AmendmentBallot> ballot;
    private final Scope scope;
    private final InstantSource clock;
    private final CharterTemplate template = CharterTemplate.shipped();

    CharterChanges(
            CharterStore store,
            Charters charters,
            Circles circles,
            CharterNotices notices,
            ObjectProvider<AmendmentBallot> ballot,
            Scope scope,
            InstantSource clock) {
        this.store = store;
        this.charters = charters;
        this.circles = circles;
        this.notices = notices;
        this.ballot = ballot;
        this.scope = scope;
        this.clock = clock;
    }

    /// The chair begins a change with the words that are in force.
    @Transactional
    void propose(GroupId group) {
        var circle = circles.chaired(group);
        var versions = charters.versions(group);
        if (versions.now() instanceof Charter.Fixed fixed && versions.next().isEmpty()) {
            store.add(
                    group,
                    fixed.amended(store.nextVersion(group), template, Charters.frame(circle)),
                    template.edition());
        }
    }

    /// The chair puts the draft of a change to the group; its words are fixed from then on. False: it is not that draft
    /// any more.
    @Transactional
    boolean put(GroupId group, int version) {
        var circle = circles.chaired(group);
        var versions = charters.versions(group);
        if (!(versions.now() instanceof Charter.Fixed inForce)
                || !(versions.next().orElse(null) instanceof Charter.Draft draft)
                || draft.version() != version
                || !store.fix(group, draft.fix(template, Charters.frame(circle), clock.instant()))) {
            return false;
        }
        if (circle.room().isPresent()) {
            ballot.getObject().open(circle, version, inForce.amendmentRule());
        } else {
            follow(circle, version);
            charters.sign(group, version);
        }
        return true;
    }

    /// The chair takes back what is not decided yet.
    @Transactional
    void withdraw(GroupId group) {
        circles.chaired(group);
        store.change(group).ifPresent(charter -> {
            store.withdraw(group, charter.version());
            if (charter instanceof Charter.Fixed) {
                ballot.getObject().withdraw(group, charter.version());
            }
        });
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(GroupId group, int version, boolean passed) {
        var circle = circles.of(group).orElseThrow(NotFound::new);
        store.change(group)
                .filter(charter -> charter instanceof Charter.Fixed && charter.version() == version)
                .ifPresent(_ -> {
                    if (passed) {
                        follow(circle, version);
                    } else {
                        scope.actingAs(Charters.SEATING, () -> {
                            store.decline(group, version, clock.instant());
                            return version;
                        });
                    }
                });
    }

    @Override
    public Link page(GroupId group) {
        return Link.to(group.address() + "/charter/change", "groups.charter.change.see");
    }

    private void follow(Circle circle, int version) {
        charters.putInForce(circle, version);
        notices.changed(circle, version);
    }
}
