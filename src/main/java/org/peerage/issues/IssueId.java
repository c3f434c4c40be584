package org.peerage.issues;

import java.util.UUID;
import org.peerage.groups.GroupId;

/// An issue that a member brings to their group.
public record IssueId(UUID value) {

    /// Of its page, for those in the room.
    public String address(GroupId group) {
        return group.address() + "/issues/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
