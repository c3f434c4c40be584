package org.peerage.conflicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.peerage.web.Message;

/// What two profiles say that a conflict of interest may come of. Whether there is one, the two know.
record Finding(Kind kind, Party one, Party other, String what) {

    private static final int SHORTEST_NAME = 4;
    private static final List<String> INVESTING =
            List.of("venture capital", "private equity", "investor", "investments");

    enum Kind {
        ORGANISATION,
        INDUSTRY,
        NAMED,
        INVESTOR;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Message sentence() {
        return Message.of("conflicts.finding." + kind.key(), one.name(), other.name(), what);
    }

    /// Between these two, the gravest first.
    static List<Finding> between(Party one, Party other) {
        var found = new ArrayList<Finding>();
        var here = one.said().organisation();
        var there = other.said().organisation();
        var same = !here.isEmpty() && here.equals(there);
        if (same) {
            found.add(new Finding(Kind.ORGANISATION, one, other, one.organisation()));
        }
        if (sameTrade(one, other)) {
            found.add(new Finding(Kind.INDUSTRY, one, other, one.narrowIndustry()));
        }
        if (!same && names(one, there)) {
            found.add(new Finding(Kind.NAMED, one, other, other.organisation()));
        }
        if (!same && names(other, here)) {
            found.add(new Finding(Kind.NAMED, other, one, one.organisation()));
        }
        if (invests(one)) {
            found.add(new Finding(Kind.INVESTOR, one, other, other.organisation()));
        }
        if (invests(other)) {
            found.add(new Finding(Kind.INVESTOR, other, one, one.organisation()));
        }
        return List.copyOf(found);
    }

    private static boolean sameTrade(Party one, Party other) {
        var narrow = one.said().narrowIndustry();
        var industry = one.said().industry();
        var theirs = other.said().industry();
        return !narrow.isEmpty()
                && narrow.equals(other.said().narrowIndustry())
                && (industry.isEmpty() || theirs.isEmpty() || industry.equals(theirs));
    }

    private static boolean names(Party party, String organisation) {
        return organisation.length() >= SHORTEST_NAME
                && party.said().words().stream()
                        .anyMatch(words -> (" " + words + " ").contains(" " + organisation + " "));
    }

    private static boolean invests(Party party) {
        return party.said().words().stream()
                .anyMatch(words -> INVESTING.stream().anyMatch(word -> (" " + words + " ").contains(" " + word + " ")));
    }
}
