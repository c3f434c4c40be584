package org.peerage.meetings.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A group of six with a meeting at the real database, and what they do in it. Six, because a mean of ratings
/// is shown from five answers on.
abstract class MeetingOfSix {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final LocalDateTime EVENING = LocalDateTime.parse("2031-03-04T18:00");
    static final Instant START = EVENING.atZone(BERLIN).toInstant();

    final RunningPeerage peerage = RunningPeerage.shared();
    final Meetings meetings = peerage.bean(Meetings.class);
    final GroupFixture here = GroupFixture.aGroup().with(6);
    final PersonId chair = here.chair();
    final PersonId member = here.members.getFirst();

    DateId aDate(int minutes) {
        return as(chair, () -> peerage.bean(Dates.class).set(here.group, EVENING, BERLIN, minutes, "", ""));
    }

    DateId aDateAt(Instant start) {
        return as(
                chair,
                () -> peerage.bean(Dates.class)
                        .set(here.group, LocalDateTime.ofInstant(start, BERLIN), BERLIN, 240, "", ""));
    }

    MeetingId meetingOf(DateId date) {
        return as(chair, () -> meetings.ofDate(date.value())).orElseThrow();
    }

    MeetingId started() {
        var meeting = meetingOf(aDate(240));
        at(START, () -> act(chair, meeting, "start"));
        return meeting;
    }

    static Instant minute(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    static <T> T at(Instant moment, java.util.function.Supplier<T> step) {
        return PretendedTime.at(moment, step::get);
    }

    Pages.Answer act(PersonId person, MeetingId meeting, String act) {
        var answer = post(person, meeting, act, version(meeting), Ids.next());
        assertThat(answer.status())
                .as("%s: %s", act, answer.page().select("[role=alert]").text())
                .isEqualTo(200);
        return answer;
    }

    static Pages.Answer post(PersonId person, MeetingId meeting, String act, long version, UUID request) {
        return Pages.seenBy(person)
                .post(
                        "/meetings/" + meeting + "/acts/" + act,
                        "version",
                        Long.toString(version),
                        "request",
                        request.toString());
    }

    Pages.Answer change(PersonId person, MeetingId meeting, String change, String... fields) {
        var seen = Pages.seenBy(chair).get("/meetings/" + meeting).page();
        var all = new java.util.ArrayList<>(List.of(
                "version",
                seen.select("input[name=version]").val(),
                "seen",
                seen.select("input[name=seen]").val(),
                "request",
                uuid()));
        all.addAll(List.of(fields));
        return Pages.seenBy(person).post("/meetings/" + meeting + "/agenda/" + change, all.toArray(String[]::new));
    }

    boolean endIdle() {
        return endIdle(peerage.bean(IdleMeetings.class));
    }

    boolean endIdle(IdleMeetings round) {
        return !Acting.asProgram(round.name(), round::work);
    }

    ScheduledMeeting scheduled(MeetingId meeting) {
        return as(member, () -> store().find(meeting).orElseThrow());
    }

    long version(MeetingId meeting) {
        return scheduled(meeting).version();
    }

    ItemId current(MeetingId meeting) {
        return as(member, () -> store().live(scheduled(meeting)).current().id());
    }

    MeetingStore store() {
        return peerage.bean(MeetingStore.class);
    }

    /// How many have rated, and their mean where it is shown.
    String mean(MeetingId meeting) {
        return peerage.bean(JdbcClient.class)
                .sql("select answers || ' ' || coalesce(mean::text, 'none') from meetings.rating_of(:id)")
                .param("id", meeting.value())
                .query(String.class)
                .optional()
                .orElse("0 none");
    }

    int rows(String table) {
        return peerage.bean(JdbcClient.class)
                .sql("select count(*)::integer from " + table)
                .query(Integer.class)
                .single();
    }

    static String uuid() {
        return Ids.next().toString();
    }
}
