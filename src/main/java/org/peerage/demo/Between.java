package org.peerage.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.peerage.sealing.KeyholderRoom;

/// What members do from one meeting to the next: they put issues into the parking lot, and tell their witness how it
/// stands with what they have promised.
final class Between {

    private final List<Walker> members;
    private final String group;
    private final KeyholderRoom room;
    private final Instant now;

    Between(List<Walker> members, String group, KeyholderRoom room, Instant now) {
        this.members = members;
        this.group = group;
        this.room = room;
        this.now = now;
    }

    void park(Story.Parked issue) {
        var lot = group + "/parking-lot";
        var owner = members.get(issue.by()).at(now.minus(Duration.ofDays(issue.daysAgo())));
        var page = owner.page(issue.obstacle() ? obstacle(owner) : lot);
        var form = "form[data-kind=issue]";
        var id = page.expectFirst(form).attr("data-record");
        owner.submitSealed(
                page,
                form,
                room,
                Map.of("title", issue.title()),
                Map.of("importance", "" + issue.importance(), "urgency", "" + issue.urgency()));
        issue.again()
                .forEach(again -> members.get(again.by())
                        .at(now.minus(Duration.ofDays(again.daysAgo())))
                        .post(lot + "/" + id + "/mentioned", Map.of()));
        issue.wished().forEach(by -> members.get(by).at(now).post(lot + "/" + id + "/wished", Map.of()));
        if (issue.coached() != null) {
            new Preparation(members, group, room, now).with(issue.coached(), issue.by(), id);
        }
        members.forEach(member -> member.at(now));
    }

    /// Where they bring what stands in the way of their goal.
    private String obstacle(Walker owner) {
        return owner.page(group + "/goals")
                .expectFirst("a[href*='/parking-lot?goal=']")
                .attr("href");
    }

    /// About the first of what they have open.
    void tell(Story.Week week) {
        var list = group + "/commitments";
        var owner = members.get(week.by()).at(now.minus(Duration.ofDays(week.daysAgo())));
        var page = owner.page(list);
        var form = "form[data-kind=commitment-week]";
        var address = page.expectFirst(form).attr("action");
        owner.submitSealed(
                page, form, room, Map.of("standing", week.standing(), "hindrance", week.hindrance()), Map.of());
        if (week.read() != null) {
            members.get(week.read()).at(owner.moment()).post(address + "/read", Map.of());
        }
        members.forEach(member -> member.at(now));
    }
}
