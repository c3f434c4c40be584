package org.peerage.identity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Where a person is signed in. Ending a session takes away the key that wraps that browser's copy of the room keys, so
/// its rooms cannot be opened again without a lock.
@Component
class OpenSessions {

    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final ApplicationEventPublisher events;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.events = events;
    }

    /// One of them. `handle` names it in a page; the id stays a secret.
    record OpenSession(String handle, UsedBrowser browser, Instant since, Instant lastSeen, String factor) {

        boolean byLink() {
            return factor.equals(Sessions.BY_LINK);
        }

        boolean byProvider() {
            return factor.equals(Sessions.BY_PROVIDER);
        }
    }

    /// The last seen first.
    List<OpenSession> of(PersonId person) {
        return found(person).values().stream()
                .map(session -> new OpenSession(
                        attribute(session, Sessions.HANDLE),
                        UsedBrowser.read(attribute(session, Sessions.BROWSER)),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        attribute(session, Sessions.FACTOR)))
                .sorted(Comparator.comparing(OpenSession::lastSeen).reversed())
                .toList();
    }

    void end(PersonId person, String handle) {
        found(person).forEach((id, session) -> {
            if (attribute(session, Sessions.HANDLE).equals(handle)) {
                end(id);
            }
        });
    }

    void endAllBut(PersonId person, String handle) {
        found(person).forEach((id, session) -> {
            if (!attribute(session, Sessions.HANDLE).equals(handle)) {
                end(id);
            }
        });
        events.publishEvent(new Sessions.OthersEnded(person));
    }

    /// Whoever came in by keys that have been replaced goes; whoever has shown none yet may stay.
    void endProved(PersonId person) {
        found(person).forEach((id, session) -> {
            if (Sessions.proved(session)) {
                end(id);
            }
        });
    }

    /// Whoever came in on that provider's word alone is out. Whoever has shown keys since stands on those.
    @TransactionalEventListener
    void on(Sessions.ProviderRemoved removed) {
        found(removed.person()).forEach((id, session) -> {
            if (attribute(session, Sessions.PROVIDER).equals(removed.issuer()) && !Sessions.proved(session)) {
                end(id);
            }
        });
    }

    private void end(String id) {
        Acting.as(Sessions.ENDING, () -> {
            sessions.deleteById(id);
            return id;
        });
    }

    /// The head of every page says who is signed in, on each of their devices.
    @TransactionalEventListener
    void on(People.Renamed renamed) {
        rename(sessions, renamed.person(), renamed.name());
    }

    private static <S extends Session> void rename(
            FindByIndexNameSessionRepository<S> sessions, PersonId person, String name) {
        sessions.findByPrincipalName(person.toString()).values().forEach(session -> {
            if (session.getAttribute(CONTEXT) instanceof SecurityContext context) {
                session.setAttribute(CONTEXT, Sessions.called(context, person, name));
                sessions.save(session);
            }
        });
    }

    private Map<String, ? extends Session> found(PersonId person) {
        var all = sessions.findByPrincipalName(person.toString());
        all.values().removeIf(Session::isExpired);
        return all;
    }

    private static String attribute(Session session, String name) {
        return Objects.toString(session.getAttribute(name), "");
    }
}
