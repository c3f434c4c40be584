package org.peerage.groups;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// Everybody who has something to show of a group, this module among them.
@Component
public class Guests {

    private final List<GroupGuest> guests;

    Guests(List<GroupGuest> guests) {
        this.guests = List.copyOf(guests);
    }

    /// By their heads, in the order of the page.
    public Map<Shelf, List<Link>> ways(Circle circle) {
        return guests.stream()
                .flatMap(guest -> guest.ways(circle).stream())
                .collect(Collectors.groupingBy(
                        Way::shelf,
                        () -> new EnumMap<>(Shelf.class),
                        Collectors.mapping(Way::link, Collectors.toList())));
    }

    public Optional<NextStep> next(Circle circle) {
        return NextStep.mostUrgent(guests.stream().flatMap(guest -> guest.next(circle).stream()));
    }

    /// All that there is to do, the most urgent first.
    public List<NextStep> steps(Circle circle) {
        return guests.stream()
                .flatMap(guest -> guest.next(circle).stream())
                .sorted(Comparator.comparing(NextStep::urgency))
                .toList();
    }

    public List<Beginning> begins(Circle circle) {
        return guests.stream().flatMap(guest -> guest.begins(circle).stream()).toList();
    }

    public Optional<Message> meets(Circle circle) {
        return guests.stream().flatMap(guest -> guest.meets(circle).stream()).findFirst();
    }

    public List<Panel> of(Circle circle, Circle.Sitter member) {
        return guests.stream()
                .flatMap(guest -> guest.of(circle, member).stream())
                .toList();
    }

    public Map<String, List<Map<String, String>>> facts(Circle circle) {
        var all = new TreeMap<String, List<Map<String, String>>>();
        guests.forEach(guest -> all.putAll(guest.facts(circle)));
        return all;
    }

    public List<InHand> inHand(Circle circle) {
        return guests.stream().flatMap(guest -> guest.inHand(circle).stream()).toList();
    }

    public List<HandOver> handOver(Circle circle) {
        return guests.stream().flatMap(guest -> guest.handOver(circle).stream()).toList();
    }

    public List<Panel> panels(List<Circle> mine) {
        return guests.stream().flatMap(guest -> guest.panels(mine).stream()).toList();
    }

    public List<Panel> always() {
        return guests.stream().flatMap(guest -> guest.always().stream()).toList();
    }
}
