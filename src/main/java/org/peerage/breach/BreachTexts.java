package org.peerage.breach;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;

/// What is reported, and what those concerned say to whoever handles it.
@Component
class BreachTexts implements TextKinds {

    /// In the order in which they are asked.
    static final List<String> PARTS = List.of("what", "harm");

    static final TextKind REPORT = new TextKind("breach-report", Set.copyOf(PARTS), Audience.only("handler"), false);
    static final TextKind ACCOUNT = TextKind.once("breach-account", Audience.only("handler", "speaker"));

    @Override
    public List<TextKind> kinds() {
        return List.of(REPORT, ACCOUNT);
    }

    @Override
    public Map<String, Link> places() {
        var page = Link.to("/groups/{group}/breach", "breach.place");
        return Map.of(REPORT.key(), page, ACCOUNT.key(), page);
    }
}
