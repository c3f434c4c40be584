package org.peerage.commitments.weekly;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;

/// The two lines, for whoever promised and their witness.
@Component
class WeeklyTexts implements TextKinds {

    static final TextKind WEEK =
            new TextKind("commitment-week", Set.of("standing", "hindrance"), Audience.only("owner", "witness"), false);

    @Override
    public List<TextKind> kinds() {
        return List.of(WEEK);
    }

    @Override
    public Map<String, Link> places() {
        return Map.of(WEEK.key(), Link.to("/groups/{group}/commitments", "commitments.weekly.place"));
    }
}
