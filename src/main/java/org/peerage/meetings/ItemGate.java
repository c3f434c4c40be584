package org.peerage.meetings;

import java.util.Optional;

/// Implemented by modules that must see something done before the group leaves an item, for example that an issue ends
/// with a dated commitment or with "no action, because".
public interface ItemGate {

    /// The message key of what is still missing, or empty to let the group move on. Asked in the transaction of the
    /// act.
    Optional<String> holds(ItemId item);
}
