package org.peerage.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peerage.sealing.KeyholderRoom;

/// Members name people who may join, and say what they think of them.
final class Nominations {

    private final List<Walker> members;
    private final String group;
    private final KeyholderRoom room;
    private final Instant now;

    Nominations(List<Walker> members, String group, KeyholderRoom room, Instant now) {
        this.members = members;
        this.group = group;
        this.room = room;
        this.now = now;
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
        members.forEach(member -> member.at(now));
    }
}
