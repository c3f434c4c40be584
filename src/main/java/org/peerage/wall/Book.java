package org.peerage.wall;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.live.LiveTopics;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedActs;
import org.peerage.rooms.SealedInput;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The group's own book: its purpose, the year's plan, its norms. Whoever writes a chapter puts a new text beside the
/// earlier ones, so that everybody sees who changed what the group once said.
@Component
class Book {

    private final BookStore store;
    private final Circles circles;
    private final Groups groups;
    private final Rooms rooms;
    private final SealedActs acts;
    private final LiveTopics topics;
    private final WallNotices notices;
    private final InstantSource clock;

    Book(
            BookStore store,
            Circles circles,
            Groups groups,
            Rooms rooms,
            SealedActs acts,
            LiveTopics topics,
            WallNotices notices,
            InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.groups = groups;
        this.rooms = rooms;
        this.acts = acts;
        this.topics = topics;
        this.notices = notices;
        this.clock = clock;
    }

    /// In the transaction of the wall's page.
    BookPage page(Circle circle) {
        var all = store.in(circle.id());
        var texts = rooms.texts(
                circle.openRoom(), all.stream().map(BookStore.Written::id).toList());
        var parts = Stream.of(Chapter.values())
                .map(chapter -> {
                    var versions = all.stream()
                            .filter(written -> written.chapter() == chapter)
                            .flatMap(written -> Optional.ofNullable(texts.get(written.id())).stream()
                                    .map(text -> new BookPage.Version(written.by(), written.at(), text)))
                            .toList();
                    return new BookPage.Part(
                            chapter, versions, Ids.steady("book", Acting.me(), circle.id(), chapter, versions.size()));
                })
                .toList();
        return new BookPage(parts, mayWrite(circle), notices.bookWaits(circle.id()));
    }

    /// @param after the text that the writer had before them; another that came meanwhile is not overwritten unseen
    void write(GroupId group, Chapter chapter, @Nullable UUID after, SealedInput sealed) {
        var topic = Wall.topic(group);
        acts.inOrder(() -> Optional.of(topic), sealed.puts(), () -> {
            var circle = circles.own(group);
            if (!mayWrite(circle)) {
                throw new NotFound();
            }
            var words = sealed.only(chapter.kind());
            if (!words.about().equals(group.value())) {
                throw new RoomRefused("text-missing");
            }
            var latest = store.latest(group, chapter);
            var again = latest.filter(words.id()::equals).isPresent();
            if (!again && !latest.equals(Optional.ofNullable(after))) {
                throw new RoomRefused("book-elsewhere");
            }
            if (rooms.put(circle.openRoom(), List.of(words))) {
                store.add(group, circle.openRoom(), words.id(), chapter, clock.instant());
                topics.changed(topic, "book", words.id());
                notices.bookChanged(circle);
            }
            return true;
        });
    }

    /// Whoever acts has had the book open before them.
    @Transactional
    void read(GroupId group) {
        circles.own(group);
        notices.bookRead(group);
    }

    private boolean mayWrite(Circle circle) {
        return circle.chaired()
                || groups.terms(circle.id())
                        .filter(terms -> terms.signed() && terms.membersWriteTheBook())
                        .isPresent();
    }
}
