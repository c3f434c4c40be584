package org.peerage.meetings;

import org.peerage.web.Message;

/// What would be left behind by going on to the next item now. Whoever leads may go on all the same.
///
/// @param comesBack the item then counts as not reached, so that the next meeting has it again
public record Doubt(Message question, boolean comesBack) {}
