package org.peerage.selection;

import java.util.UUID;
import org.peerage.groups.GroupId;

/// Somebody who may join a group; also the id of the sealed words that say why.
public record ProspectId(UUID value) {

    /// Of their page.
    public String in(GroupId group) {
        return list(group) + "/" + value;
    }

    /// Of the page with all whom a group considers.
    public static String list(GroupId group) {
        return group.address() + "/prospects";
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
