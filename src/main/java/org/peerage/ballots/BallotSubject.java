package org.peerage.ballots;

import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.notices.NoticeKind;
import org.peerage.web.Link;
import org.peerage.web.Message;

/// What a module puts to the vote. One bean for each kind.
public interface BallotSubject {

    /// Its name in the rows: the module's own, such as `selection.candidate`.
    String kind();

    /// The question in a sentence that can be answered with yes or no, out of lobby facts.
    Message question(Circle circle, UUID subject);

    /// What tells those who may vote that it is put to the vote: group, last day. A kind of its own is named by its
    /// module among the others.
    default NoticeKind notice() {
        return BallotNotices.OPENED;
    }

    /// Where one reads what it is about.
    default Optional<Link> page(Circle circle, UUID subject) {
        return Optional.empty();
    }

    /// In the transaction in which the result stands, whoever acts having a vote in it. Called once.
    void decided(GroupId group, UUID subject, boolean passed);

    /// It was taken back before it was decided.
    default void withdrawn(GroupId group, UUID subject) {}
}
