package org.peerage.groups;

import java.util.Locale;

/// Under which head a way from a group's page stands. Their order is that of the page.
public enum Shelf {
    MEETINGS,
    /// What goes on from one meeting to the next.
    BETWEEN,
    /// Who sits here, who may, and what they do for the group.
    PEOPLE,
    /// What they have agreed on, and how they agree.
    RULES,
    /// What somebody takes with them.
    KEPT;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
