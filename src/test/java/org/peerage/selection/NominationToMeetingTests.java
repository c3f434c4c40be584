package org.peerage.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.ballots.BallotFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.ProfileId;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two are considered. With one a conflict is found late, and they come to the first meeting; the other is not chosen,
/// and hears nothing of any of it.
class NominationToMeetingTests extends ProspectsOfFour {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final LocalDateTime EVENING = LocalDateTime.parse("2031-03-04T18:00");

    @Test
    void aConflictThatIsFoundLateIsSettledBeforeTheBallotAndTheOtherWhoWasConsideredHearsNothing() {
        var wrens = here.aLeader("Halloway Boats", "");
        var wren = account(wrens, "Wren Halloway");
        var idas = here.aLeader("Lindqvist Sails", "");
        var ida = account(idas, "Ida Lindqvist");
        var one = named(ada, wrens);
        var other = named(noor, idas);

        toTheBallot(one);
        assertThat(findings(page(here.chair(), one))).isEmpty();
        var seenBefore = page(here.chair(), one);
        assertThat(seenBefore.text()).contains("Open the ballot");

        changes(wren, "organisation", "Member 1 Works");
        var answer = opens(here.chair(), one);
        assertThat(answer.status()).as("the page said that it could be opened").isEqualTo(422);
        assertThat(answer.page().select("[role=alert]").text())
                .contains("is not settled yet")
                .contains("Wren Halloway and Member 1 are with the same organisation: Member 1 Works.");
        assertThat(Pages.seenBy(ada).get("/groups/" + here.group).page().text())
                .contains("A candidate, and perhaps a conflict");
        assertThat(findings(page(ola, one))).as("is not theirs").isEmpty();
        assertThat(settles(ola, one)).isEqualTo(404);
        assertThat(settles(ada, one)).isEqualTo(302);
        assertThat(findings(page(ada, one)))
                .singleElement()
                .satisfies(said -> assertThat(said).contains("Member 1 has looked at it"));
        assertThat(Pages.seenBy(ada).get("/groups/" + here.group).page().text())
                .doesNotContain("A candidate, and perhaps a conflict");
        var passed = vote(one, 0);

        panelAndVisitOf(other);
        var failed = vote(other, 1);
        assertThat(page(noor, other).expectFirst(".tag").text()).isEqualTo("Will not join");

        changes(wren, "tags", "Member 3 Works");
        assertThat(act(here.chair(), one, "invite", "passed"))
                .as("said something new after the ballot")
                .isEqualTo(422);
        assertThat(page(here.chair(), one).text())
                .contains("Member 1 looked at it on")
                .contains("a profile has changed since");
        for (var left = findings(page(here.chair(), one)).size(); left > 0; left--) {
            assertThat(settles(here.chair(), one)).isEqualTo(302);
        }
        assertThat(findings(page(here.chair(), one))).hasSize(2).allMatch(said -> said.contains("Set aside by Mara"));
        assertThat(act(here.chair(), one, "invite", "passed")).isEqualTo(302);
        sitsDown(wren, one);
        nothingIsToldTo(wren, one, passed);
        nothingIsToldTo(ida, other, failed);
        assertThat(Pages.seenBy(ida).get("/").page().text()).doesNotContain("Tuesday Circle");
        assertThat(Pages.seenBy(ida).get("/groups/" + here.group).status()).isEqualTo(404);

        var meeting = aMeeting();
        PretendedTime.at(EVENING.atZone(LISBON).toInstant(), () -> {
            takes(here.chair(), meeting, "start");
            takes(wren, meeting, "arrive");
            return true;
        });
        assertThat(Pages.seenBy(ada)
                        .get("/meetings/" + meeting + "/live")
                        .page()
                        .text())
                .contains("Wren Halloway");
        assertThat(Pages.seenBy(ida).get("/meetings/" + meeting).status()).isEqualTo(404);
    }

    /// By whoever looked after the other.
    private void panelAndVisitOf(ProspectId id) {
        assertThat(act(noor, id, "screen", "nominated")).isEqualTo(302);
        assertThat(panel(noor, id, ada, noor)).isEqualTo(302);
        assertThat(act(noor, id, "call-ballot", "panel")).isEqualTo(302);
    }

