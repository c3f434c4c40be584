package org.peerage.meetings.items;

import java.util.Set;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.Place;

/// A meeting begins with arriving and the read-back (S0.14) and ends with a close: no format and no hand takes these
/// away, and the rules of the meeting itself rest on them.
public final class Frame {

    public static final ItemKind ARRIVE =
            ItemKind.of("meetings.item.", "arrive").at(Place.OPENING);
    public static final ItemKind CONFIDENTIALITY =
            ItemKind.of("meetings.item.", "confidentiality").at(Place.OPENING);
    public static final ItemKind CLOSE = ItemKind.of("meetings.item.", "close").at(Place.CLOSING);

    static final ItemKind BREAK = ItemKind.of("meetings.item.", "break");

    private static final Set<ItemKind> ALL = Set.of(ARRIVE, CONFIDENTIALITY, CLOSE);

    private Frame() {}

    /// Nothing is said in it that anybody would write down.
    public static boolean isSilent(ItemKind kind) {
        return holds(kind) || kind.equals(BREAK);
    }

    public static boolean holds(ItemKind kind) {
        return ALL.contains(kind);
    }
}
