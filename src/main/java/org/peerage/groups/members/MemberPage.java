package org.peerage.groups.members;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.web.Panel;

/// What the room knows of one of its members.
record MemberPage(Circle circle, Circle.Sitter member, boolean me, List<Panel> panels) {

    String room() {
        return circle.openRoom().value();
    }
}
