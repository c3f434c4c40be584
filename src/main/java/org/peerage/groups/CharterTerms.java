package org.peerage.groups;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a group's charter tells the rest of the program to obey. `signed` is false while it is the chair's draft; the
/// values are then proposals. Keys are those of `groups/charter.json`.
///
/// @param words of each clause as it was signed; none of those that the group has left out, and none of a draft
public record CharterTerms(int version, boolean signed, Map<String, String> values, Map<String, String> words) {

    /// A clause as this group signed it; empty where it has not, or has left it out.
    public Optional<String> clause(String id) {
        return Optional.ofNullable(words.get(id));
    }

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

    /// Where a group meets.
    public enum Place {
        PERSON,
        VIDEO,
        /// One of the two, by the date.
        MIXED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How people speak with each other.
    public enum Speaking {
        /// Experience in the first person, no advice.
        SHARES,
        /// Advice when the presenter asks for it.
        ASKED,
        /// Advice as well.
        OPEN
    }

    public Speaking speaking() {
        return Speaking.valueOf(text("language").toUpperCase(Locale.ROOT));
    }

    /// What becomes of telephones and computers in a meeting, by its key.
    public String devices() {
        return text("devices");
    }

    /// True: not even what one has learnt oneself is told outside.
    public boolean tellsNothing() {
        return text("ownStory").equals("nothing");
    }

    public Place place() {
        return Place.valueOf(text("place").toUpperCase(Locale.ROOT));
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

    /// How many issues each presents in a year at least.
    public int presentationsPerYear() {
        return number("presentationsPerYear");
    }

    public int preparationMinutes() {
        return number("preparationMinutes");
    }

    /// How many days before a meeting its agenda is sent.
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
