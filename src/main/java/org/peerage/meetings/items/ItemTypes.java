package org.peerage.meetings.items;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Place;
import org.peerage.web.Link;
import org.peerage.web.Panel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The kinds of items that the modules of this program bring. Guests call meetings and meetings call guests, so
/// they are looked for when the first agenda is drawn.
@Component
public class ItemTypes {

    private final ObjectProvider<ItemType> guests;
    private volatile Map<String, ItemType> known = Map.of();

    ItemTypes(ObjectProvider<ItemType> guests) {
        this.guests = guests;
    }

    public List<ItemType> all() {
        return List.copyOf(known().values());
    }

    /// What a chair may add by hand: all but the frame, in the order of a meeting.
    public List<ItemKind> addable() {
        return known().values().stream()
                .map(ItemType::kind)
                .filter(kind -> !Frame.holds(kind))
                .sorted(Comparator.comparing(ItemKind::place).thenComparing(ItemKind::key))
                .toList();
    }

    public boolean knows(String key) {
        return known().containsKey(key);
    }

    public Optional<ItemType> of(ItemKind kind) {
        return Optional.ofNullable(known().get(kind.key()));
    }

    /// An item outlives the module that brought it: it keeps its place in old meetings, under a label that says so.
    public ItemKind kind(String key) {
        var type = known().get(key);
        return type == null ? new ItemKind(key, "meetings.item.departed", Place.BODY, false) : type.kind();
    }

    public List<Link> preparations(MeetingId meeting) {
        return known().values().stream()
                .flatMap(type -> type.preparation(meeting).stream())
                .toList();
    }

    public Optional<Panel> stage(ItemView item) {
        return of(item.kind()).map(type -> type.stage(item));
    }

    private Map<String, ItemType> known() {
        if (known.isEmpty()) {
            var found = new LinkedHashMap<String, ItemType>();
            guests.orderedStream().forEach(type -> {
                if (found.put(type.kind().key(), type) != null) {
                    throw new IllegalStateException(
                            "two modules bring items of kind " + type.kind().key());
                }
            });
            known = Collections.unmodifiableMap(found);
        }
        return known;
    }
}
