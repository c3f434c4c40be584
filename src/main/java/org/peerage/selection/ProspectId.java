package org.peerage.selection;

import java.util.UUID;
import org.peerage.groups.GroupId;

/// Somebody who may join a group; also the id of the sealed words that say why.
public record ProspectId(UUID value) {

    /// Of their page.
    public String in(GroupId group) {
        return ProspectsPage.address(group) + "/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
