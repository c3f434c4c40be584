package org.peerage.scheduling.hosting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peerage.groups.Circle;
import org.peerage.scheduling.Dates;
import org.peerage.scheduling.GroupDate;
import org.peerage.tenancy.Acting;

/// What `/groups/{id}/hosts` shows.
///
/// @param mine the next date that whoever looks hosts
/// @param done what of its list is done
record HostPage(Circle circle, List<Line> lines, Optional<Line> mine, Set<String> done) {

    record Line(GroupDate date, Optional<HostStore.Turn> turn) {

        boolean isMine() {
            return turn.filter(one -> one.host().equals(Acting.me())).isPresent();
        }

        boolean isOffered() {
            return turn.filter(HostStore.Turn::offered).isPresent();
        }
    }

    String action() {
        return Hosting.address(circle.id());
    }

    String dates() {
        return Dates.page(circle.id());
    }

    String act(Line line, String act) {
        return "/dates/" + line.date().id() + "/host/" + act;
    }

    String host(Line line) {
        return line.turn().map(turn -> circle.nameOf(turn.host())).orElse("");
    }

    boolean isHost(Line line, Circle.Sitter sitter) {
        return line.turn().filter(turn -> turn.host().equals(sitter.id())).isPresent();
    }

    boolean lacksHosts() {
        return lines.stream().anyMatch(line -> line.turn().isEmpty());
    }

    int items() {
        return Checklist.items().size();
    }

    Map<Integer, List<Checklist.Item>> checklist() {
        return Checklist.byDays();
    }
}
