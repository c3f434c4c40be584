package org.peerage.identity.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peerage.identity.Sessions;
import org.springframework.session.Session;

/// What of a session stays as it is until it ends.
record LastingPart(Instant created, Instant lastSeen, Duration longestAbsence, Map<String, Object> attributes) {

    /// None of a session that may yet change who it is good for: that of a stranger, and one that has shown no keys.
    static @Nullable LastingPart of(@Nullable Session session) {
        if (session == null || !Sessions.proved(session)) {
            return null;
        }
        var attributes = new HashMap<String, Object>();
        for (var name : session.getAttributeNames()) {
            Object value = session.getAttribute(name);
            if (Sessions.lasts(name) && value != null) {
                attributes.put(name, value);
            }
        }
        return new LastingPart(
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getMaxInactiveInterval(),
                Map.copyOf(attributes));
    }
}
