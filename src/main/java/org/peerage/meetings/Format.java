package org.peerage.meetings;

import java.util.List;

/// The shape of a meeting, as data: which blocks in which order, and how long each may be. The texts for it are
/// `meetings.format.<key>` and, for each kind of block, `meetings.rule.<kind>`.
record Format(String key, List<Block> blocks) {

    record Block(ItemKind kind, int minutes, int least, int most) {

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
