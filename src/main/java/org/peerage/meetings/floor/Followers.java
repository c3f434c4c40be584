package org.peerage.meetings.floor;

import static org.peerage.meetings.floor.Columns.at;
import static org.peerage.meetings.floor.Columns.uuid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.MemberLetOut;
import org.peerage.tenancy.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where meetings stand and who follows them. Runs as `meetings.streams`, for all streams of a node at once.
@Component
class Followers {

    /// The first word of a notification about a person and not about a meeting.
    static final String OUT = "out";

    private final JdbcClient sql;

    Followers(JdbcClient sql) {
        this.sql = sql;
    }

    /// Whoever is let out of a room follows its meetings no longer, on no node: told when what let them out is
    /// committed.
    @EventListener
    void on(MemberLetOut letOut) {
        sql.sql("select pg_notify('meetings', :told)")
                .param("told", OUT + " " + letOut.person())
                .query()
                .listOfRows();
    }

    @Transactional(readOnly = true)
    Map<MeetingId, Long> heads(Collection<MeetingId> meetings) {
        var heads = new HashMap<MeetingId, Long>();
        sql.sql("select meeting_id, n from meetings.head where meeting_id = any (string_to_array(:ids, ',')::uuid[])")
                .param("ids", joined(meetings))
                .query((rows, row) -> heads.put(new MeetingId(uuid(rows, "meeting_id")), rows.getLong("n")))
                .list();
        return heads;
    }

    @Transactional
    int seen(Map<MeetingId, Set<PersonId>> following, Instant at) {
        var meetings = new ArrayList<Object>();
        var people = new ArrayList<Object>();
        following.forEach((meeting, who) -> who.forEach(person -> {
            meetings.add(meeting);
            people.add(person);
        }));
        return sql.sql("""
                        insert into meetings.presence (meeting_id, group_id, person_id, seen_at)
                        select m.id, m.group_id, f.person, :at
                          from unnest(string_to_array(:meetings, ',')::uuid[],
                                      string_to_array(:people, ',')::uuid[]) as f (meeting, person)
                          join meetings.meeting m on m.id = f.meeting
                        on conflict (meeting_id, person_id) do update set seen_at = excluded.seen_at
                        """)
                .param("at", at(at))
                .param("meetings", joined(meetings))
                .param("people", joined(people))
                .update();
    }

    private static String joined(Collection<?> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
