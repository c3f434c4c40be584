package org.peerage.parkinglot;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.goals.GoalWork;
import org.peerage.groups.Circle;
import org.peerage.issues.WaitingIssues;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What stands in the way of a goal is brought to the group: the way there, and what has been brought of it.
@Component
class GoalObstacles implements GoalWork {

    private final WaitingIssues issues;

    GoalObstacles(WaitingIssues issues) {
        this.issues = issues;
    }

    /// @param bring where it is brought; null for whoever may not
    record Below(@Nullable String bring, List<WaitingIssues.ForGoal> brought) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Map<UUID, Panel> below(Circle circle, Collection<Asked> goals) {
        var brought = issues.forGoals(circle, goals.stream().map(Asked::goal).toList());
        var panels = new HashMap<UUID, Panel>();
        for (var asked : goals) {
            var its = brought.stream()
                    .filter(one -> one.goal().equals(asked.goal()))
                    .toList();
            if (asked.mine() || !its.isEmpty()) {
                var bring = asked.mine() ? ParkingLotPage.address(circle.id()) + "?goal=" + asked.goal() : null;
                panels.put(asked.goal(), new Panel("parkinglot/below", Map.of("below", new Below(bring, its))));
            }
        }
        return panels;
    }
}
