package org.peerage.meetings.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// The first three agendas of a group, before there is a date and for the dates that stand (`S4.19`).
class FirstAgendasTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime EVENING = LocalDateTime.parse("2031-03-04T18:00");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final GroupFixture here = GroupFixture.aGroup().with(2);
    private final PersonId chair = here.chair();
    private final PersonId member = here.members.getFirst();

    @Test
    void takenBeforeThereIsADateTheyTakeTheirPlaceAsDatesAreSet() {
        var drafted = page(chair);
        assertThat(drafted.select("main h2 .tag").eachText())
                .containsOnly("No date yet")
                .hasSize(3);
        assertThat(drafted.expectFirst("main ol.agenda").text()).contains("What stays in the room");
        take();
        assertThat(page(chair).select("main form")).isEmpty();

        var second = date(EVENING.plusMonths(1), 150);
        assertThat(format(second)).isEqualTo("first-meeting");
        var first = date(EVENING, 150);
        var third = date(EVENING.plusMonths(2), 150);
        var fourth = date(EVENING.plusMonths(3), 150);
        assertThat(List.of(format(first), format(second), format(third), format(fourth)))
                .containsExactly("first-meeting", "second-meeting", "third-meeting", "forum-2h");
        cancel(first);
        assertThat(List.of(format(second), format(third), format(fourth)))
                .containsExactly("first-meeting", "second-meeting", "third-meeting");
    }

    @Test
    void whereTheFirstDateIsSetItsAgendaIsApprovedInTheSameAct() {
        var first = date(EVENING, 150);
        var second = date(EVENING.plusMonths(1), 150);
        take();
        take();
        assertThat(page(chair).select("main h2 .tag").eachText()).containsExactly("Approved", "Draft", "No date yet");
        assertThat(agenda(first).text()).contains("because nobody has promised it here before");
        cancel(second);
        assertThat(format(first)).isEqualTo("first-meeting");
        assertThat(Pages.seenBy(member).get("/").page().text()).doesNotContain("Look at your first three agendas");
    }

    @Test
    void whatAChairHasChosenByHandStaysAndTooShortAMeetingGetsWhatFits() {
        var first = date(EVENING, 60);
        var second = date(EVENING.plusMonths(1), 180);
        choose(second, "forum-3h");
        take();
        assertThat(List.of(format(first), format(second))).containsExactly("forum-90m", "forum-3h");
        date(EVENING.plusMonths(2), 120);
        assertThat(format(second)).isEqualTo("forum-3h");
    }

    @Test
    void onlyTheChairTakesThemAndOnlyAsTheyWereShown() {
        date(EVENING, 150);
        assertThat(page(member).select("main form")).isEmpty();
        assertThat(post(member, seen(chair)).status()).isEqualTo(404);
        assertThat(Pages.seenBy(here.convener).get(address()).status()).isEqualTo(404);
        var shown = seen(chair);
        date(EVENING.minusMonths(1), 240);
        assertThat(post(chair, shown).status()).isEqualTo(409);
        assertThat(page(chair).select("main form")).hasSize(1);
    }

    private String address() {
        return "/groups/" + here.group + "/meetings/first";
    }

    private Document page(PersonId person) {
        return Pages.seenBy(person).get(address()).page();
    }

    private String seen(PersonId person) {
        return page(person).select("input[name=seen]").val();
    }

    private Pages.Answer post(PersonId person, String seen) {
        return Pages.seenBy(person).post(address(), "request", Ids.next().toString(), "seen", seen);
    }

    private void take() {
        assertThat(post(chair, seen(chair)).status()).isBetween(302, 303);
    }

    private DateId date(LocalDateTime start, int minutes) {
        return as(chair, () -> peerage.bean(Dates.class).set(here.group, start, BERLIN, minutes, "", ""));
    }

    private void cancel(DateId date) {
        as(chair, () -> {
            peerage.bean(Dates.class).cancel(date);
            return true;
        });
    }

    private MeetingId meeting(DateId date) {
        return as(chair, () -> peerage.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
    }

    private Document agenda(DateId date) {
        return Pages.seenBy(chair).get("/meetings/" + meeting(date)).page();
    }

    private String format(DateId date) {
        return agenda(date).select("#format option[selected]").val();
    }

    private void choose(DateId date, String format) {
        var seen = agenda(date);
        Pages.seenBy(chair)
                .post(
                        "/meetings/" + meeting(date) + "/agenda/format",
                        "version",
                        seen.select("input[name=version]").val(),
                        "request",
                        Ids.next().toString(),
                        "format",
                        format);
    }
}
