package org.peerage.notices;

import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.peerage.mail.Outbox;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells people something, and takes it back when it no longer holds. Part of the act it tells of: both or neither.
@Component
public class Notices {

    static final String ACTOR = "notices";

    private final NoticeStore store;
    private final MovedLists moved;
    private final Outbox outbox;
    private final Scope scope;
    private final InstantSource clock;
    private final URI base;

    Notices(
            NoticeStore store,
            MovedLists moved,
            Outbox outbox,
            Scope scope,
            InstantSource clock,
            @Value("${peerage.base-url}") URI base) {
        this.store = store;
        this.moved = moved;
        this.outbox = outbox;
        this.scope = scope;
        this.clock = clock;
        this.base = base;
    }

    /// Of the page with one's notices.
    public static String page() {
        return "/notices";
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Notice notice, Collection<PersonId> to) {
        tell(notice, to, person -> "");
    }

    /// The same, with names for what is passed on by hand.
    ///
    /// @param names by which whoever acts may pass it on by hand to those whom no letter reaches
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Notice notice, Collection<PersonId> to, Function<PersonId, String> names) {
        var rows = new LinkedHashMap<UUID, PersonId>();
        to.forEach(person -> rows.put(Ids.next(), person));
        if (rows.isEmpty()) {
            return;
        }
        // As finely as the database keeps it: rounded up it would be for later.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var told = asProgram(() -> store.tell(notice, rows, now)).stream()
                .filter(line -> !line.from().isAfter(now))
                .toList();
        moved.add(told.stream().map(NoticeStore.Told::person).toList());
        told.forEach(line -> mail(line, notice.kind(), names.apply(line.person())));
    }

    /// Whether whoever acts has one that is not yet withdrawn.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public boolean waits(NoticeKind kind, UUID subject) {
        return store.waits(kind.key(), subject);
    }

    /// From everybody.
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(NoticeKind kind, UUID subject) {
        gone(() -> store.withdraw(kind.key(), subject));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(NoticeKind kind, UUID subject, PersonId person) {
        gone(() -> store.withdraw(kind.key(), subject, person));
    }

    /// It is up to one person now.
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawFromOthers(NoticeKind kind, UUID subject, PersonId person) {
        gone(() -> store.withdrawFromOthers(kind.key(), subject, person));
    }

    /// They have left this circle, and hear nothing of it any more.
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(PersonId person, UUID circle) {
        gone(() -> store.leave(person, circle));
    }

    void mail(NoticeStore.Told told, NoticeKind kind, String name) {
        var letter = kind.letter();
        if (letter != null) {
            outbox.post(new NoticeLetter(told, name, letter, Optional.ofNullable(kind.act()), base));
        }
    }

    private void gone(Supplier<List<NoticeStore.Gone>> work) {
        var gone = asProgram(work);
        moved.add(gone.stream().map(NoticeStore.Gone::person).toList());
        gone.forEach(notice -> outbox.takeBack(NoticeLetter.thread(notice.id())));
    }

    private <T> T asProgram(Supplier<T> work) {
        return scope.actingAs(new Actor.Program(ACTOR), work::get);
    }
}
