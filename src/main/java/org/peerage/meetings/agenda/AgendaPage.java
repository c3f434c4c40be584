package org.peerage.meetings.agenda;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemReason;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Presenter;
import org.peerage.meetings.floor.ScheduledMeeting;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.peerage.web.Panel;

/// A meeting before or after it was held, as one member sees it.
///
/// @param mayEnter its time has passed without anybody beginning it, and whoever looks may say that it was
/// held on paper
/// @param mayWrite it was held on paper, and whoever looks was there and may still write down what is on their sheets
/// @param mayCorrect whoever looks may put right who was there on paper
/// @param last the record of the meeting before, while this one is ahead or going on
/// @param preparation minutes that the charter asks of each before it
/// @param record what is kept of it, once it has ended
record AgendaPage(
        MeetingId meeting,
        UUID group,
        String groupName,
        ScheduledMeeting.State state,
        long version,
        Instant startsAt,
        ZoneId zone,
        String format,
        List<String> formats,
        boolean approved,
        boolean mayChange,
        boolean mayEnter,
        boolean mayWrite,
        boolean mayCorrect,
        String seen,
        List<Row> rows,
        List<Dropped> dropped,
        List<Swapped> swaps,
        int total,
        int length,
        int waiting,
        List<ItemKind> addable,
        @Nullable PersonId deputy,
        List<Person> members,
        int prepared,
        boolean iHavePrepared,
        int preparation,
        @Nullable Message notice,
        List<Message> remarks,
        List<Link> preparations,
        Optional<Link> last,
        String room,
        List<Panel> record) {

    record Row(
            int position,
            ItemKind kind,
            Presenter presenter,
            int minutes,
            ItemReason reason,
            Instant startsAt,
            boolean up,
            boolean down,
            boolean removable,
            @Nullable Presenting presenting) {}

    /// @param answered whether they have said that they will
    /// @param mine whoever looks is asked
    /// @param replaceable whoever looks may take the next in the queue instead
    /// @param others with whom whoever looks may ask to change
    record Presenting(boolean answered, boolean mine, boolean replaceable, List<Person> others) {}

    /// One has asked another to change with them, or the two have agreed.
    ///
    /// @param asks whoever looks has asked
    /// @param asked whoever looks is asked
    record Swapped(
            UUID subject, String asker, String other, boolean agreed, boolean stays, boolean asks, boolean asked) {}

    /// Somebody who cannot present this time.
    ///
    /// @param mayReturn whoever looks may say that they can after all
    record Dropped(UUID subject, String name, boolean mayReturn) {}

    record Person(PersonId id, String name) {}

    /// Whoever may prepare and lead it beside the chair.
    Optional<Person> leader() {
        return members.stream().filter(member -> member.id().equals(deputy)).findFirst();
    }

    boolean isLedByMe() {
        return Acting.me().equals(deputy);
    }

    String page(Person person) {
        return new GroupId(group).member(person.id());
    }

    int over() {
        return Math.max(0, total - length);
    }

    int free() {
        return Math.max(0, length - total);
    }

    boolean isPlanned() {
        return state == ScheduledMeeting.State.PLANNED;
    }

    boolean isLive() {
        return state == ScheduledMeeting.State.LIVE;
    }
}
