package org.peerage.groups;

import java.util.List;
import org.peerage.networks.directory.Directory;

/// Who is picked, who may still be, and how they are let in.
record SeatsPage(
        Group group,
        List<SeatRow> rows,
        int picked,
        int empty,
        List<Seats.Rivals> rivals,
        String words,
        List<Directory.Entry> found,
        String problem) {

    boolean searched() {
        return !words.isBlank();
    }

    boolean full() {
        return picked >= group.band().largest();
    }
}
