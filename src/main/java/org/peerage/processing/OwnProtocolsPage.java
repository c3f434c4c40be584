package org.peerage.processing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.web.Message;

/// The ways in which a group works, with the minutes of their steps.
record OwnProtocolsPage(Circle circle, List<Line> lines) {

    /// @param minutes of all steps together, as the group has them
    /// @param why what was typed was not taken; null otherwise
    record Line(
            String module,
            String key,
            int people,
            int minutes,
            boolean changed,
            List<Step> steps,
            @Nullable Message why) {

        static Line of(Protocol shipped, Map<String, Integer> own, @Nullable Refused refused) {
            var asked = refused != null && refused.fits(shipped) ? refused : null;
            var shown = asked == null ? own : asked.typed();
            return new Line(
                    shipped.module(),
                    shipped.key(),
                    shipped.people(),
                    shipped.changed(own).orElse(shipped).minutes(),
                    !own.isEmpty(),
                    shipped.steps().stream()
                            .map(step -> new Step(
                                    step.key(),
                                    step.minutes().usual(),
                                    shown.getOrDefault(
                                            step.key(), step.minutes().usual())))
                            .toList(),
                    asked == null ? null : asked.why());
        }

        String id() {
            return module + "-" + key;
        }
    }

    record Step(String key, int usual, int own) {}

    /// What somebody typed for one of them, and why it was not taken.
    record Refused(String module, String key, Map<String, Integer> typed, Message why) {

        boolean fits(Protocol protocol) {
            return protocol.module().equals(module) && protocol.key().equals(key);
        }
    }

    static String address(GroupId group) {
        return group.address() + "/protocols";
    }

    String action(Line line) {
        return address(circle.id()) + "/" + line.module() + "/" + line.key();
    }
}
