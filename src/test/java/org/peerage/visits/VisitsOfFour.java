package org.peerage.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.NetworkFixture;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A group of four with an evening to which a candidate may be invited, by requests as the pages make them.
class VisitsOfFour {

    static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    static final LocalDateTime EVENING = LocalDateTime.parse("2031-03-04T18:00");
    static final Instant DURING = EVENING.atZone(LISBON).toInstant().plus(Duration.ofHours(1));
    static final Instant LAST =
            EVENING.atZone(LISBON).toInstant().plus(Duration.ofHours(4)).plus(Visit.AFTER);

    final GroupFixture here;
    final PersonId ada;
    final PersonId noor;
    final PersonId guest = NetworkFixture.aPerson();
    final String list;
    final DateId date;

    VisitsOfFour() {
        this(GroupFixture.aGroup().with(4).inAnOpenRoom());
    }

    VisitsOfFour(GroupFixture here) {
        this.here = here;
        this.ada = here.members.get(0);
        this.noor = here.members.get(1);
        this.list = "/groups/" + here.group + "/prospects";
        this.date = as(
                here.chair(),
                () -> RunningPeerage.shared()
                        .bean(Dates.class)
                        .set(here.group, EVENING, LISBON, 240, "Harbour House", "https://video.example.org/tuesday"));
    }

    UUID toTheVisit() {
        var id = Ids.next();
        var sealed = here.sealed(ada, new KeyholderRoom.About("prospect", id, id), Map.of("text", "x"));
        Pages.seenBy(ada).post(list, "profile", here.aSpareLeader().toString(), "sealed", sealed);
        assertThat(invite(ada, id).status()).as("is not that far").isEqualTo(404);
        assertThat(moved(ada, id, "screen", "nominated")).isEqualTo(302);
        assertThat(Pages.seenBy(ada)
                        .post(list + "/" + id + "/panel", "people", ada.toString(), "people", noor.toString())
                        .status())
                .isEqualTo(302);
        assertThat(moved(ada, id, "ask-to-visit", "panel")).isEqualTo(302);
        return id;
    }

    Pages.Answer invite(PersonId by, UUID prospect) {
        return Pages.seenBy(by)
                .post(visits(), "prospect", prospect.toString(), "date", date.toString(), "bring", "a good question");
    }

    String invited(UUID prospect) {
        return link(invite(ada, prospect));
    }

    static String link(Pages.Answer answer) {
        var address = answer.page().expectFirst("#visit-link").val();
        return address.substring(address.indexOf("/visit/"));
    }

    void signs(String link) {
        assertThat(Pages.seenBy(guest)
                        .post(link + "/sign", "name", "Wren Halloway", "agreed", "true", "seen", seen(guestPage(link)))
                        .status())
                .isEqualTo(302);
    }

    static String seen(Document page) {
        return page.expectFirst("input[name=seen]").val();
    }

    Document guestPage(String link) {
        return Pages.seenBy(guest).get(link).page();
    }

    Document page(PersonId person, UUID prospect) {
        return Pages.seenBy(person).get(list + "/" + prospect).page();
    }

    String visits() {
        return "/groups/" + here.group + "/visits";
    }

    int act(PersonId by, UUID visit, String act) {
        return Pages.seenBy(by).post(visits() + "/" + visit + "/" + act).status();
    }

    int moved(PersonId by, UUID prospect, String act, String seen) {
        return Pages.seenBy(by)
                .post(list + "/" + prospect + "/acts/" + act, "seen", seen)
                .status();
    }

    UUID visit(UUID prospect) {
        return as(
                here.chair(),
                () -> sql().sql("select id from visits.visit where prospect_id = :id order by invited_at desc limit 1")
                        .param("id", prospect)
                        .query(UUID.class)
                        .single());
    }

    static int moves(PersonId by, UUID visit, String to) {
        return as(
                by,
                () -> sql().sql("update visits.visit set state = :to where id = :id")
                        .param("to", to)
                        .param("id", visit)
                        .update());
    }

    static JdbcClient sql() {
        return RunningPeerage.shared().bean(JdbcClient.class);
    }
}
