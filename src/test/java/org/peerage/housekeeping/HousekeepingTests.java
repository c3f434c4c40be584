package org.peerage.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is said at housekeeping stands on everybody's stage at once, and in the record of the meeting for good.
class HousekeepingTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private static final RunningPeerage PEERAGE = RunningPeerage.shared();

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final MeetingId meeting = aMeeting();
    private final UUID item = housekeeping();

    @Test
    void aLineStandsOnceForAllAndInTheRecord() {
        var words = sealed(ada, "need", Ids.next(), meeting.value());
        assertThat(keep(ada, "need", words).status()).isEqualTo(200);
        assertThat(keep(ada, "need", words).status()).as("sent twice").isEqualTo(200);
        assertThat(keep(noor, "decision", sealed(noor, "decision", Ids.next(), meeting.value()))
                        .status())
                .isEqualTo(200);
        var stage = stage(noor).page();
        assertThat(stage.select("section[aria-labelledby=need-title] sealed-text"))
                .hasSize(1);
        assertThat(stage.select("section[aria-labelledby=need-title]").text()).contains("Member 1");
        assertThat(stage.select("section[aria-labelledby=lead-title]").text())
                .contains("Nobody has offered anything yet.");
        end();
        var record = Pages.seenBy(here.chair()).get(meeting.address()).page();
        assertThat(record.text()).contains("Decided", "Needed").doesNotContain("Offered");
        assertThat(record.select("sealed-text[data-place-kind=need]")).hasSize(1);
    }

    @Test
    void theNextLineOfSomebodyIsAnotherOne() {
        var first = stage(ada).page().select("form[data-kind=lead]").attr("data-record");
        keep(ada, "lead", sealed(ada, "lead", UUID.fromString(first), meeting.value()));
        var second = stage(ada).page().select("form[data-kind=lead]").attr("data-record");
        assertThat(second).isNotEqualTo(first);
        assertThat(stage(ada).page().select("form[data-kind=lead]").attr("data-record"))
                .as("a page that is drawn anew keeps what is half written")
                .isEqualTo(second);
    }

    @Test
    void nothingIsKeptOfAnotherMeetingOrOnceItIsOver() {
        assertThat(keep(ada, "need", sealed(ada, "need", Ids.next(), Ids.next()))
                        .status())
                .isEqualTo(422);
        end();
        assertThat(keep(ada, "need", sealed(ada, "need", Ids.next(), meeting.value()))
                        .status())
                .isEqualTo(422);
        assertThat(stage(ada).page().select("form[data-kind]")).isEmpty();
    }

    @Test
    void whoeverIsNotInTheRoomReadsAndKeepsNothing() {
        keep(ada, "need", sealed(ada, "need", Ids.next(), meeting.value()));
        var outside = here.aMember("Not Yet Inside");
        var elsewhere = GroupFixture.aGroup().with(1).inAnOpenRoom();
        var words = elsewhere.sealed(
                elsewhere.chair(), new KeyholderRoom.About("need", Ids.next(), meeting.value()), Map.of("text", "x"));
        assertThat(keep(elsewhere.chair(), "need", words).status()).isEqualTo(404);
        assertThat(stage(outside).page().select("sealed-text")).isEmpty();
        for (var stranger : new PersonId[] {outside, elsewhere.chair()}) {
            assertThat(as(
                            stranger,
                            () -> PEERAGE.bean(JdbcClient.class)
                                    .sql("select count(*) from housekeeping.line")
                                    .query(Integer.class)
                                    .single()))
                    .isZero();
        }
    }

    @Test
    void whatSomebodyNeedsAndOffersStandsOnTheirPageForTheRoom() {
        for (var sort : List.of("need", "lead", "decision")) {
            keep(ada, sort, sealed(ada, sort, Ids.next(), meeting.value()));
        }
        var hers = here.group.address() + "/members/" + ada;
        var page = Pages.seenBy(noor).get(hers).page();
        assertThat(page.select("sealed-text").eachAttr("data-place-kind")).containsExactly("lead", "need");
        assertThat(page.text()).contains("What they offer", "What they need");
        assertThat(page.select(".card a").eachAttr("href")).containsOnly(meeting.address());
        assertThat(Pages.seenBy(ada)
                        .get(here.group.address() + "/members/" + noor)
                        .page()
                        .select("sealed-text"))
                .isEmpty();
        assertThat(Pages.seenBy(here.aMember("Not Yet Inside")).get(hers).page().select("sealed-text"))
                .isEmpty();
    }

    private MeetingId aMeeting() {
        var start = LocalDateTime.ofInstant(Instant.now(), ZONE).plusMinutes(5);
        var date = as(here.chair(), () -> PEERAGE.bean(Dates.class).set(here.group, start, ZONE, 240, "", ""));
        return as(here.chair(), () -> PEERAGE.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
    }

    /// The meeting has begun, and goes on to its housekeeping.
    private UUID housekeeping() {
        assertThat(lead("start")).isTrue();
        var id = as(
                here.chair(),
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql(
                                "select id from meetings.shared_item where meeting_id = :meeting and kind = 'housekeeping'")
                        .param("meeting", meeting.value())
                        .query(UUID.class)
                        .single());
        while (!id.equals(current())) {
            assertThat(lead("next-all-the-same")).isTrue();
        }
        return id;
    }

    private UUID current() {
        return as(
                here.chair(),
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select current_item_id from meetings.shared_meeting where id = :meeting")
                        .param("meeting", meeting.value())
                        .query(UUID.class)
                        .single());
    }

    private void end() {
        while (lead("next-all-the-same")) {
            assertThat(current()).isNotNull();
        }
        assertThat(lead("close")).isTrue();
    }

    private boolean lead(String act) {
        return as(here.chair(), () -> PEERAGE.bean(Meetings.class).act(meeting, act, null));
    }

    private Pages.Answer stage(PersonId person) {
        return Pages.seenBy(person).get("/meetings/" + meeting + "/items/" + item);
    }

    private String sealed(PersonId author, String kind, UUID record, UUID about) {
        return here.sealed(author, new KeyholderRoom.About(kind, record, about), Map.of("text", "A foreman."));
    }

    private Pages.Answer keep(PersonId person, String sort, String sealed) {
        return Pages.seenBy(person).post("/housekeeping/" + item + "/" + sort, "sealed", sealed);
    }
}
