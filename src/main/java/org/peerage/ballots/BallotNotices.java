package org.peerage.ballots;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Tells whoever may vote that a ballot is open, on its last morning that it ends, and when its papers can be counted.
@Component
class BallotNotices implements NoticeKinds {

    static final NoticeKind OPENED = NoticeKind.of("ballots.notice.opened");
    static final NoticeKind AMENDMENT = NoticeKind.of("ballots.notice.amendment");

    private static final NoticeKind LAST_DAY = NoticeKind.of("ballots.notice.last-day");
    private static final NoticeKind COUNTED = NoticeKind.of("ballots.notice.counted");

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Notices notices;
    private final ObjectProvider<BallotSubject> subjects;

    BallotNotices(Notices notices, ObjectProvider<BallotSubject> subjects) {
        this.notices = notices;
        this.subjects = subjects;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(OPENED, AMENDMENT, LAST_DAY, COUNTED);
    }

    private NoticeKind opening(Ballot ballot) {
        return subjects.stream()
                .filter(subject -> subject.kind().equals(ballot.kind()))
                .findFirst()
                .map(BallotSubject::notice)
                .orElse(OPENED);
    }

    void opened(Ballot ballot, Circle circle, Collection<PersonId> voters) {
        var others = voters.stream().filter(voter -> !voter.equals(Acting.me())).toList();
        notices.tell(notice(opening(ballot), ballot, circle, ballot.lastDay()).until(ballot.closesAt()), others);
        notices.tell(
                notice(LAST_DAY, ballot, circle)
                        .from(ballot.lastDay()
                                .atTime(MORNING)
                                .atZone(circle.zone())
                                .toInstant())
                        .until(ballot.closesAt()),
                voters);
        notices.tell(notice(COUNTED, ballot, circle).from(ballot.closesAt()), voters);
    }

    void voted(Ballot ballot, PersonId voter) {
        notices.withdraw(opening(ballot), ballot.id().value(), voter);
        notices.withdraw(LAST_DAY, ballot.id().value(), voter);
    }

    /// All have voted before the last day was over.
    void closed(Ballot ballot, Circle circle, Collection<PersonId> voters, Instant now) {
        notices.tell(notice(COUNTED, ballot, circle).from(now), voters);
    }

    void withdrawn(Ballot ballot) {
        List.of(opening(ballot), LAST_DAY, COUNTED)
                .forEach(kind -> notices.withdraw(kind, ballot.id().value()));
    }

    private static Notice notice(NoticeKind kind, Ballot ballot, Circle circle, Object... facts) {
        var all = new ArrayList<Object>(List.of(circle.name()));
        all.addAll(List.of(facts));
        return Notice.of(kind, ballot.id().value(), circle.id().value(), ballot.address(), all.toArray());
    }
}
