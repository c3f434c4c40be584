package org.peerage.proposals.forming;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.peerage.composition.SizeLimits;
import org.peerage.groups.Groups;
import org.peerage.networks.NetworkId;
import org.peerage.web.Message;

/// Groups to be formed, as typed: a name and a zone for each, the size for all.
record AcceptForm(List<Integer> numbers, Map<String, String> parameters) {

    static final int MOST_AT_ONCE = 60;
    private static final int MOST_SEATS = 24;
    private static final int LONGEST = 80;

    sealed interface Parsed {

        record Wished(Map<Integer, Groups.Wish> wishes) implements Parsed {}

        /// By field: the message that says what is wrong.
        record Wrong(Map<String, Message> fields) implements Parsed {}
    }

    String value(String field, String otherwise) {
        return parameters.getOrDefault(field, otherwise).strip();
    }

    /// @param sizes how many sit in each of the groups
    Parsed parse(NetworkId network, Map<Integer, Integer> sizes) {
        Map<String, Message> wrong = new LinkedHashMap<>();
        var least = number("smallest");
        var target = number("target");
        var most = number("largest");
        var possible = SizeLimits.possible(least, target, most) && most <= MOST_SEATS;
        if (!possible) {
            wrong.put("size", Message.of("proposals.accept.wrong.size"));
        }
        Map<Integer, Groups.Wish> wishes = new TreeMap<>();
        for (var number : numbers) {
            var name = value("name." + number, "");
            var zone = value("zone." + number, "");
            var size = sizes.getOrDefault(number, 0);
            if (name.isEmpty() || name.length() > LONGEST) {
                wrong.put("name." + number, Message.of("proposals.accept.wrong.name"));
            } else if (possible && size > most) {
                wrong.put("name." + number, Message.of("proposals.accept.wrong.full", size, most));
            }
            if (!known(zone)) {
                wrong.put("zone." + number, Message.of("proposals.accept.wrong.zone"));
            } else if (wrong.isEmpty()) {
                wishes.put(number, new Groups.Wish(network, name, "", ZoneId.of(zone), least, target, most));
            }
        }
        return wrong.isEmpty() ? new Parsed.Wished(wishes) : new Parsed.Wrong(wrong);
    }

    static boolean known(String zone) {
        try {
            return zone.equals("UTC")
                    || (zone.contains("/") && ZoneId.of(zone).getId().length() <= 60);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private int number(String field) {
        var typed = value(field, "");
        return typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : -1;
    }
}
