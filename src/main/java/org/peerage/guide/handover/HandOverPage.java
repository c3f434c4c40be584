package org.peerage.guide.handover;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.groups.HandOver;

/// @param chair the name of whoever has the chair
record HandOverPage(Circle circle, String chair, List<HandOver> parts) {

    String room() {
        return circle.openRoom().value();
    }

    static String address(GroupId group) {
        return group.address() + "/hand-over";
    }
}
