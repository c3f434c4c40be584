package org.peerage.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.peerage.sealing.KeyholderRoom;

/// Somebody prepares what waits in the parking lot, with a coach.
final class Preparation {

    private final List<Walker> members;
    private final String group;
    private final KeyholderRoom room;
    private final Instant now;

    Preparation(List<Walker> members, String group, KeyholderRoom room, Instant now) {
        this.members = members;
        this.group = group;
        this.room = room;
        this.now = now;
    }

    /// The coach is asked, accepts, reads the answers and asks one question more.
    void with(Story.Coached coached, int presenter, String issue) {
        var page = group + "/issues/" + issue;
        var owner = members.get(presenter).at(now.minus(Duration.ofDays(3)));
        var coach = members.get(coached.by()).at(now.minus(Duration.ofDays(2)));
        owner.post(page + "/coach/ask", Map.of("person", coach.person().toString()));
        coach.post(page + "/coach/accept", Map.of());
        owner.at(now.minus(Duration.ofDays(1)));
        var form = "form[data-kind=issue-answers]";
        var answering = owner.page(page);
        var between = answering.expectFirst(form + " input[data-as]");
        answering
                .expectFirst(form)
                .attr("data-kind", between.attr("data-as"))
                .attr("data-readers", between.attr("data-readers"));
        owner.submitSealed(answering, "form[data-kind=issue-answers-coach]", room, coached.answers(), Map.of());
        coach.at(now.minus(Duration.ofHours(5)));
        coach.submitSealed(
                coach.page(page), "form[data-kind=coach-word]", room, Map.of("text", coached.word()), Map.of());
    }
}
