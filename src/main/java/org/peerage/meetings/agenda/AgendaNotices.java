package org.peerage.meetings.agenda;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.peerage.mail.LetterKind;
import org.peerage.mail.LetterKinds;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.floor.ScheduledMeeting;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;

/// Tells the group that the agenda of its meeting stands, and whoever presents that they are asked to, until the
/// meeting begins.
@Component
class AgendaNotices implements NoticeKinds, LetterKinds {

    private static final LetterKind LETTERS = new LetterKind("meetings.letters.agenda");
    private static final LetterKind ASKED = new LetterKind("meetings.letters.presents");
    private static final NoticeKind READY =
            NoticeKind.of("meetings.notice.agenda").mailed(LETTERS);
    private static final NoticeKind PRESENTS =
            NoticeKind.of("meetings.notice.presents").mailed(ASKED);
    private static final NoticeKind DROPPED =
            NoticeKind.of("meetings.notice.dropped").mailed(ASKED);

    private static final NoticeKind SWAP = NoticeKind.of("meetings.notice.swap").mailed(ASKED);
    private static final NoticeKind SWAPPED =
            NoticeKind.of("meetings.notice.swapped").mailed(ASKED);
    private static final NoticeKind DECLINED =
            NoticeKind.of("meetings.notice.swap-declined").mailed(ASKED);

    private final Notices notices;

    AgendaNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(READY, PRESENTS, DROPPED, SWAP, SWAPPED, DECLINED);
    }

    @Override
    public List<LetterKind> letters() {
        return List.of(LETTERS, ASKED);
    }

    /// @param presenters who stands on it
    void approved(ScheduledMeeting meeting, Collection<PersonId> presenters) {
        notices.tell(
                about(READY, meeting),
                meeting.members().stream()
                        .filter(member -> !member.equals(Acting.me()))
                        .toList(),
                meeting::nameOf);
        asked(meeting, presenters);
    }

    private void asked(ScheduledMeeting meeting, Collection<PersonId> presenters) {
        notices.tell(
                about(PRESENTS, meeting),
                presenters.stream()
                        .filter(presenter -> !presenter.equals(Acting.me()))
                        .distinct()
                        .toList(),
                meeting::nameOf);
    }

    /// Others stand on the agenda than before.
    void moved(ScheduledMeeting meeting, Collection<PersonId> before, Collection<PersonId> after) {
        before.stream()
                .filter(presenter -> !after.contains(presenter))
                .forEach(presenter -> notices.withdraw(PRESENTS, meeting.id().value(), presenter));
        asked(
                meeting,
                after.stream().filter(presenter -> !before.contains(presenter)).toList());
    }

    /// Those who prepare the meeting hear that somebody cannot present.
    void dropped(ScheduledMeeting meeting, PersonId who) {
        notices.tell(
                about(DROPPED, meeting, meeting.nameOf(who)),
                meeting.members().stream()
                        .filter(meeting::isPreparedBy)
                        .filter(member -> !member.equals(Acting.me()))
                        .toList(),
                meeting::nameOf);
    }

    void asked(ScheduledMeeting meeting, Swap swap) {
        notices.withdraw(DECLINED, meeting.id().value(), swap.asker());
        notices.tell(about(SWAP, meeting, meeting.nameOf(swap.asker())), List.of(swap.asked()), meeting::nameOf);
    }

    void unasked(ScheduledMeeting meeting, Swap swap) {
        notices.withdraw(SWAP, meeting.id().value(), swap.asked());
    }

    void declined(ScheduledMeeting meeting, Swap swap) {
        unasked(meeting, swap);
        notices.tell(about(DECLINED, meeting, meeting.nameOf(swap.asked())), List.of(swap.asker()), meeting::nameOf);
    }

    /// Whoever asked hears it, those who prepare the meeting, and those whose own request is overtaken by it.
    void swapped(ScheduledMeeting meeting, Swap swap, Collection<PersonId> overtaken) {
        unasked(meeting, swap);
        notices.tell(
                about(SWAPPED, meeting, meeting.nameOf(swap.asker()), meeting.nameOf(swap.asked())),
                meeting.members().stream()
                        .filter(person -> meeting.isPreparedBy(person)
                                || swap.asker().equals(person)
                                || overtaken.contains(person))
                        .filter(person -> !person.equals(Acting.me()))
                        .toList(),
                meeting::nameOf);
    }

    private static Notice about(NoticeKind kind, ScheduledMeeting meeting, Object... more) {
        var facts = new ArrayList<Object>(
                List.of(meeting.groupName(), new Message.Moment(meeting.startsAt(), meeting.zone())));
        facts.addAll(List.of(more));
        return Notice.of(
                        kind,
                        meeting.id().value(),
                        meeting.group().value(),
                        meeting.id().address(),
                        facts.toArray())
                .until(meeting.startsAt());
    }

    /// There is another, or no meeting.
    void gone(MeetingId meeting) {
        notices.withdraw(READY, meeting.value());
        notices.withdraw(PRESENTS, meeting.value());
        notices.withdraw(DROPPED, meeting.value());
        notices.withdraw(SWAP, meeting.value());
        notices.withdraw(SWAPPED, meeting.value());
        notices.withdraw(DECLINED, meeting.value());
    }
}
