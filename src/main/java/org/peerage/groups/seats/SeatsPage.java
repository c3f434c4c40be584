package org.peerage.groups.seats;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.networks.directory.Directory;
import org.peerage.web.Link;

/// Who is picked, who may still be, and how they are let in.
record SeatsPage(
        Circle group,
        List<Link> links,
        List<SeatRow> rows,
        int picked,
        int empty,
        List<Seats.Rivals> rivals,
        String words,
        List<Directory.Entry> found,
        String problem) {

    /// With a row as it is now.
    SeatsPage with(SeatRow changed) {
        return new SeatsPage(
                group,
                links,
                rows.stream()
                        .map(row -> row.seat().equals(changed.seat()) ? changed : row)
                        .toList(),
                picked,
                empty,
                rivals,
                words,
                found,
                problem);
    }

    /// With the key of what went wrong.
    SeatsPage with(String wrong) {
        return new SeatsPage(group, links, rows, picked, empty, rivals, words, found, wrong);
    }

    boolean searched() {
        return !words.isBlank();
    }

    boolean full() {
        return picked >= group.size().largest();
    }
}
