package org.peerage.issues;

import java.util.UUID;

/// An issue that a member brings to their group.
public record IssueId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
