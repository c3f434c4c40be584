package org.peerage.quiet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.ItemByHand;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A kind of item that this folder alone knows: on the agenda with its reason, on the stage, holding the group, and in
/// what is kept. Nothing outside this folder and its file of texts says "quiet".
class QuietMinuteTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime EVENING = LocalDateTime.parse("2031-03-04T18:00");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final QuietMinute minute = peerage.bean(QuietMinute.class);
    private final GroupFixture here = GroupFixture.aGroup().with(2);
    private final MeetingId meeting = aMeeting();
    private final String page = "/meetings/" + meeting;

    @Test
    void aGuestIsOnTheAgendaOnTheStageHoldsItsItemAndIsRemembered() {
        assertThat(agenda()).doesNotContain("A quiet minute");
        minute.wantedBy(here.group);
        assertThat(agenda())
                .contains("A quiet minute", "because this group likes 2 minutes of quiet")
                .containsSubsequence("What I will do", "A quiet minute", "How was it?", "Close");

        act("start");
        while (!isQuiet()) {
            assertThat(act("next-all-the-same").status()).isEqualTo(200);
        }
        var live = Pages.seenBy(here.chair()).get(page + "/live").page();
        assertThat(live.select("#stage h2").text()).isEqualTo("A quiet minute");
        assertThat(live.select("#stage .quiet-minute").text()).isEqualTo("Listen.");
        assertThat(live.select("#floor .rule").text()).isEqualTo("Nobody says anything.");

        var held = act("next");
        assertThat(held.status()).isEqualTo(409);
        assertThat(held.page().text()).contains("The minute is not over.");
        assertThat(isQuiet()).isTrue();
        minute.isOver(current(), meeting);
        assertThat(act("next").status()).isEqualTo(200);
        assertThat(isQuiet()).isFalse();

        assertThat(act("close").status()).isEqualTo(200);
        assertThat(Pages.seenBy(here.members.getFirst()).get(page).page().text())
                .contains("What we did", "A quiet minute", "We were quiet together.");
    }

    /// What is decided by the rules comes first, and a guest is asked only for what leaves its item for good.
    @Test
    void aGuestHoldsWhatLeavesItsItemForGoodAndNothingElse() {
        minute.wantedBy(here.group);
        act("start");
        while (!isQuiet()) {
            assertThat(act("next-all-the-same").status()).isEqualTo(200);
        }
        assertThat(by(here.members.getFirst(), "next").page().text())
                .contains("Only whoever leads the meeting can do that.")
                .doesNotContain("The minute is not over.");
        assertThat(act("pause").status()).isEqualTo(200);
        assertThat(act("resume").status()).isEqualTo(200);
        assertThat(act("close").page().text()).contains("The minute is not over.");
        assertThat(act("previous").status()).isEqualTo(200);
        assertThat(act("next").status())
                .as("what comes before it is not its own")
                .isEqualTo(200);
        minute.isOver(current(), meeting);
        assertThat(act("close").status()).isEqualTo(200);
    }

    @Test
    void aChairAddsItByHandAndLooksAtItBefore() {
        var added = ItemByHand.added(here.chair(), meeting, "quiet-minute", 3);
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.page().select("ol.agenda").text()).contains("A quiet minute");
        var item = ItemByHand.of(here.chair(), meeting, "quiet-minute");
        assertThat(Pages.seenBy(here.chair())
                        .fragment(page + "/items/" + item)
                        .page()
                        .text())
                .isEqualTo("A quiet minute There will be nothing to hear.");
    }

    private MeetingId aMeeting() {
        var date = as(here.chair(), () -> peerage.bean(Dates.class).set(here.group, EVENING, BERLIN, 90, "", ""));
        return as(here.chair(), () -> peerage.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
    }

    private String agenda() {
        return Pages.seenBy(here.chair()).get(page).page().select("ol.agenda").text();
    }

    private Pages.Answer act(String act) {
        return by(here.chair(), act);
    }

    private Pages.Answer by(PersonId person, String act) {
        return PretendedTime.at(
                EVENING.atZone(BERLIN).toInstant(),
                () -> Pages.seenBy(person)
                        .post(
                                page + "/acts/" + act,
                                "version",
                                Long.toString(as(here.chair(), this::version)),
                                "request",
                                Ids.next().toString()));
    }

    private long version() {
        return peerage.bean(JdbcClient.class)
                .sql("select version from meetings.shared_meeting where id = :id")
                .param("id", meeting.value())
                .query(Long.class)
                .single();
    }

    private boolean isQuiet() {
        return as(here.chair(), () -> peerage.bean(Meetings.class).item(current()))
                .filter(item -> item.kind().key().equals("quiet-minute"))
                .isPresent();
    }

    private ItemId current() {
        return new ItemId(as(
                here.chair(),
                () -> peerage.bean(JdbcClient.class)
                        .sql("select current_item_id from meetings.shared_meeting where id = :id")
                        .param("id", meeting.value())
                        .query(UUID.class)
                        .single()));
    }
}