    private PersonId account(ProfileId profile, String name) {
        var person = NetworkFixture.aPerson();
        NetworkFixture.seat(here.network, profile, person, name);
        return person;
    }

    private void sitsDown(PersonId person, ProspectId id) {
        var seat = as(
                here.chair(),
                () -> sql().sql("""
                        select s.id from groups.shared_seat s join selection.prospect c on c.profile_id = s.profile_id
                        where c.id = :id
                        """).param("id", id.value()).query(UUID.class).single());
        here.accept(person, "Wren Halloway", here.invite(here.chair(), seat), seat);
        here.members.add(person);
        here.letIn(person);
        assertThat(page(noor, id).expectFirst(".tag").text()).isEqualTo("Has a seat, settling in");
    }

    private void nothingIsToldTo(PersonId person, ProspectId id, BallotFixture.Asked asked) {
        for (var address : List.of(
                list + "/" + id, ballots.list + "/" + asked.ballot(), ballots.list + "/" + asked.ballot() + "/box")) {
            assertThat(Pages.seenBy(person).get(address).status()).isEqualTo(404);
        }
        assertThat(Pages.seenBy(person).get("/notices").page().text())
                .doesNotContain("may join")
                .doesNotContain("secret vote");
        Map.of(
                        "selection.prospect where id = :id",
                        id.value(),
                        "selection.move where prospect_id = :id",
                        id.value(),
                        "selection.shared_prospect where id = :id",
                        id.value(),
                        "conflicts.settled where prospect_id = :id",
                        id.value(),
                        "ballots.ballot where id = :id",
                        asked.ballot(),
                        "ballots.voter where ballot_id = :id",
                        asked.ballot(),
                        "ballots.box where ballot_id = :id",
                        asked.ballot(),
                        "ballots.counted where ballot_id = :id",
                        asked.ballot())
                .forEach((rows, about) -> assertThat(as(
                                person,
                                () -> sql().sql("select count(*) from " + rows)
                                        .param("id", about)
                                        .query(Integer.class)
                                        .single()))
                        .as(rows)
                        .isZero());
    }

    private MeetingId aMeeting() {
        var date = as(
                here.chair(),
                () -> RunningPeerage.shared().bean(Dates.class).set(here.group, EVENING, LISBON, 240, "", ""));
        return as(
                here.chair(),
                () -> RunningPeerage.shared()
                        .bean(Meetings.class)
                        .ofDate(date.value())
                        .orElseThrow());
    }

    private static void takes(PersonId person, MeetingId meeting, String act) {
        var page = act.equals("start") ? "" : "/live";
        var version = Pages.seenBy(person)
                .get("/meetings/" + meeting + page)
                .page()
                .expectFirst("input[name=version]")
                .val();
        assertThat(Pages.seenBy(person)
                        .post(
                                "/meetings/" + meeting + "/acts/" + act,
                                "version",
                                version,
                                "request",
                                Ids.next().toString())
                        .status())
                .isEqualTo(200);
    }

    private static List<String> findings(Document page) {
        return page.select("section[aria-labelledby=between] li").eachText();
    }

    /// The first that is open, as the chair's page shows it.
    private int settles(PersonId by, ProspectId id) {
        var form = page(here.chair(), id).expectFirst("section[aria-labelledby=between] form");
        return Pages.seenBy(by)
                .post(
                        form.attr("action"),
                        form.select("input").stream()
                                .flatMap(input -> List.of(input.attr("name"), input.val()).stream())
                                .toArray(String[]::new))
                .status();
    }

    private void changes(PersonId person, String field, String value) {
        var pages = Pages.seenBy(person);
        var address = "/networks/" + here.network + "/profile";
        var fields = new ArrayList<String>();
        for (Element input : pages.get(address).page().select("main form [name]")) {
            fields.add(input.attr("name"));
            fields.add(input.attr("name").equals(field) ? value : input.val());
        }
        assertThat(pages.post(address, fields.toArray(String[]::new)).status()).isEqualTo(302);
    }

    private static JdbcClient sql() {
        return RunningPeerage.shared().bean(JdbcClient.class);
    }
}
