package org.peerage.calls;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;

/// Who calls the presenter of a setback, for one member.
///
/// @param item of the meeting where it is shown, or null on the page of the issue
/// @param open calls can still be taken by whoever looks
/// @param over the two days are, and what stands here is what came of them
record CallsPage(
        Circle circle,
        UUID issue,
        @Nullable UUID item,
        String presenter,
        boolean presents,
        List<Line> calls,
        boolean open,
        boolean over) {

    record Line(String name, String page, boolean me, boolean made) {}

    /// The call of whoever looks; null where they have taken none.
    @Nullable Line mine() {
        return calls.stream().filter(Line::me).findFirst().orElse(null);
    }

    String address(String act) {
        return circle.id().address() + "/calls/" + issue + "/" + act + (item == null ? "" : "?item=" + item);
    }
}
