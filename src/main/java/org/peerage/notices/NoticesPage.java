package org.peerage.notices;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.peerage.mail.Outbox;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.peerage.web.Shell;

/// One's notices, those that are new first.
///
/// @param drawn what came after it is not read by reading this
/// @param zone of whoever looks, as they have said
/// @param byHand how many people hear nothing by mail of what whoever looks has caused
record NoticesPage(Instant drawn, ZoneId zone, List<Line> lines, int byHand) {

    record Line(UUID id, Message sentence, Instant at, boolean read) {

        static Line of(NoticeStore.Told told) {
            var arguments = new ArrayList<>(told.facts());
            arguments.add(told.times());
            return new Line(told.id(), new Message(told.kind(), arguments), told.from(), told.read());
        }

        String when(Shell shell, ZoneId zone) {
            return shell.when(at, zone);
        }
    }

    Link passOn() {
        return Link.to(Outbox.byHandPage(), "notices.byHand", byHand);
    }

    boolean anyNew() {
        return lines.stream().anyMatch(line -> !line.read());
    }
}
