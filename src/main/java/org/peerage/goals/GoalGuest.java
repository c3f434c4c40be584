package org.peerage.goals;

import java.util.List;
import java.util.Map;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.web.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to the goals of a group, and what a member wants to reach on their page.
@Component
@Order(2)
class GoalGuest implements GroupGuest {

    private final Goals goals;

    GoalGuest(Goals goals) {
        this.goals = goals;
    }

    @Override
    public List<Way> ways(Circle circle) {
        return circle.mine() && circle.room().isPresent()
                ? List.of(Way.to(Shelf.BETWEEN, Goals.address(circle.id()), "goals.nav"))
                : List.of();
    }

    @Override
    public Map<String, List<Map<String, String>>> facts(Circle circle) {
        return Map.of(
                "goals",
                goals.all(circle).stream()
                        .map(goal -> Map.of(
                                "id", goal.id().toString(),
                                "owner", circle.nameOf(goal.owner()),
                                "by", goal.by().toString(),
                                "state", goal.state().key()))
                        .toList());
    }

    @Override
    public List<Panel> of(Circle circle, Circle.Sitter member) {
        var theirs = goals.of(circle, member.id());
        return theirs.isEmpty() ? List.of() : List.of(new Panel("goals/theirs", Map.of("goals", theirs)));
    }
}
