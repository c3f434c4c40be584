package org.peerage.live;

import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The topics, as those who change them know them. Everything is part of the caller's act and of its transaction;
/// nodes hear of it when that commits.
@Component
public class LiveTopics {

    private final TopicStore store;
    private final InstantSource clock;

    LiveTopics(TopicStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// From now on it may be followed.
    ///
    /// @param audience what the policies of the topic's module compare, such as a group
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Topic topic, UUID audience) {
        store.add(topic, audience);
    }

    /// Waits for this topic's turn, which lasts until the transaction ends. Whatever changes a topic and seals
    /// words as well takes this first and the room's head second: in the other order two of them would each
    /// hold what the other waits for. Not found where whoever acts may not see it.
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Topic topic) {
        if (!store.lock(topic)) {
            throw new NotFound();
        }
    }

    /// Whether this request has told its change before, because it was sent twice.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public boolean has(Topic topic, UUID request) {
        return store.has(topic, request);
    }

    /// Tells everybody who follows that something has changed, in the name of whoever acts. Ids only.
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(Topic topic, String what, @Nullable UUID subject) {
        changed(topic, what, subject, Ids.next());
    }

    /// As above, once for a request.
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(Topic topic, String what, @Nullable UUID subject, UUID request) {
        var now = clock.instant();
        var n = store.advance(topic, now).orElseThrow(NotFound::new);
        store.append(topic, n, what, Acting.person().orElse(null), subject, request, now);
        store.tell(TopicStore.AT + " " + topic.id() + " " + n);
    }

    /// Somebody is let out of something: from now on their pages have to ask again, on every node, and are let in
    /// where they still belong.
    @Transactional(propagation = Propagation.MANDATORY)
    public void endStreams(PersonId person) {
        store.tell(TopicStore.OUT + " " + person);
    }
}
