package org.peerage.issues;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.NextStep;
import org.peerage.web.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The issues that a member has brought, and what came of them; the question to its presenter whether one has helped.
@Component
@Order(3)
class IssueGuest implements GroupGuest {

    private final Issues issues;
    private final IssuePages pages;

    IssueGuest(Issues issues, IssuePages pages) {
        this.issues = issues;
        this.pages = pages;
    }

    @Override
    public List<NextStep> next(Circle circle) {
        if (!circle.mine() || circle.room().isEmpty()) {
            return List.of();
        }
        var waiting = pages.waiting(circle);
        return Stream.concat(
                        waiting.finish().stream().map(id -> step(circle, id, NextStep.Urgency.DUE, "finish")),
                        waiting.lookBack().stream().map(id -> step(circle, id, NextStep.Urgency.HEARING, "look-back")))
                .toList();
    }

    private static NextStep step(Circle circle, IssueId id, NextStep.Urgency urgency, String what) {
        return NextStep.to(id.address(circle.id()), urgency, "issues.next." + what + ".");
    }

    @Override
    public List<Panel> of(Circle circle, Circle.Sitter member) {
        var kept = issues.brought(circle, member.id());
        return kept.isEmpty()
                ? List.of()
                : List.of(new Panel(
                        "issues/brought",
                        Map.of("kept", kept, "by", kept.getFirst().stated().author())));
    }
}
