package org.peerage.identity.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.peerage.identity.Sessions;
import org.springframework.session.Session;

/// A session of one request. It asks the database when somebody wants to know what changes, or changes it, and not
/// before. If it has ended by then there is nothing more in it, and nothing more to keep.
final class NearbySession<S extends Session> implements Session {

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    /// After this a session ends however much it is used: a cookie that somebody has taken is not good for ever.
    static final Duration LONGEST = Duration.ofDays(14);

    private final String id;
    private final @Nullable LastingPart lasting;
    private final Supplier<@Nullable S> stored;
    private @Nullable S asked;

    NearbySession(String id, @Nullable LastingPart lasting, Supplier<@Nullable S> stored) {
        this.id = id;
        this.lasting = lasting;
        this.stored = stored;
    }

    /// Under which it was found.
    String firstId() {
        return id;
    }

    Optional<S> whatWasAsked() {
        return Optional.ofNullable(asked);
    }

    private Optional<S> ask() {
        if (asked == null) {
            asked = stored.get();
        }
        return whatWasAsked();
    }

    private <T> Optional<T> lasting(Function<LastingPart, T> part) {
        return asked == null ? Optional.ofNullable(lasting).map(part) : Optional.empty();
    }

    @Override
    public String getId() {
        return whatWasAsked().map(Session::getId).orElse(id);
    }

    @Override
    public String changeSessionId() {
        return ask().map(Session::changeSessionId).orElse(id);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getAttribute(String name) {
        if (asked == null && lasting != null && Sessions.lasts(name)) {
            return (T) lasting.attributes().get(name);
        }
        var session = ask();
        return session.isEmpty() ? null : session.get().getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return ask().map(Session::getAttributeNames).orElse(Set.of());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
        } else {
            ask().ifPresent(session -> session.setAttribute(name, value));
        }
    }

    @Override
    public void removeAttribute(String name) {
        ask().ifPresent(session -> session.removeAttribute(name));
    }

    @Override
    public Instant getCreationTime() {
        return lasting(LastingPart::created)
                .or(() -> ask().map(Session::getCreationTime))
                .orElse(Instant.EPOCH);
    }

    @Override
    public void setLastAccessedTime(Instant now) {
        if (!now.isBefore(getLastAccessedTime().plus(A_WHILE))) {
            ask().ifPresent(session -> {
                session.setLastAccessedTime(now);
                session.setMaxInactiveInterval(longestAbsence(session, now));
            });
        }
    }

    private static Duration longestAbsence(Session session, Instant now) {
        var left = Duration.between(now, session.getCreationTime().plus(LONGEST));
        var usual = session.getMaxInactiveInterval();
        // A negative one would mean for ever.
        return left.isNegative() ? Duration.ZERO : left.compareTo(usual) < 0 ? left : usual;
    }

    @Override
    public Instant getLastAccessedTime() {
        return lasting(LastingPart::lastSeen)
                .or(() -> ask().map(Session::getLastAccessedTime))
                .orElse(Instant.EPOCH);
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        ask().ifPresent(session -> session.setMaxInactiveInterval(interval));
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return lasting(LastingPart::longestAbsence)
                .or(() -> ask().map(Session::getMaxInactiveInterval))
                .orElse(Duration.ZERO);
    }

    @Override
    public boolean isExpired() {
        // What this node knows is some seconds old at most, and was not expired when it was read.
        return (asked != null || lasting == null)
                && ask().map(Session::isExpired).orElse(true);
    }
}
