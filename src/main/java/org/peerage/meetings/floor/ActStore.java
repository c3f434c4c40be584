package org.peerage.meetings.floor;

import static org.peerage.meetings.floor.Columns.at;
import static org.peerage.meetings.floor.Columns.value;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.MeetingId;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What an act writes: whatever the decision has changed.
@Component
class ActStore {

    private final JdbcClient sql;

    ActStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// The meeting before its items and turns: policies for those ask who leads it now.
    void save(Live live, @Nullable Instant leadChangedAt) {
        sql.sql("""
                        update meetings.meeting
                           set state = 'live', version = :version, facilitator_id = :facilitator, deputy_id = :deputy,
                               live_since = :since, led_since = coalesce(:led, led_since)
                         where id = :id
                        """)
                .param("id", live.id().value())
                .param("version", live.version())
                .param("facilitator", live.facilitator().value())
                .param("deputy", value(live.deputy()))
                .param("since", at(live.since()))
                .param("led", leadChangedAt == null ? null : at(leadChangedAt))
                .update();
    }

    void close(Live last, Instant at, String how) {
        sql.sql("""
                        update meetings.meeting
                           set state = 'closed', version = :version, closed_at = :at, closed_how = :how where id = :id
                        """)
                .param("id", last.id().value())
                .param("version", last.version())
                .param("at", at(at))
                .param("how", how)
                .update();
    }

    /// @param led who led it on paper
    /// @param by who says so now
    void enter(Planned planned, HeldOnPaper held, PersonId led, PersonId by, Instant now) {
        sql.sql("""
                        update meetings.meeting
                           set state = 'closed', version = :version, facilitator_id = :led, live_since = :from,
                               closed_at = :to, closed_how = 'paper', entered_by = :by, entered_at = :now
                         where id = :id
                        """)
                .param("id", planned.id().value())
                .param("version", planned.version() + 1)
                .param("led", led.value())
                .param("from", at(held.from()))
                .param("to", at(held.to()))
                .param("by", by.value())
                .param("now", at(now))
                .update();
    }

    /// @param by who puts it right
    void correct(ScheduledMeeting entered, HeldOnPaper held, PersonId by, Instant now) {
        sql.sql("""
                        update meetings.meeting
                           set version = :version, live_since = :from, closed_at = :to, corrected_by = :by,
                               corrected_at = :now
                         where id = :id
                        """)
                .param("id", entered.id().value())
                .param("version", entered.version() + 1)
                .param("from", at(held.from()))
                .param("to", at(held.to()))
                .param("by", by.value())
                .param("now", at(now))
                .update();
    }

    /// Somebody who was there, by the word of whoever enters the meeting.
    void enter(MeetingId meeting, Attendee attendee) {
        sql.sql("""
                        insert into meetings.attendance (meeting_id, group_id, person_id, number, arrived_at, late, entered)
                        select m.id, m.group_id, :person, :number, :arrived, :late, true
                          from meetings.meeting m where m.id = :meeting
                        """)
                .param("meeting", meeting.value())
                .param("person", attendee.person().value())
                .param("number", attendee.number())
                .param("arrived", at(attendee.arrivedAt()))
                .param("late", attendee.late())
                .update();
    }

    /// Takes back that somebody was there, as somebody else had entered.
    void takeBack(MeetingId meeting, PersonId person) {
        sql.sql("delete from meetings.attendance where meeting_id = :meeting and person_id = :person and entered")
                .param("meeting", meeting.value())
                .param("person", person.value())
                .update();
    }

    /// Writes the items that differ. Nothing runs while another item still counts as current, so those go last.
    void saveItems(List<Item> before, List<Item> after, Instant now) {
        after.stream()
                .filter(i -> !before.contains(i))
                .sorted((a, b) -> Boolean.compare(a.state() == Item.State.CURRENT, b.state() == Item.State.CURRENT))
                .forEach(item -> save(item, now));
    }

