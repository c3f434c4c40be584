package org.peerage.notices;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.peerage.live.LiveTopics;
import org.peerage.live.Topic;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Whose lists an act has moved. They are told at its end, each once and in one order: an act that took the
/// topic of one person, and later that of another, would wait for an act that took them the other way round.
@Component
class MovedLists {

    private final NoticeStore store;
    private final LiveTopics topics;
    private final Scope scope;

    MovedLists(NoticeStore store, LiveTopics topics, Scope scope) {
        this.store = store;
        this.topics = topics;
        this.scope = scope;
    }

    static Topic topic(PersonId person) {
        return new Topic(Notices.ACTOR, person.value());
    }

    /// Only inside a transaction.
    void add(Collection<PersonId> people) {
        if (!people.isEmpty()) {
            ofThisTransaction().addAll(people);
        }
    }

    private Set<PersonId> ofThisTransaction() {
        var kept = TransactionSynchronizationManager.getResource(this);
        if (kept instanceof AtTheEnd known) {
            return known.people;
        }
        var end = new AtTheEnd();
        TransactionSynchronizationManager.bindResource(this, end);
        TransactionSynchronizationManager.registerSynchronization(end);
        return end.people;
    }

    private void move(Collection<PersonId> people) {
        scope.actingAs(new Actor.Program(Notices.ACTOR), () -> {
            for (var person : people) {
                if (!store.has(person)) {
                    topics.begin(topic(person), person.value());
                }
                topics.changed(topic(person), "notices", null);
            }
            return true;
        });
    }

    private final class AtTheEnd implements TransactionSynchronization {

        private final Set<PersonId> people = new TreeSet<>(Comparator.comparing(PersonId::value));

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(MovedLists.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(MovedLists.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            move(people);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(MovedLists.this);
        }
    }
}
