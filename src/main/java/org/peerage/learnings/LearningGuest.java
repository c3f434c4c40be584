package org.peerage.learnings;

import java.util.List;
import java.util.Map;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.web.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to what was learned in a group, and what a member has learned on their page.
@Component
@Order(3)
class LearningGuest implements GroupGuest {

    private final Learnings learnings;

    LearningGuest(Learnings learnings) {
        this.learnings = learnings;
    }

    @Override
    public List<Way> ways(Circle circle) {
        return circle.mine() && circle.room().isPresent()
                ? List.of(Way.to(Shelf.BETWEEN, LearningsPage.address(circle), "learnings.nav"))
                : List.of();
    }

    @Override
    public List<Panel> of(Circle circle, Circle.Sitter member) {
        var theirs = learnings.of(circle, member.id());
        return theirs.isEmpty() ? List.of() : List.of(new Panel("learnings/theirs", Map.of("lines", theirs)));
    }
}
