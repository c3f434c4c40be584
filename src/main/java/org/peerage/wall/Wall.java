package org.peerage.wall;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.RoomOpened;
import org.peerage.live.LiveTopics;
import org.peerage.live.Topic;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedActs;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.NotFound;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Saying something on a group's wall, answering it, and having read it.
@Component
class Wall {

    private static final String MODULE = "wall";

    /// Threads on a page.
    private static final int AT_MOST = 20;

    private final WallStore store;
    private final Circles circles;
    private final Rooms rooms;
    private final SealedActs acts;
    private final LiveTopics topics;
    private final InstantSource clock;

    Wall(WallStore store, Circles circles, Rooms rooms, SealedActs acts, LiveTopics topics, InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.rooms = rooms;
        this.acts = acts;
        this.topics = topics;
        this.clock = clock;
    }

    /// Every room has a wall from its first day.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RoomOpened opened) {
        topics.begin(topic(opened.group()), opened.group().value());
    }

    /// What was said, the threads that were moved last first.
    ///
    /// @param before threads that were moved last before then; null for the latest
    @Transactional(readOnly = true)
    WallPage page(GroupId group, @Nullable Instant before) {
        var circle = circle(group);
        var n = store.n(group);
        var until = store.until(group);
        var entries = store.threads(group, Objects.requireNonNullElseGet(before, clock::instant), AT_MOST);
        var texts =
                rooms.texts(circle.openRoom(), entries.stream().map(Entry::id).toList());
        var shown = threads(circle, entries, texts, until);
        return new WallPage(
                circle,
                n,
                before == null,
                Ids.steady(MODULE, Acting.me(), group, store.begunByMe(group)),
                shown,
                entries.stream().map(Entry::thread).distinct().count() < AT_MOST ? null : oldest(entries));
    }

    /// When the last of these threads was moved last.
    private static Instant oldest(List<Entry> entries) {
        return entries.stream()
                .collect(Collectors.toMap(Entry::thread, Entry::at, (one, other) -> one.isAfter(other) ? one : other))
                .values()
                .stream()
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<WallPage.Talk> threads(
            Circle circle, List<Entry> entries, Map<UUID, SealedView> texts, Optional<Instant> until) {
        var threads = new LinkedHashMap<UUID, List<WallPage.Said>>();
        for (var entry : entries) {
            var text = texts.get(entry.id());
            if (text != null) {
                var fresh = !entry.by().equals(Acting.me())
                        && until.map(entry.at()::isAfter).orElse(true);
                threads.computeIfAbsent(entry.thread(), thread -> new ArrayList<>())
                        .add(new WallPage.Said(entry, circle.nameOf(entry.by()), text, fresh));
            }
        }
        return threads.values().stream()
                // A thread that began before somebody's time is not shown to them in pieces.
                .filter(thread -> thread.getFirst().entry().begins())
                .map(Wall::thread)
                .toList();
    }

    private static WallPage.Talk thread(List<WallPage.Said> thread) {
        var mine = thread.stream()
                .filter(said -> said.entry().by().equals(Acting.me()))
                .count();
        return new WallPage.Talk(
                thread.getFirst(),
                thread.subList(1, thread.size()),
                Ids.steady(MODULE, Acting.me(), thread.getFirst().entry().id(), mine));
    }

    /// Says something to the group: something new, or an answer to what began a thread.
    void say(GroupId group, @Nullable UUID thread, SealedInput sealed) {
        acts.inOrder(() -> Optional.of(topic(group)), sealed.puts(), () -> {
            var circle = circle(group);
            if (thread != null
                    && store.find(group, thread).filter(Entry::begins).isEmpty()) {
                throw new NotFound();
            }
            var words = sealed.only(thread == null ? WallTexts.ENTRY : WallTexts.REPLY);
            var about = thread == null ? words.id() : thread;
            if (!words.about().equals(about)) {
                throw new RoomRefused("text-missing");
            }
            if (rooms.put(circle.openRoom(), List.of(words))) {
                var entry = new Entry(words.id(), about, Acting.me(), clock.instant());
                store.add(group, circle.openRoom(), entry);
                topics.changed(topic(group), "said", entry.id());
            }
            return true;
        });
    }

    /// Whoever acts has read as far as this entry.
    @Transactional
    void read(GroupId group, UUID latest) {
        circle(group);
        store.read(
                group,
                Acting.me(),
                store.find(group, latest).orElseThrow(NotFound::new).at());
    }

    /// For whoever may follow the wall.
    @Transactional(readOnly = true)
    Topic followed(GroupId group) {
        circle(group);
        return topic(group);
    }

    private static Topic topic(GroupId group) {
        return new Topic(MODULE, group.value());
    }

    private Circle circle(GroupId group) {
        return circles.withRoom(group).filter(Circle::mine).orElseThrow(NotFound::new);
    }
}
