package org.peerage.meetings;

import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.web.Panel;

/// A module that has something to show beside the items of a meeting, whatever their kind. Asked as
/// [ItemType] is.
public interface ItemGuest {

    /// Below what the stage shows of an item.
    Optional<Panel> beside(ItemView item);

    /// What is kept of a meeting that has ended, for its members; after what its items keep.
    default List<Panel> record(Circle circle, MeetingId meeting) {
        return List.of();
    }
}
