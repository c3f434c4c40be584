package org.peerage.identity.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/// The sessions in the database, of which it is written down at most once a minute that somebody is still there. Each
/// request would otherwise write a row and wait for the disk, though nothing has changed. A session may so end up to a
/// minute early, out of twelve hours.
final class SeldomTouched<S extends Session> implements FindByIndexNameSessionRepository<SeldomTouched.Seen> {

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final FindByIndexNameSessionRepository<S> sessions;

    SeldomTouched(FindByIndexNameSessionRepository<S> sessions) {
        this.sessions = sessions;
    }

    /// A session that counts only some of the times it is seen.
    record Seen(Session session) implements Session {

        @Override
        public void setLastAccessedTime(Instant now) {
            if (!now.isBefore(session.getLastAccessedTime().plus(A_WHILE))) {
                session.setLastAccessedTime(now);
            }
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            return session.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return session.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            session.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            session.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            session.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }

    @Override
    public Seen createSession() {
        return new Seen(sessions.createSession());
    }

    @Override
    @SuppressWarnings("unchecked")
    public void save(Seen seen) {
        sessions.save((S) seen.session());
    }

    @Override
    public @Nullable Seen findById(String id) {
        var found = sessions.findById(id);
        return found == null ? null : new Seen(found);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    @Override
    public Map<String, Seen> findByIndexNameAndIndexValue(String name, String value) {
        return sessions.findByIndexNameAndIndexValue(name, value).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> new Seen(found.getValue())));
    }
}
