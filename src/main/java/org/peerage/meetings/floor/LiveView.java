package org.peerage.meetings.floor;

import org.jspecify.annotations.Nullable;
import org.peerage.web.Message;

/// What one request shows of a live meeting.
///
/// @param stage for a whole page, unless the meeting was called off with no agenda
/// @param refused why the act of this request changed nothing
record LiveView(
        LivePage page, @Nullable StagePage stage, @Nullable Message refused) {}
