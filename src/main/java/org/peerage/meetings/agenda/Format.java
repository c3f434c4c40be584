package org.peerage.meetings.agenda;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.ItemReason;

/// The shape of a meeting, as data: which blocks in which order, and how long each may be. The text for it is
/// `meetings.format.<key>`; what a block is called is said by the module that brings its kind.
///
/// @param byHand chosen by a chair only, never because of its length
/// @param beginning of which of a group's first meetings it is the shape; 0: of none
record Format(String key, boolean byHand, int beginning, List<Block> blocks) {

    /// @param kind the key of a kind; without a module that brings it the block is left out
    /// @param elastic blocks with the lowest number first take what is left of the time, or give what is
    ///     missing; those with none keep their minutes
    /// @param why what the agenda says of it where nothing is proposed for it; null: what its kind says
    record Block(
            String kind,
            int minutes,
            int least,
            int most,
            int elastic,
            @Nullable ItemReason why) {

        Block {
            if (least < 1 || minutes < least || most < minutes) {
                throw new IllegalArgumentException("block " + kind + " has no order in its minutes");
            }
        }
    }

    int minutes() {
        return blocks.stream().mapToInt(Block::minutes).sum();
    }

    int least() {
        return blocks.stream().mapToInt(Block::least).sum();
    }
}