    private void save(Item item, Instant now) {
        var time = item.countdown();
        sql.sql("""
                        update meetings.item
                           set state = :state, spent_ms = :spent, running_since = :since, ends_at = :ends, left_ms = :left,
                               left_at = case when :over then coalesce(left_at, :now) end
                         where id = :id
                        """)
                .param("id", item.id().value())
                .param("over", item.state() == Item.State.DONE || item.state() == Item.State.UNCOVERED)
                .param("now", at(now))
                .param("state", item.state().name().toLowerCase(Locale.ROOT))
                .param("spent", time == null ? null : spent(time))
                .param("since", time == null ? null : since(time))
                .param("ends", time == null ? null : ends(time))
                .param("left", time == null ? null : left(time))
                .update();
    }

    void saveTurns(MeetingId meeting, List<Turn> before, List<Turn> after) {
        for (var turn : after) {
            if (!before.contains(turn) && turn instanceof Turn.Spoken spoken) {
                save(meeting, spoken);
            }
        }
        for (var turn : after) {
            if (!before.contains(turn) && turn instanceof Turn.Speaking speaking) {
                save(meeting, speaking, speaking.countdown(), false);
            }
        }
    }

    void save(MeetingId meeting, Turn.Spoken spoken) {
        save(meeting, spoken, new Countdown.Stopped(spoken.spoken(), Duration.ZERO), true);
    }

    /// Changed where it is there: whoever may end a turn, as the program that ends a forgotten meeting, need
    /// not be able to give one.
    private void save(MeetingId meeting, Turn turn, Countdown time, boolean over) {
        var changed = write("""
                update meetings.turn
                   set over = :over, spent_ms = :spent, running_since = :since, ends_at = :ends, left_ms = :left
                 where meeting_id = :meeting and number = :number
                """, meeting, turn, time, over);
        if (changed == 0) {
            write("""
                insert into meetings.turn (meeting_id, group_id, item_id, person_id, number, round, over, spent_ms,
                                           running_since, ends_at, left_ms)
                select m.id, m.group_id, :item, :person, :number, :round, :over, :spent, :since, :ends, :left
                  from meetings.meeting m where m.id = :meeting
                """, meeting, turn, time, over);
        }
    }

    private int write(String statement, MeetingId meeting, Turn turn, Countdown time, boolean over) {
        return sql.sql(statement)
                .param("meeting", meeting.value())
                .param("item", turn.item().value())
                .param("person", turn.person().value())
                .param("number", turn.number())
                .param("round", turn.round())
                .param("over", over)
                .param("spent", spent(time))
                .param("since", since(time))
                .param("ends", ends(time))
                .param("left", left(time))
                .update();
    }

    void save(MeetingId meeting, Attendee attendee) {
        var hand = attendee.hand();
        sql.sql("""
                        insert into meetings.attendance (meeting_id, group_id, person_id, number, arrived_at, late,
                                                         assented_at, ready_for, hand_item, hand_at, hand_turns)
                        select m.id, m.group_id, :person, :number, :arrived, :late, :assented, :ready, :item, :raised,
                               :turns
                          from meetings.meeting m where m.id = :meeting
                        on conflict (meeting_id, person_id) do update
                           set assented_at = excluded.assented_at, ready_for = excluded.ready_for,
                               hand_item = excluded.hand_item, hand_at = excluded.hand_at,
                               hand_turns = excluded.hand_turns
                        """)
                .param("meeting", meeting.value())
                .param("person", attendee.person().value())
                .param("number", attendee.number())
                .param("arrived", at(attendee.arrivedAt()))
                .param("late", attendee.late())
                .param("assented", attendee.assentedAt() == null ? null : at(attendee.assentedAt()))
                .param(
                        "ready",
                        attendee.readyFor() == null ? null : attendee.readyFor().value())
                .param("item", hand == null ? null : hand.item().value())
                .param("raised", hand == null ? null : at(hand.at()))
                .param("turns", hand == null ? null : hand.turns())
                .update();
    }

    private static long spent(Countdown time) {
        return switch (time) {
            case Countdown.Running running -> running.before().toMillis();
            case Countdown.Stopped stopped -> stopped.spent().toMillis();
        };
    }

    private static @Nullable OffsetDateTime since(Countdown time) {
        return time instanceof Countdown.Running running ? at(running.since()) : null;
    }

    private static @Nullable OffsetDateTime ends(Countdown time) {
        return time instanceof Countdown.Running running ? at(running.endsAt()) : null;
    }

    private static @Nullable Long left(Countdown time) {
        return time instanceof Countdown.Stopped stopped ? stopped.left().toMillis() : null;
    }
}
