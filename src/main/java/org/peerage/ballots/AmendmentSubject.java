package org.peerage.ballots;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.groups.AmendmentBallot;
import org.peerage.groups.Amendments;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.notices.NoticeKind;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;

/// A change of a charter before the group, by the rule of the charter in force.
@Component
class AmendmentSubject implements BallotSubject, AmendmentBallot {

    private static final String KIND = "groups.amendment";

    private final Ballots ballots;
    private final Amendments amendments;

    AmendmentSubject(Ballots ballots, Amendments amendments) {
        this.ballots = ballots;
        this.amendments = amendments;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public NoticeKind notice() {
        return BallotNotices.AMENDMENT;
    }

    @Override
    public void open(Circle circle, int version, String rule) {
        ballots.open(circle, KIND, subject(version), BallotRule.of(rule), Set.of());
    }

    @Override
    public void withdraw(GroupId group, int version) {
        ballots.withdraw(group, KIND, subject(version));
    }

    @Override
    public Optional<Link> page(GroupId group, int version) {
        return ballots.on(group, KIND, subject(version)).map(Ballots.Standing::page);
    }

    @Override
    public Message question(Circle circle, UUID subject) {
        return Message.of("ballots.amendment.question");
    }

    @Override
    public Optional<Link> page(Circle circle, UUID subject) {
        return Optional.of(amendments.page(circle.id()));
    }

    @Override
    public void decided(GroupId group, UUID subject, boolean passed) {
        amendments.decide(group, (int) subject.getLeastSignificantBits(), passed);
    }

    /// A version of a charter has no id: its number is one within its group.
    private static UUID subject(int version) {
        return new UUID(0, version);
    }
}
