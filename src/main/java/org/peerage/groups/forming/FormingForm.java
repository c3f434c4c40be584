package org.peerage.groups.forming;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupSize;
import org.peerage.groups.Groups;
import org.peerage.networks.NetworkId;
import org.peerage.web.Name;

/// A wished-for group as typed.
record FormingForm(
        @Nullable String name,
        @Nullable String purpose,
        @Nullable String zone,
        @Nullable String smallest,
        @Nullable String target,
        @Nullable String largest) {

    static FormingForm empty() {
        return new FormingForm(
                "",
                "",
                "",
                Integer.toString(GroupSize.USUAL.smallest()),
                Integer.toString(GroupSize.USUAL.target()),
                Integer.toString(GroupSize.USUAL.largest()));
    }

    sealed interface Parsed {

        record Wished(Groups.Wish wish) implements Parsed {}

        /// By field: the message that says what is wrong.
        record Wrong(Map<String, String> fields) implements Parsed {}
    }

    Parsed parse(NetworkId network) {
        Map<String, String> wrong = new LinkedHashMap<>();
        var called = text(name);
        if (!Name.accepts(called, 80)) {
            wrong.put("name", "groups.new.wrong.name");
        }
        var why = text(purpose);
        if (why.length() > 1000) {
            wrong.put("purpose", "groups.new.wrong.purpose");
        }
        if (!knownZone(text(zone))) {
            wrong.put("zone", "groups.new.wrong.zone");
        }
        var few = number(smallest);
        var usual = number(target);
        var many = number(largest);
        if (!GroupSize.holds(few, usual, many)) {
            wrong.put("size", "groups.new.wrong.size");
        }
        return wrong.isEmpty()
                ? new Parsed.Wished(new Groups.Wish(network, called, why, ZoneId.of(text(zone)), few, usual, many))
                : new Parsed.Wrong(Map.copyOf(wrong));
    }

    private static boolean knownZone(String zone) {
        try {
            return zone.equals("UTC")
                    || (zone.contains("/") && ZoneId.of(zone).getId().length() <= 60);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(@Nullable String typed) {
        try {
            return Integer.parseInt(text(typed));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
