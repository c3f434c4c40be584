package org.peerage.wall;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.files.Files;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.RoomOpened;
import org.peerage.live.LiveTopics;
import org.peerage.live.Topic;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedActs;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.SealedPut;
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
    private final Files files;
    private final Book book;
    private final SealedActs acts;
    private final LiveTopics topics;
    private final WallNotices notices;
    private final InstantSource clock;

    Wall(
            WallStore store,
            Circles circles,
            Rooms rooms,
            Files files,
            Book book,
            SealedActs acts,
            LiveTopics topics,
            WallNotices notices,
            InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.rooms = rooms;
        this.files = files;
        this.book = book;
        this.acts = acts;
        this.topics = topics;
        this.notices = notices;
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
        var circle = circles.own(group);
        var n = store.n(group);
        var until = store.until(group);
        var entries = store.threads(group, Objects.requireNonNullElseGet(before, clock::instant), AT_MOST);
        var ids = entries.stream().map(Entry::id).toList();
        var texts = rooms.texts(circle.openRoom(), ids);
        var shown = threads(circle, entries, texts, files.of(circle.openRoom(), ids), until);
        var begun = store.begunByMe(group);
        return new WallPage(
                circle,
                n,
                before == null ? book.page(circle) : null,
                Ids.steady(MODULE, Acting.me(), group, begun),
                Ids.steady(MODULE, Acting.me(), group, begun, "asked"),
                Acting.me(),
                until,
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
            Circle circle,
            List<Entry> entries,
            Map<UUID, SealedView> texts,
            Map<UUID, List<SealedView>> files,
            Optional<Instant> until) {
        var threads = new LinkedHashMap<UUID, List<WallPage.Said>>();
        for (var entry : entries) {
            var text = entry.taken() ? gone(circle, entry) : texts.get(entry.id());
            if (text != null) {
                var fresh = !entry.taken()
                        && !entry.by().equals(Acting.me())
                        && until.map(entry.at()::isAfter).orElse(true);
                threads.computeIfAbsent(entry.thread(), thread -> new ArrayList<>())
                        .add(new WallPage.Said(
                                entry,
                                circle.nameOf(entry.by()),
                                text,
                                files.getOrDefault(entry.id(), List.of()),
                                fresh));
            }
        }
        return threads.values().stream()
                // A thread that began before somebody's time is not shown to them in pieces.
                .filter(thread -> thread.getFirst().entry().begins())
                .map(Wall::thread)
                .toList();
    }

    /// The place of a text that its author has taken back. The page asks the ledger whether that is so.
    private static SealedView gone(Circle circle, Entry entry) {
        return new SealedView(
                circle.openRoom().value(),
                entry.forSome() ? SealedView.NAMED : WallTexts.of(entry).key(),
                entry.id(),
                1,
                1,
                entry.forSome() ? circle.id().value() : entry.thread(),
                "",
                "");
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

    /// Says something to the group.
    void say(GroupId group, SealedInput sealed) {
        act(group, sealed, circle -> {
            var words = sealed.first(WallTexts.ENTRY);
            if (!words.about().equals(words.id())) {
                throw new RoomRefused("text-missing");
            }
            put(circle, entry(words, words.id(), false), sealed);
        });
    }

    /// Asks a few of the group. To the others there is neither the question nor that it was asked.
    void ask(GroupId group, SealedInput sealed) {
        act(group, sealed, circle -> {
            var words = sealed.first(WallTexts.QUESTION);
            if (words.readers().size() < 2) {
                throw new RoomRefused("no-reader");
            }
            put(circle, entry(words, words.id(), true), sealed);
        });
    }

    /// Answers what began a thread: to the group, or to those who were asked.
    void answer(GroupId group, UUID thread, SealedInput sealed) {
        act(group, sealed, circle -> {
            var first = store.find(group, thread).filter(Entry::begins).orElseThrow(NotFound::new);
            var words = sealed.first(first.forSome() ? WallTexts.ANSWER : WallTexts.REPLY);
            // What a text for a few is about, its envelope says to them alone.
            if (!first.forSome() && !words.about().equals(thread)) {
                throw new RoomRefused("text-missing");
            }
            put(circle, entry(words, thread, first.forSome()), sealed);
        });
    }

    private Entry entry(SealedPut words, UUID thread, boolean forSome) {
        return new Entry(words.id(), thread, Acting.me(), clock.instant(), forSome, false);
    }

    private void act(GroupId group, SealedInput sealed, Consumer<Circle> act) {
        acts.inOrder(() -> Optional.of(topic(group)), sealed.puts(), () -> {
            act.accept(circles.own(group));
            return true;
        });
    }

    private void put(Circle circle, Entry entry, SealedInput sealed) {
        var room = circle.openRoom();
        if (!rooms.put(room, sealed.puts())) {
            return;
        }
        var words = sealed.puts().getFirst();
        files.belong(words, sealed.others());
        store.add(circle.id(), room, entry);
        if (entry.forSome()) {
            store.address(entry, room, words.readers());
        }
        topics.changed(topic(circle.id()), "said", entry.id());
        notices.said(circle, entry.forSome() ? store.asked(entry) : WallNotices.inRoom(circle));
    }

    /// Takes back what whoever acts has said, with its files. That it was said stays to be seen.
    ///
    /// @param signed the ledger's entries that say so, one for each text
    void takeBack(GroupId group, UUID id, String signed) {
        acts.inOrder(() -> Optional.of(topic(group)), List.of(), () -> {
            var room = circles.own(group).openRoom();
            var entry = store.find(group, id)
                    .filter(one -> one.by().equals(Acting.me()))
                    .orElseThrow(NotFound::new);
            var gone = gone(room, entry);
            var said = rooms.takeBack(room, signed);
            if (!said.isEmpty()) {
                if (!Set.copyOf(said).equals(gone)) {
                    throw new RoomRefused("text-missing");
                }
                store.takeBack(entry, clock.instant());
                topics.changed(topic(group), "taken", id);
            }
            return true;
        });
    }

    private Set<UUID> gone(RoomId room, Entry entry) {
        var gone = new HashSet<>(files.remove(room, entry.id()));
        gone.add(entry.id());
        return gone;
    }

    /// Whoever acts has read as far as this entry.
    @Transactional
    void read(GroupId group, UUID latest) {
        circles.own(group);
        store.read(
                group,
                Acting.me(),
                store.find(group, latest).orElseThrow(NotFound::new).at());
        if (store.unread(List.of(group)).isEmpty()) {
            notices.read(group);
        }
    }

    /// For whoever may follow the wall.
    @Transactional(readOnly = true)
    Topic followed(GroupId group) {
        circles.own(group);
        return topic(group);
    }

    static Topic topic(GroupId group) {
        return new Topic(MODULE, group.value());
    }
}
