package org.peerage.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;

/// What is around the meetings of a group: who found their way in last, who pays for it and reads one page, the sheet
/// by which others find it, and the calendars of its members.
final class Around {

    private final Story story;
    private final List<Walker> members;
    private final Walker chair;
    private final String network;
    private final String group;
    private final KeyholderRoom room;
    private final Instant begun;
    private final Instant now;

    Around(
            Story story,
            List<Walker> members,
            String network,
            String group,
            KeyholderRoom room,
            Instant begun,
            Instant now) {
        this.story = story;
        this.members = members;
        this.chair = members.getFirst();
        this.network = network;
        this.group = group;
        this.room = room;
        this.begun = begun;
        this.now = now;
    }

    void arrange() {
        accompany(story.newcomer());
        show();
        members.subList(0, 2)
                .forEach(member -> member.at(begun.plus(Duration.ofDays(40))).post("/calendar", Map.of()));
        agree(story.sponsor().theme());
        members.forEach(member -> member.at(now));
    }

    /// The chair has begun the list of somebody who finds their way in, and given them a buddy.
    private void accompany(Story.Newcomer newcomer) {
        var then = now.minus(Duration.ofDays(newcomer.daysAgo()));
        var list = group + "/onboarding";
        var person = members.get(newcomer.by());
        var buddy = members.get(newcomer.buddy());
        chair.at(then).post(list, Map.of("person", person.person().toString()));
        var form = chair.page(list).expectFirst("form[action$=/buddy]").attr("action");
        var seat = form.substring(0, form.length() - "/buddy".length());
        chair.post(form, Map.of("person", buddy.person().toString()));
        person.at(then.plus(Duration.ofDays(3))).post(seat + "/pledge/done", Map.of());
        person.at(then.plus(Duration.ofDays(9))).post(seat + "/lifeline/done", Map.of());
        buddy.at(then.plus(Duration.ofDays(31))).post(seat + "/day-30/done", Map.of());
    }

    private void show() {
        var sheet = group + "/open-sheet";
        chair.at(begun.plus(Duration.ofDays(35))).post(sheet, Map.of("listed", "true"));
        for (var number : story.openly()) {
            members.get(number).at(begun.plus(Duration.ofDays(36))).post(sheet + "/name", Map.of("named", "true"));
        }
    }

    /// All have said yes to what the sponsor may read.
    private void agree(String theme) {
        var then = now.minus(Duration.ofDays(25));
        var id = Ids.next();
        chair.at(then).post(group + "/themes", Map.of("id", id.toString(), "words", theme));
        var ballot = chair.page(group + "/themes")
                .expectFirst("#theme-" + id + " a[href*=/ballots/]")
                .attr("href");
        members.forEach(member -> member.at(then.plus(Duration.ofDays(1))).vote(ballot, room, "yes"));
        members.subList(0, 2).forEach(member -> member.countAllForIt(ballot));
    }

    /// The link of whoever pays for the group.
    String invited(Walker convener) {
        var page = convener.at(begun.plus(Duration.ofDays(20)))
                .post(
                        network + "/sponsors",
                        Map.of(
                                "id", Ids.next().toString(),
                                "name", story.sponsor().name(),
                                "group",
                                        UUID.fromString(group.substring(group.lastIndexOf('/') + 1))
                                                .toString()));
        return Jsoup.parse(page).expectFirst("#link").val();
    }
}
