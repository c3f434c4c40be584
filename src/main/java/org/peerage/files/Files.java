package org.peerage.files;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomChange;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedPut;
import org.peerage.rooms.SealedView;
import org.peerage.sealing.FileParts;
import org.peerage.tenancy.Ids;
import org.peerage.web.NotFound;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Files on their way into a room, and those that are in it. A module whose texts carry files calls [#belong] after it
/// has put the words and the files' records, and [#remove] before it takes them out, in its own transaction.
@Component
public class Files {

    /// Parts of about a megabyte that a room holds: a gigabyte.
    private static final int ROOM = 1024;

    /// Files that go with one text.
    private static final int WITH_ONE_TEXT = 10;

    private final FileStore store;
    private final Circles circles;
    private final Rooms rooms;
    private final InstantSource clock;

    Files(FileStore store, Circles circles, Rooms rooms, InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.rooms = rooms;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Circle circle(GroupId group) {
        return circles.own(group);
    }

    @EventListener
    void on(RoomChange.Dissolved dissolved) {
        store.removeAll(dissolved.room());
    }

    /// A file is on its way. Begun twice, the one that no parts come for is removed after a day.
    @Transactional
    UUID begin(GroupId group, int parts) {
        var circle = circle(group);
        if (parts < 1 || parts > FileParts.MOST) {
            throw new RoomRefused("file-too-large");
        }
        if (store.partsIn(circle.openRoom()) + parts > ROOM) {
            throw new RoomRefused("files-full");
        }
        var id = Ids.next();
        store.begin(id, circle, parts, clock.instant());
        return id;
    }

    /// One part of it. Sent again it is kept once; a part that is there stays as it is.
    @Transactional
    void keep(GroupId group, UUID id, int number, byte[] sealed) {
        circle(group);
        if (sealed.length > FileParts.MOST_SEALED || sealed.length == 0 || sealed[0] != 1) {
            throw new RoomRefused("malformed");
        }
        if (!store.keep(group, id, number, sealed) && !store.has(group, id, number)) {
            throw new NotFound();
        }
    }

    @Transactional(readOnly = true)
    byte[] part(GroupId group, UUID id, int number) {
        return store.part(group, id, number).orElseThrow(NotFound::new);
    }

    /// These are the files of a text that was just put, each with its record, for the same readers, and complete.
    @Transactional(propagation = Propagation.MANDATORY)
    public void belong(SealedPut text, List<SealedPut> files) {
        if (files.size() > WITH_ONE_TEXT) {
            throw new RoomRefused("file-too-many");
        }
        for (var file : files) {
            var named = file.envelope().isPresent();
            if (!file.readers().equals(text.readers())
                    || (!named && !(FileTexts.FILE.fits(file) && file.about().equals(text.id())))) {
                throw new RoomRefused("text-missing");
            }
            if (!store.complete(file.room(), file.id(), text.id(), clock.instant())) {
                throw new RoomRefused("file-unfinished");
            }
        }
    }

    /// The records of the files that came with texts, by these.
    @Transactional(readOnly = true)
    public Map<UUID, List<SealedView>> of(RoomId room, Collection<UUID> texts) {
        var files = store.of(room, texts);
        var records =
                rooms.texts(room, files.values().stream().flatMap(List::stream).toList());
        var found = new LinkedHashMap<UUID, List<SealedView>>();
        files.forEach((text, ids) -> found.put(
                text,
                ids.stream().filter(records::containsKey).map(records::get).toList()));
        return found;
    }

    /// Removes what came with a text of whoever acts, and says what that was: the ledger has to say the same.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> remove(RoomId room, UUID text) {
        return store.remove(room, text);
    }
}
