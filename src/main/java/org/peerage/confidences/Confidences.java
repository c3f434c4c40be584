package org.peerage.confidences;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.readers.Readers;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Telling the chair something, and what becomes of it.
@Component
class Confidences {

    private final ConfidenceStore store;
    private final Circles circles;
    private final Rooms rooms;
    private final Readers readers;
    private final InstantSource clock;

    Confidences(ConfidenceStore store, Circles circles, Rooms rooms, Readers readers, InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.rooms = rooms;
        this.readers = readers;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    ConfidencesPage page(GroupId group) {
        var circle = circles.own(group);
        var me = Acting.me();
        var all = store.in(group);
        var received = all.stream().filter(one -> one.chair().equals(me)).toList();
        var texts = rooms.texts(
                circle.openRoom(), received.stream().map(Confidence::id).toList());
        return new ConfidencesPage(
                circle,
                Ids.next(),
                circle.chair()
                        .flatMap(circle::sitter)
                        .filter(chair -> !chair.id().equals(me)),
                received.stream()
                        .map(one -> new ConfidencesPage.Received(one, circle.nameOf(one.by()), texts.get(one.id())))
                        .toList(),
                all.stream()
                        .filter(one -> one.by().equals(me))
                        .map(one -> new ConfidencesPage.Told(one, circle.nameOf(one.chair())))
                        .toList());
    }

    /// The words are for whoever chairs.
    @Transactional
    void tell(GroupId group, SealedInput sealed) {
        var circle = circles.own(group);
        var words = sealed.only(ConfidenceTexts.CONFIDENCE);
        var chair = readers.chair(circle.openRoom(), words);
        if (rooms.put(circle.openRoom(), List.of(words))) {
            store.add(new Confidence(
                    words.id(), group, circle.openRoom(), Acting.me(), chair, clock.instant(), Confidence.State.TOLD));
        }
    }

    /// By whoever was told; said twice, or after it was answered, it changes nothing.
    @Transactional
    void say(GroupId group, UUID id, Confidence.State state) {
        var told = store.take(id).filter(one -> one.group().equals(group)).orElseThrow(NotFound::new);
        if (told.state().before(state)) {
            store.move(told, state, clock.instant());
        }
    }
}
