package org.peerage.selection;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.peerage.groups.Circle;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;

/// Whose turn it is with a prospect. No name is told: a notice may be mailed, and a mailbox is read by others.
@Component
class SelectionNotices implements NoticeKinds {

    private static final NoticeKind OWNER = NoticeKind.of("selection.notice.owner");
    private static final NoticeKind PANEL = NoticeKind.of("selection.notice.panel");
    private static final NoticeKind TALK = NoticeKind.of("selection.notice.talk");
    private static final NoticeKind BALLOT = NoticeKind.of("selection.notice.ballot");

    private static final NoticeKind APPLIED = NoticeKind.of("selection.notice.applied");
    private static final NoticeKind DECIDED = NoticeKind.of("selection.notice.decided");

    private final Notices notices;

    SelectionNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(OWNER, PANEL, TALK, BALLOT, APPLIED, DECIDED);
    }

    void owned(Prospect prospect, Circle circle, PersonId owner) {
        notices.withdraw(OWNER, prospect.id().value());
        tell(OWNER, prospect, circle, List.of(owner));
    }

    /// Somebody from outside has asked, while the chair acts who receives it.
    void applied(Prospect prospect, Circle circle) {
        notices.tell(notice(APPLIED, prospect, circle), List.of(prospect.owner()));
    }

    void onPanel(Prospect prospect, Circle circle, Collection<PersonId> panel) {
        notices.withdraw(PANEL, prospect.id().value());
        tell(PANEL, prospect, circle, panel);
    }

    void scored(Prospect prospect) {
        notices.withdraw(PANEL, prospect.id().value(), Acting.me());
    }

    /// A candidate has picked a time, or it does not hold any more: what stands is on the page.
    void talk(Talk talk, List<PersonId> panel) {
        notices.withdraw(TALK, talk.prospect().value());
        notices.tell(
                Notice.of(
                        TALK,
                        talk.prospect().value(),
                        talk.group().value(),
                        talk.prospect().in(talk.group()),
                        talk.groupName()),
                panel);
    }

    /// What was asked before is settled by the step.
    void moved(Prospect prospect, Circle circle, Standing to) {
        notices.withdraw(APPLIED, prospect.id().value());
        notices.withdraw(BALLOT, prospect.id().value());
        notices.withdraw(DECIDED, prospect.id().value());
        if (!to.meets()) {
            notices.withdraw(PANEL, prospect.id().value());
            notices.withdraw(TALK, prospect.id().value());
        }
        if (Standing.ENDED.contains(to)) {
            notices.withdraw(OWNER, prospect.id().value());
        }
        if (to == Standing.BALLOT) {
            tell(BALLOT, prospect, circle, circle.chair().stream().toList());
        }
    }

    /// The chair has opened the ballot.
    void voted(Prospect prospect) {
        notices.withdraw(BALLOT, prospect.id().value());
    }

    /// That it is decided, to the chair and to whoever looks after them; how is read in the room alone.
    void decided(Prospect prospect, Circle circle, Standing to) {
        moved(prospect, circle, to);
        tell(
                DECIDED,
                prospect,
                circle,
                Stream.concat(circle.chair().stream(), Stream.of(prospect.owner()))
                        .filter(person -> circle.sitter(person)
                                .filter(Circle.Sitter::inRoom)
                                .isPresent())
                        .distinct()
                        .toList());
    }

    private void tell(NoticeKind kind, Prospect prospect, Circle circle, Collection<PersonId> people) {
        notices.tell(
                notice(kind, prospect, circle),
                people.stream().filter(person -> !person.equals(Acting.me())).toList());
    }

    private static Notice notice(NoticeKind kind, Prospect prospect, Circle circle) {
        return Notice.of(kind, prospect.id().value(), circle.id().value(), prospect.address(), circle.name());
    }
}
