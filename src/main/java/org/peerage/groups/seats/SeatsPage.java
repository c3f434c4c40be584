package org.peerage.groups.seats;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.Objection;
import org.peerage.groups.Shelf;
import org.peerage.networks.directory.Directory;
import org.peerage.web.Link;
import org.peerage.web.Message;

/// Who is picked, who may still be, and how they are let in.
record SeatsPage(
        Circle group,
        Map<Shelf, List<Link>> ways,
        List<SeatRow> rows,
        int picked,
        int empty,
        List<Objection> objections,
        String words,
        List<Directory.Entry> found,
        Optional<Message> problem) {

    private static final Optional<Message> AGAINST = Optional.of(Message.of("groups.seats.against"));

    /// With a row as it is now.
    SeatsPage with(SeatRow changed) {
        return new SeatsPage(
                group,
                ways,
                rows.stream()
                        .map(row -> row.seat().equals(changed.seat()) ? changed : row)
                        .toList(),
                picked,
                empty,
                objections,
                words,
                found,
                problem);
    }

    /// With what went wrong.
    SeatsPage with(Message wrong) {
        return new SeatsPage(group, ways, rows, picked, empty, objections, words, found, Optional.of(wrong));
    }

    /// Why somebody was not picked.
    SeatsPage with(List<Objection> against) {
        return new SeatsPage(group, ways, rows, picked, empty, against, words, found, AGAINST);
    }

    boolean searched() {
        return !words.isBlank();
    }

    boolean full() {
        return picked >= group.size().largest();
    }
}
