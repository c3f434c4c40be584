package org.peerage.breach;

import java.util.Optional;
import java.util.UUID;
import org.peerage.ballots.BallotSubject;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;

/// What the group is asked about a breach. The accused is on no list of it.
@Component
class Deciding implements BallotSubject {

    static final String KIND = "breach.verdict";

    private final BreachStore store;
    private final BreachNotices notices;

    private final Groups groups;

    Deciding(BreachStore store, BreachNotices notices, Groups groups) {
        this.store = store;
        this.notices = notices;
        this.groups = groups;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Message question(Circle circle, UUID subject) {
        return store.votedOn(circle.id(), subject)
                .flatMap(breach -> Optional.ofNullable(breach.verdict())
                        .map(verdict -> Message.of(
                                "breach.question." + verdict.key(),
                                circle.nameOf(breach.accused()),
                                Verdict.pause(groups, circle.id()))))
                .orElseGet(() -> Message.of("breach.question.gone"));
    }

    @Override
    public Optional<Link> page(Circle circle, UUID subject) {
        return store.votedOn(circle.id(), subject).map(breach -> Link.to(BreachPage.address(circle.id()), "breach.to"));
    }

    /// Whoever counts last moves nothing: the handler is told, and takes the result down.
    @Override
    public void decided(GroupId group, UUID subject, boolean passed) {
        store.votedOn(group, subject).ifPresent(notices::counted);
    }
}
