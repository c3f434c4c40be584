package org.peerage.groups;

import java.util.Map;

/// What a group's charter tells the rest of the program to obey. `signed` is false while it is the chair's draft; the
/// values are then proposals. Keys are those of `groups/charter.json`.
public record CharterTerms(int version, boolean signed, Map<String, String> values) {

    public int number(String key) {
        return Integer.parseInt(text(key));
    }

    public String text(String key) {
        var value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the charter has no term " + key);
        }
        return value;
    }

    public int meetingMinutes() {
        return number("meetingMinutes");
    }

    public int meetingsPerYear() {
        return number("meetingsPerYear");
    }

    public int graceMinutes() {
        return number("graceMinutes");
    }

    public int missesPerYear() {
        return number("missesPerYear");
    }

    public int agendaDays() {
        return number("agendaDays");
    }

    /// How many days a ballot is open at least, where not all have voted before.
    public int ballotDays() {
        return number("ballotDays");
    }

    /// By which rule a ballot decides on what has no rule of its own.
    public String deciding() {
        return text("deciding");
    }

    /// By which rule a ballot ends a membership for a breach of confidentiality.
    public String endingForBreach() {
        return text("breachBallot");
    }

    /// By which rule a ballot decides on a candidate, or `chair`.
    public String admission() {
        return text("admission");
    }

    /// True: nobody decides on a candidate who has not visited a meeting. A charter that was signed before there was a
    /// choice says so in its words.
    public boolean visitsFirst() {
        return values.getOrDefault("visit", "asked").equals("asked");
    }

    /// True: every member may write in the group's own book, not the chair alone.
    public boolean membersWriteTheBook() {
        return text("book").equals("members");
    }

    /// True: a newcomer gets the keys of everything since the room was opened; usually only of what comes from today.
    public boolean newcomersReadAll() {
        return text("history").equals("all");
    }
}
