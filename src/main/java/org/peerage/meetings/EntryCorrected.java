package org.peerage.meetings;

import java.util.List;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;

/// What had been entered of a meeting on paper has been put right.
///
/// @param came who was there after all
/// @param missed who was not
public record EntryCorrected(MeetingId meeting, GroupId group, List<PersonId> came, List<PersonId> missed) {

    public EntryCorrected {
        came = List.copyOf(came);
        missed = List.copyOf(missed);
    }
}
