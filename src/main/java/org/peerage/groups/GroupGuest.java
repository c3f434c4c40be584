package org.peerage.groups;

import java.util.List;
import org.peerage.web.Link;
import org.peerage.web.Panel;

/// A module on the pages about groups: its ways in, and what it has for whoever looks to do next. One bean a module;
/// `@Order` says whose links come first. Called in the transaction of the page, for whoever acts.
public interface GroupGuest {

    /// On the page of the group.
    default List<Link> links(Circle circle) {
        return List.of();
    }

    default List<NextStep> next(Circle circle) {
        return List.of();
    }

    /// On the page of a member, for whoever is in the room with them.
    default List<Panel> of(Circle circle, Circle.Sitter member) {
        return List.of();
    }

    /// On somebody's first page, of all the groups they sit in.
    default List<Panel> panels(List<Circle> mine) {
        return List.of();
    }
}
