package org.peerage.meetings;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.floor.ActStore;
import org.peerage.meetings.floor.Acts;
import org.peerage.meetings.floor.MeetingStore;
import org.peerage.meetings.floor.StagePages;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Link;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Meetings as other modules know them: which there are, an item of one, and that something in it has changed.
@Component
public class Meetings {

    private final MeetingStore store;
    private final Acts acts;
    private final ActStore line;
    private final StagePages stages;
    private final InstantSource clock;

    Meetings(MeetingStore store, Acts acts, ActStore line, StagePages stages, InstantSource clock) {
        this.store = store;
        this.acts = acts;
        this.line = line;
        this.stages = stages;
        this.clock = clock;
    }

    /// The meeting of a date, if whoever acts may see it.
    @Transactional(readOnly = true)
    public Optional<MeetingId> ofDate(UUID date) {
        return store.ofDate(date);
    }

    /// Whose meeting it is and when, if whoever acts may see it.
    @Transactional(readOnly = true)
    public Optional<Occasion> occasion(MeetingId id) {
        return store.find(id).map(meeting -> new Occasion(id, meeting.group(), meeting.startsAt()));
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

    /// Runs one act for whoever acts, at the present version: for a program that leads a meeting, such as the
    /// demonstration. `act` and `whom` are those of `POST /meetings/{id}/acts/{act}`.
    ///
    /// @return false when the rules refused it and nothing changed
    @Transactional
    public boolean act(MeetingId id, String act, @Nullable PersonId whom) {
        return acts.act(id, act, whom);
    }

    /// Waits for this meeting's turn, until the transaction ends. Whatever tells a meeting and seals words as well
    /// takes this first and the room's head second, as all others do: in the other order two of them would each
    /// hold what the other waits for.
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeTurn(MeetingId id) {
        if (!line.lock(id)) {
            throw new NotFound();
        }
    }

    /// Tells everybody who follows that something in this meeting has changed, with the transaction of the caller: a
    /// step of an issue, a commitment. Ids only. Whoever acts must be a member of the group.
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(MeetingId id, String act, @Nullable UUID subject) {
        takeTurn(id);
        line.append(id, act, Acting.me(), subject, Ids.next(), clock.instant());
    }
}
