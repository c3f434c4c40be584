package org.peerage.meetings.preparation;

import java.util.List;

/// A way to tell the others how one is. The texts are `meetings.update.<key>` and below it one label per part.
///
/// @param minutes what preparing it is thought to take
record UpdateFormat(String key, int minutes, List<Part> parts) {

    /// @param key the name of the part in the sealed record
    record Part(String key, int rows) {}
}
