package org.peerage.meetings.record;

import java.util.List;
import java.util.stream.Stream;
import org.peerage.meetings.MeetingClosed;
import org.peerage.meetings.floor.MeetingStore;
import org.peerage.meetings.floor.ScheduledMeeting;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Scope;
import org.peerage.web.Message;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Whoever chairs, and whoever led, hear of a meeting that nobody has closed and the program has ended by itself, and
/// what is to be done about it.
@Component
class EndedByItself implements NoticeKinds {

    private static final NoticeKind ENDED = NoticeKind.of("meetings.notice.idle");

    private final RecordStore store;
    private final MeetingStore meetings;
    private final Notices notices;
    private final Scope scope;

    EndedByItself(RecordStore store, MeetingStore meetings, Notices notices, Scope scope) {
        this.store = store;
        this.meetings = meetings;
        this.notices = notices;
        this.scope = scope;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(ENDED);
    }

    /// The program that ends meetings knows no names: it is told as whoever led would tell it.
    @EventListener
    void closed(MeetingClosed closed) {
        if (Acting.person().isEmpty()) {
            store.facilitator(closed.meeting())
                    .ifPresent(led -> scope.actingAs(new Actor.Person(led), () -> {
                        meetings.find(closed.meeting()).ifPresent(this::tell);
                        return true;
                    }));
        }
    }

    private void tell(ScheduledMeeting meeting) {
        notices.tell(
                Notice.of(
                        ENDED,
                        meeting.id().value(),
                        meeting.group().value(),
                        meeting.id().address(),
                        meeting.groupName(),
                        new Message.Moment(meeting.startsAt(), meeting.zone())),
                Stream.concat(meeting.circle().chair().stream(), Stream.of(Acting.me()))
                        .distinct()
                        .toList());
    }
}
