package org.peerage.meetings;

import static org.peerage.networks.NetworkFixture.as;

import java.util.UUID;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An item that a chair puts on an agenda which nobody has touched yet.
public final class ItemByHand {

    private ItemByHand() {}

    public static Pages.Answer added(PersonId chair, MeetingId meeting, String kind, int minutes) {
        var page = "/meetings/" + meeting;
        var seen = Pages.seenBy(chair).get(page).page();
        return Pages.seenBy(chair)
                .post(
                        page + "/agenda/add",
                        "version",
                        "0",
                        "seen",
                        seen.select("input[name=seen]").val(),
                        "request",
                        Ids.next().toString(),
                        "kind",
                        kind,
                        "minutes",
                        Integer.toString(minutes));
    }

    public static UUID of(PersonId chair, MeetingId meeting, String kind) {
        return as(
                chair,
                () -> RunningPeerage.shared()
                        .bean(JdbcClient.class)
                        .sql("select id from meetings.shared_item where meeting_id = :id and kind = :kind")
                        .param("id", meeting.value())
                        .param("kind", kind)
                        .query(UUID.class)
                        .single());
    }
}
