package org.peerage.meetings;

import java.util.Set;

/// A meeting begins with arriving and the read-back (S0.14) and ends with a close: no format and no hand takes these
/// away, and the rules of the meeting itself rest on them.
final class Frame {

    static final ItemKind ARRIVE = ItemKind.of("meetings.item.", "arrive").at(Place.OPENING);
    static final ItemKind CONFIDENTIALITY =
            ItemKind.of("meetings.item.", "confidentiality").at(Place.OPENING);
    static final ItemKind CLOSE = ItemKind.of("meetings.item.", "close").at(Place.CLOSING);

    private static final Set<ItemKind> ALL = Set.of(ARRIVE, CONFIDENTIALITY, CLOSE);

    private Frame() {}

    static boolean holds(ItemKind kind) {
        return ALL.contains(kind);
    }
}
