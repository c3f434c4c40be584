package org.peerage.issues;

import java.util.List;
import java.util.Map;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.web.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The issues that a member has brought, and what came of them.
@Component
@Order(3)
class IssueGuest implements GroupGuest {

    private final Issues issues;

    IssueGuest(Issues issues) {
        this.issues = issues;
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
