package org.peerage.coaching;

import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;

/// An issue as far as somebody prepares it.
///
/// @param ahead the group has not begun to work on it
record Presented(UUID issue, GroupId group, PersonId presenter, boolean ahead) {}
