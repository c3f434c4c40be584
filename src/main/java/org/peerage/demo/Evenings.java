package org.peerage.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.peerage.sealing.KeyholderRoom;

/// The group's meetings: those it has held, act by act, and the one about to start.
final class Evenings {

    private final Story story;
    private final String group;
    private final KeyholderRoom room;
    private final List<Walker> members;
    private final Walker chair;
    private final ZoneId zone;
    private final Instant now;

    Evenings(Story story, String group, KeyholderRoom room, List<Walker> members, Instant now) {
        this.story = story;
        this.group = group;
        this.room = room;
        this.members = members;
        this.chair = members.getFirst();
        this.zone = ZoneId.of(story.group().zone());
        this.now = now;
    }

    void hold() {
        var all = IntStream.range(0, members.size()).boxed().toList();
        List<Story.Promise> before = List.of();
        for (var past : story.meetings()) {
            var start = now.minus(Duration.ofDays(past.daysAgo())).truncatedTo(ChronoUnit.HOURS);
            var meeting = date(start);
            answer(start.minus(Duration.ofDays(9)), List.of(), List.of());
            prepare(meeting, start.minus(Duration.ofDays(2)), all, past.updates(), past.issues());
            new Evening(meeting, room, members, past, before, start).run();
            before = past.promises();
        }
        keepEarly(before);
        var coming =
                now.plus(Duration.ofMinutes(story.next().startsInMinutes())).truncatedTo(ChronoUnit.MINUTES);
        var meeting = date(coming);
        answer(now.minus(Duration.ofDays(6)), story.next().away(), story.next().silent());
        prepare(
                meeting,
                now.minus(Duration.ofDays(9)),
                List.of(),
                List.of(),
                story.next().issues());
        prepare(
                meeting,
                now.minus(Duration.ofDays(1)),
                story.next().by(),
                story.next().updates(),
                List.of());
        members.forEach(member -> member.at(now));
    }

    /// Some of what was promised the last time is done before the group meets again, and said at home.
    private void keepEarly(List<Story.Promise> promised) {
        for (var promise : promised) {
            if (promise.done() != null) {
                var member = members.get(promise.by()).at(now.minus(Duration.ofDays(4)));
                member.submitSealed(
                        member.page(group + "/commitments"),
                        "form[data-kind=commitment-outcome]",
                        room,
                        Map.of("text", promise.done()),
                        Map.of());
            }
        }
    }

    /// Sets the date three weeks ahead and gives the page of its meeting.
    private String date(Instant start) {
        var local = start.atZone(zone);
        chair.at(start.minus(Duration.ofDays(21)));
        chair.submit(
                chair.page(group + "/dates"),
                "form[action='" + group + "/dates']",
                Map.of(
                        "day", local.toLocalDate().toString(),
                        "time", local.toLocalTime().toString(),
                        "zone", zone.getId(),
                        "minutes", "240",
                        "place", "The long table, Harbour House"));
        return meetings(chair.page(group + "/meetings"), local.toLocalDate());
    }

    /// All but the silent say whether they come to what is next.
    private void answer(Instant moment, List<Integer> away, List<Integer> silent) {
        for (var i = 0; i < members.size(); i++) {
            if (!silent.contains(i)) {
                var member = members.get(i).at(moment);
                member.submit(
                        member.page(group + "/dates"),
                        "form.answer",
                        Map.of("coming", away.contains(i) ? "no" : "yes"));
            }
        }
    }

    private static String meetings(Document page, LocalDate day) {
        var written = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).format(day);
        return page.select("main li:contains(" + written + ") a[href~=^/meetings/[0-9a-f-]{36}$]").stream()
                .map(link -> link.attr("href"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no meeting on " + written));
    }

    private void prepare(
            String meeting, Instant moment, List<Integer> by, List<List<String>> updates, List<Story.Question> issues) {
        for (var i = 0; i < updates.size(); i++) {
            var member = members.get(by.get(i)).at(moment);
            var update = updates.get(i);
            member.submitSealed(
                    member.page(meeting + "/prepare"),
                    "form[data-kind=update]",
                    room,
                    Map.of("headline", update.get(0), "feelings", update.get(1), "meaning", update.get(2)),
                    Map.of());
        }
        for (var issue : issues) {
            var presenter = members.get(issue.presenter()).at(moment);
            presenter.submitSealed(
                    presenter.page(meeting + "/issue"),
                    "form[data-kind=issue]",
                    room,
                    issue.words(),
                    Map.of("kind", issue.kind(), "minutes", "36", "protocol", issue.protocol()));
        }
    }
}
