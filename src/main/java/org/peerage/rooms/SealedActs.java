package org.peerage.rooms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.peerage.live.LiveTopics;
import org.peerage.live.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Acts that change what people follow together and may write to a room as well. There is one order in which such acts
/// wait for each other, so that no two of them wait in a circle: the topic's row, then the room's head, then anything
/// else.
@Component
public class SealedActs {

    private static final Logger LOG = LoggerFactory.getLogger(SealedActs.class);

    private final LiveTopics topics;
    private final RoomStore store;
    private final TransactionTemplate transaction;

    SealedActs(LiveTopics topics, RoomStore store, PlatformTransactionManager transactions) {
        this.topics = topics;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Runs an act in a transaction that has taken its turn. If the database ends it in favour of another all the same,
    /// it is run once more, in a fresh transaction: so it must read what it decides by itself. Inside a transaction
    /// that has begun already it is a part of that, and never repeated.
    ///
    /// @param topic asked in the transaction of the act; empty where nobody follows what is changed
    /// @param words of one room, or none
    public <T> T inOrder(Supplier<Optional<Topic>> topic, List<SealedPut> words, Supplier<T> act) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return once(topic, words, act);
        }
        try {
            return once(topic, words, act);
        } catch (PessimisticLockingFailureException overtaken) {
            LOG.debug("An act is done once more", overtaken);
            return once(topic, words, act);
        }
    }

    private <T> T once(Supplier<Optional<Topic>> topic, List<SealedPut> words, Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(status -> {
            topic.get().ifPresent(topics::take);
            words.stream().map(SealedPut::room).findFirst().ifPresent(store::take);
            return act.get();
        }));
    }
}
