package org.peerage.groups;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.web.Message;
import org.peerage.web.Panel;

/// A module on the pages about groups: its ways in, and what it has for whoever looks to do next. One bean a module;
/// `@Order` says whose ways come first. Called in the transaction of the page, for whoever acts.
public interface GroupGuest {

    /// On the page of the group.
    default List<Way> ways(Circle circle) {
        return List.of();
    }

    /// What this module has to do with beginning a group, for whoever arranges it.
    default List<Beginning> begins(Circle circle) {
        return List.of();
    }

    /// What somebody who is invited may know of when it meets.
    default Optional<Message> meets(Circle circle) {
        return Optional.empty();
    }

    default List<NextStep> next(Circle circle) {
        return List.of();
    }

    /// On the page of a member, for whoever is in the room with them.
    default List<Panel> of(Circle circle, Circle.Sitter member) {
        return List.of();
    }

    /// What whoever leads the group next has to know, for whoever is in the room.
    default Optional<HandOver> handOver(Circle circle) {
        return Optional.empty();
    }

    /// What whoever acts does for the group, and to whom it goes when they leave.
    default List<InHand> inHand(Circle circle) {
        return List.of();
    }

    /// What this module keeps of the group outside its room, by what it is called, for the copy that a member takes.
    default Map<String, List<Map<String, String>>> facts(Circle circle) {
        return Map.of();
    }

    /// On somebody's first page, of all the groups they sit in.
    default List<Panel> panels(List<Circle> mine) {
        return List.of();
    }

    /// On somebody's first page whether they sit in a group or not, because this does not come from a seat.
    default List<Panel> always() {
        return List.of();
    }
}
