package org.peerage.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.peerage.sealing.KeyholderRoom;

/// Members name people who may join, and say what they think of them.
final class Nominations {

    private final List<Walker> members;
    private final String group;
    private final KeyholderRoom room;
    private final Instant now;
    private final URI base;
    private final String token;

    Nominations(List<Walker> members, String group, KeyholderRoom room, Instant now, URI base, String token) {
        this.members = members;
        this.group = group;
        this.room = room;
        this.now = now;
        this.base = base;
        this.token = token;
    }

    /// Somebody is named; where a panel is to meet them, they come as far as that.
    void name(Story.Named one) {
        var owner = members.get(one.by()).at(now.minus(Duration.ofDays(one.daysAgo())));
        var page = owner.page(group + "/prospects");
        var form = "form[data-kind=prospect]";
        var prospect = group + "/prospects/" + page.expectFirst(form).attr("data-record");
        owner.submitSealed(
                page,
                form,
                room,
                Map.of("text", one.why()),
                Map.of("name", one.name(), "organisation", one.organisation(), "role", one.role()));
        if (!one.panel().isEmpty()) {
            owner.at(now.minus(Duration.ofDays(one.daysAgo() / 2)));
            owner.press(owner.page(prospect), "form[action$=/acts/screen] button", Map.of());
            owner.post(
                    prospect + "/panel",
                    Map.of(
                            "people",
                            one.panel().stream()
                                    .map(number -> members.get(number).person().toString())
                                    .collect(Collectors.joining(","))));
        }
        for (var note : one.notes()) {
            var member = members.get(note.by()).at(now.minus(Duration.ofDays(2)));
            member.submitSealed(
                    member.page(prospect),
                    "form[data-kind=prospect-note]",
                    room,
                    Map.of("text", note.text()),
                    Map.of());
        }
        if (one.bring() != null) {
            comes(one, owner, prospect, one.bring());
        }
        members.forEach(member -> member.at(now));
    }

    /// They are invited to the meeting after the next, and have signed what a guest signs.
    private void comes(Story.Named one, Walker owner, String prospect, String bring) {
        owner.at(now.minus(Duration.ofDays(1)));
        owner.press(owner.page(prospect), "form[action$=/acts/ask-to-visit] button", Map.of());
        var page = owner.page(prospect);
        var date = page.select("#visit-date option").get(1).val();
        var invited = Jsoup.parse(owner.submit(page, "form[action$=/visits]", Map.of("date", date, "bring", bring)));
        Walker.guest(base, token, owner.moment().plus(Duration.ofHours(3)))
                .signs(
                        invited.expectFirst("#visit-link").val(),
                        "form[action$=/sign]",
                        Map.of("agreed", "true", "name", one.name()));
    }
}
