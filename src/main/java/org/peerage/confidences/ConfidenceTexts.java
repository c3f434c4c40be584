package org.peerage.confidences;

import java.util.List;
import java.util.Map;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;

/// What is said to the chair alone.
@Component
class ConfidenceTexts implements TextKinds {

    static final TextKind CONFIDENCE = TextKind.once("confidence", Audience.only("chair"));

    @Override
    public List<TextKind> kinds() {
        return List.of(CONFIDENCE);
    }

    @Override
    public Map<String, Link> places() {
        return Map.of(CONFIDENCE.key(), Link.to("/groups/{group}/confidences", "confidences.place"));
    }
}
