package org.peerage.meetings;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.live.Topic;
import org.peerage.meetings.agenda.Naming;
import org.peerage.meetings.floor.Acts;
import org.peerage.meetings.floor.MeetingStore;
import org.peerage.meetings.floor.ScheduledMeeting;
import org.peerage.meetings.floor.StagePages;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Meetings as other modules know them: which there are, and an item of one.
@Component
public class Meetings {

    private final MeetingStore store;
    private final Acts acts;
    private final StagePages stages;
    private final Naming naming;

    Meetings(MeetingStore store, Acts acts, StagePages stages, Naming naming) {
        this.store = store;
        this.acts = acts;
        this.stages = stages;
        this.naming = naming;
    }

    /// The meeting of a date, if whoever acts may see it.
    @Transactional(readOnly = true)
    public Optional<MeetingId> ofDate(UUID date) {
        return store.ofDate(date);
    }

    /// Whose meeting it is, if whoever acts may see it.
    @Transactional(readOnly = true)
    public Optional<Circle> circle(MeetingId id) {
        return store.find(id).map(ScheduledMeeting::circle);
    }

    /// The next that a group will hold and has not begun, if whoever acts may see it.
    @Transactional(readOnly = true)
    public Optional<Occasion> next(GroupId group, Instant now) {
        return store.next(group, now);
    }

    /// Where a member prepares for a meeting.
    public Link preparation(MeetingId id) {
        return Link.to("/meetings/" + id + "/prepare", "meetings.prepare.back");
    }

    /// An item of a meeting that whoever acts may see, for the module that brings its kind.
    @Transactional(readOnly = true)
    public Optional<ItemView> item(ItemId id) {
        return stages.view(id);
    }

    /// What is followed where this item is worked on, if whoever acts may see it.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Optional<Topic> topic(ItemId item) {
        return store.meetingOf(item).map(MeetingId::topic);
    }

    /// Whose turn it is to lead it, instead of the chair: the same as who is named on its agenda. The caller has found
    /// that whoever acts may say so.
    ///
    /// @param leader null where the chair leads
    /// @return false where it has begun or is over, or this person does not sit in the group
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lead(MeetingId id, @Nullable PersonId leader) {
        return naming.byTurn(id, leader);
    }

    /// Runs one act for whoever acts, at the present version: for a program that leads a meeting, such as the
    /// demonstration. `act` and `whom` are those of `POST /meetings/{id}/acts/{act}`.
    ///
    /// @return false when the rules refused it and nothing changed
    @Transactional
    public boolean act(MeetingId id, String act, @Nullable PersonId whom) {
        return acts.act(id, act, whom);
    }
}
