package org.peerage.meetings.agenda;

import java.util.List;

/// The shape of a meeting, as data: which blocks in which order, and how long each may be. The text for it is
/// `meetings.format.<key>`; what a block is called is said by the module that brings its kind.
record Format(String key, List<Block> blocks) {

    /// @param kind the key of a kind; without a module that brings it the block is left out
    /// @param elastic blocks with the lowest number first take what is left of the time, or give what is
    ///     missing; those with none keep their minutes
    record Block(String kind, int minutes, int least, int most, int elastic) {

        Block {
            if (least < 1 || minutes < least || most < minutes) {
                throw new IllegalArgumentException("block " + kind + " has no order in its minutes");
            }
        }
    }

    int minutes() {
        return blocks.stream().mapToInt(Block::minutes).sum();
    }
}
