package org.peerage.meetings;

import java.util.UUID;
import org.peerage.tenancy.PersonId;

/// Why an item should be on the agenda, and the minutes that it is thought to need. A format's block of this kind sets
/// the bounds to them; where the format has none, the item comes at the kind's own place.
public sealed interface AgendaProposal {

    int minutes();

    /// Something for everybody that is due.
    record Due(int minutes, ItemReason why) implements AgendaProposal {}

    /// What one member has prepared. The agenda orders these fairly and says why itself; those that find no place wait
    /// for the next meeting.
    ///
    /// @param way how it will be worked on, for the module that brings it to understand
    /// @param prepared false where it only waits for its turn: it takes a place that nothing prepared wants
    /// @param score how much it presses, where the module that brings it knows; the higher, the sooner
    record Brought(UUID subject, PersonId presenter, String way, int minutes, boolean prepared, int score)
            implements AgendaProposal {}
}
