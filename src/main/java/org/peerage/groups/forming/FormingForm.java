package org.peerage.groups.forming;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupSize;
import org.peerage.groups.Groups;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.web.Name;

/// A wished-for group as typed.
record FormingForm(
        @Nullable String name,
        @Nullable String purpose,
        @Nullable String zone,
        @Nullable String smallest,
        @Nullable String target,
        @Nullable String largest,
        @Nullable List<UUID> profile,
        @Nullable String chair) {

    /// Before anything was typed.
    static FormingForm of(List<Directory.Entry> leaders, Optional<ProfileId> own) {
        return new FormingForm(
                "",
                "",
                "",
                Integer.toString(GroupSize.USUAL.smallest()),
                Integer.toString(GroupSize.USUAL.target()),
                Integer.toString(GroupSize.USUAL.largest()),
                leaders.stream().map(leader -> leader.id().value()).toList(),
                own.map(ProfileId::toString).orElse(""));
    }

    sealed interface Parsed {

        record Wished(Groups.Wish wish) implements Parsed {}

        /// By field: the message that says what is wrong.
        record Wrong(Map<String, String> fields) implements Parsed {}
    }

    Parsed parse(NetworkId network) {
        var called = text(name);
        var why = text(purpose);
        var wrong = wrong(called, why);
        if (!knownZone(text(zone))) {
            wrong.put("zone", "groups.new.wrong.zone");
        }
        var few = number(smallest);
        var usual = number(target);
        var many = number(largest);
        if (!GroupSize.holds(few, usual, many)) {
            wrong.put("size", "groups.new.wrong.size");
        }
        if (picked().size() > many) {
            wrong.putIfAbsent("size", "groups.new.wrong.many");
        }
        return wrong.isEmpty()
                ? new Parsed.Wished(new Groups.Wish(network, called, why, ZoneId.of(text(zone)), few, usual, many))
                : new Parsed.Wrong(Map.copyOf(wrong));
    }

    static Map<String, String> wrong(String name, String purpose) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (!Name.accepts(name, 80)) {
            wrong.put("name", "groups.new.wrong.name");
        }
        if (purpose.length() > 1000) {
            wrong.put("purpose", "groups.new.wrong.purpose");
        }
        return wrong;
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

    /// Each once.
    List<ProfileId> picked() {
        return profile == null
                ? List.of()
                : profile.stream().distinct().map(ProfileId::new).toList();
    }

    /// Of those picked.
    Optional<ProfileId> leads() {
        return picked().stream()
                .filter(one -> one.toString().equals(text(chair)))
                .findFirst();
    }

    /// With people and somebody who leads them nothing is left to do about seats for now.
    boolean settled() {
        return leads().isPresent();
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
