package org.peerage.meetings.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.peerage.meetings.ItemId;

/// The suggested end of each item that is still to come. When the group is behind, the rest is pressed evenly, no item
/// below its least; when it is ahead, nothing is stretched: an early end is a gift.
record Plan(List<Suggestion> suggestions, Instant end, Duration over) {

    /// @param minutes what the item gets if the group goes by this plan
    record Suggestion(ItemId item, int minutes, Instant endsAt) {}

    /// @param free when the first of `rest` can begin: the end of the current item, or now when that has passed
    /// @param plannedEnd when the meeting should be over
    static Plan of(List<Item> rest, Instant free, Instant plannedEnd) {
        var minutes = pressed(rest, Duration.between(free, plannedEnd));
        var suggestions = new ArrayList<Suggestion>();
        var clock = free;
        for (var i = 0; i < rest.size(); i++) {
            clock = clock.plus(Duration.ofMinutes(minutes.get(i)));
            suggestions.add(new Suggestion(rest.get(i).id(), minutes.get(i), clock));
        }
        var over = Duration.between(plannedEnd, clock);
        return new Plan(Collections.unmodifiableList(suggestions), clock, over.isNegative() ? Duration.ZERO : over);
    }

    private static List<Integer> pressed(List<Item> rest, Duration available) {
        long wanted = rest.stream().mapToInt(Item::minutes).sum();
        long least = rest.stream().mapToInt(Plan::floor).sum();
        long there = Math.max(0, available.toMinutes());
        if (there >= wanted) {
            return rest.stream().map(Item::minutes).toList();
        }
        if (there <= least) {
            return rest.stream().map(Plan::floor).toList();
        }
        // Of each item's slack the same part stays; the running sum spreads the rounding.
        var result = new ArrayList<Integer>();
        var slackSeen = 0L;
        var slackGiven = 0L;
        for (var item : rest) {
            slackSeen += item.minutes() - floor(item);
            var due = slackSeen * (there - least) / (wanted - least);
            result.add((int) (floor(item) + due - slackGiven));
            slackGiven = due;
        }
        return result;
    }

    /// By hand an item may have been given less than its format's least.
    private static int floor(Item item) {
        return Math.min(item.least(), item.minutes());
    }
}
