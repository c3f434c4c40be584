package org.peerage.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.PEERAGE;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.PersonId;

/// Meetings that a group has held in the past: each is held now, by its people, and then moved back by the superuser,
/// as nobody of the program could.
public record Evenings(GroupFixture here) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

    /// Everybody has been in the room for two years.
    public static Evenings of(GroupFixture here) {
        PEERAGE.asSuperuser("update rooms.member set since = since - interval '2 years' where room_id = '"
                + here.heldRoom().id() + "'");
        return new Evenings(here);
    }

    /// An evening so many days back.
    ///
    /// @param there who came, and how many minutes after it had begun
    public MeetingId ago(int days, Map<PersonId, Integer> there) {
        var start = LocalDateTime.ofInstant(Instant.now(), ZONE).plusMinutes(5);
        var date = as(here.chair(), () -> PEERAGE.bean(Dates.class).set(here.group, start, ZONE, 240, "", ""));
        var id = as(here.chair(), () -> PEERAGE.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
        act(id, here.chair(), "start");
        there.keySet().forEach(person -> act(id, person, "arrive"));
        while (as(here.chair(), () -> PEERAGE.bean(Meetings.class).act(id, "next-all-the-same", null))) {
            assertThat(id).isNotNull();
        }
        act(id, here.chair(), "close");
        PEERAGE.asSuperuser("""
                update meetings.meeting set starts_at = now() - interval '%1$d days',
                       live_since = now() - interval '%1$d days' where id = '%2$s'""".formatted(days, id));
        PEERAGE.asSuperuser(
                "update meetings.attendance set arrived_at = now() - interval '%d days' where meeting_id = '%s'"
                        .formatted(days, id));
        there.forEach((person, minutes) -> PEERAGE.asSuperuser("""
                update meetings.attendance set arrived_at = now() - interval '%d days' + interval '%d minutes', late = %b
                where meeting_id = '%s' and person_id = '%s'""".formatted(days, minutes, minutes > 1, id, person)));
        return id;
    }

    /// Somebody else has led that evening: whoever began it was not there.
    void away(MeetingId id, PersonId person) {
        PEERAGE.asSuperuser(
                "delete from meetings.attendance where meeting_id = '%s' and person_id = '%s'".formatted(id, person));
    }

    /// Those that were taken are that much older.
    void stepsAgo(int days) {
        PEERAGE.asSuperuser("update attendance.step set at = now() - interval '%d days' where group_id = '%s'"
                .formatted(days, here.group));
    }

    /// A leave that was asked for and agreed in time.
    void leave(PersonId person, int from, int until) {
        PEERAGE.asSuperuser("""
                insert into attendance.leave (id, group_id, person_id, first_day, last_day, state, asked_at, settled_by,
                       settled_at)
                values ('%s', '%s', '%s', current_date - %d, current_date - %d, 'agreed', now(), '%s', now())""".formatted(UUID.randomUUID(), here.group, person, from, until, here.chair()));
    }

    private void act(MeetingId id, PersonId person, String act) {
        assertThat(as(person, () -> PEERAGE.bean(Meetings.class).act(id, act, null)))
                .as(act)
                .isTrue();
    }
}
