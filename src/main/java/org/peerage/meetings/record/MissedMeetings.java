package org.peerage.meetings.record;

import java.util.List;
import java.util.stream.Collectors;
import org.peerage.mail.LetterKind;
import org.peerage.mail.LetterKinds;
import org.peerage.meetings.EntryCorrected;
import org.peerage.meetings.MeetingClosed;
import org.peerage.meetings.floor.MeetingStore;
import org.peerage.meetings.floor.ScheduledMeeting;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Whoever was not there hears that the group has met, and where its record stands. Of a meeting that the program ended
/// by itself nobody hears: nobody said that it was over.
@Component
class MissedMeetings implements NoticeKinds, LetterKinds {

    private static final LetterKind LETTERS = new LetterKind("meetings.letters.missed");
    private static final NoticeKind MISSED =
            NoticeKind.of("meetings.notice.missed").mailed(LETTERS);

    private final MeetingStore meetings;
    private final RecordStore store;
    private final Notices notices;

    MissedMeetings(MeetingStore meetings, RecordStore store, Notices notices) {
        this.meetings = meetings;
        this.store = store;
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(MISSED);
    }

    @Override
    public List<LetterKind> letters() {
        return List.of(LETTERS);
    }

    @EventListener
    void closed(MeetingClosed closed) {
        meetings.find(closed.meeting()).ifPresent(this::tell);
    }

    /// Whoever was there after all is not told that they were missed; whoever was not hears it now.
    @EventListener
    void corrected(EntryCorrected corrected) {
        corrected
                .came()
                .forEach(person -> notices.withdraw(MISSED, corrected.meeting().value(), person));
        meetings.find(corrected.meeting()).ifPresent(meeting -> tell(meeting, corrected.missed()));
    }

    private void tell(ScheduledMeeting meeting) {
        var there = store.present(meeting.id()).stream()
                .map(RecordStore.Present::person)
                .collect(Collectors.toSet());
        tell(
                meeting,
                meeting.members().stream()
                        .filter(member -> !there.contains(member))
                        .toList());
    }

    private void tell(ScheduledMeeting meeting, List<PersonId> missed) {
        notices.tell(
                Notice.of(
                        MISSED,
                        meeting.id().value(),
                        meeting.group().value(),
                        meeting.id().address(),
                        meeting.groupName(),
                        new Message.Moment(meeting.startsAt(), meeting.zone())),
                missed,
                meeting::nameOf);
    }
}
