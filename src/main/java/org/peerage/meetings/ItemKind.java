package org.peerage.meetings;

import org.peerage.web.Message;

/// What a block of a meeting is for. A pitch by a vendor is not among the kinds (C8).
///
/// @param key as it is written in formats and in the database: `commitments-review`
/// @param texts where the texts of the module that brings it are: the label itself, and below it `rule`, which is what
///     the group is told while it is on
/// @param place where in a meeting it belongs
/// @param round everybody is heard in turn
public record ItemKind(String key, String texts, Place place, boolean round) {

    /// In the middle of a meeting, and for everybody at once. Its texts begin with `texts` and the key:
    /// `of("issues.item.", "issue")`.
    public static ItemKind of(String texts, String key) {
        return new ItemKind(key, texts + key, Place.BODY, false);
    }

    public ItemKind at(Place other) {
        return new ItemKind(key, texts, other, round);
    }

    public ItemKind inTurn() {
        return new ItemKind(key, texts, place, true);
    }

    public Message label() {
        return Message.of(texts);
    }

    public Message rule() {
        return Message.of(texts + ".rule");
    }
}
