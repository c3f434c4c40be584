package org.peerage.sponsors;

import java.sql.Date;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts. All of it is asked as the program `sponsors`: no person has a row of it.
@Component
class FigureStore {

    private final JdbcClient sql;

    FigureStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// What it is called.
    String name(Sponsored what) {
        return sql.sql("""
                select coalesce((select g.name from groups.shared_group g where g.id = :group),
                                (select n.name from networks.shared_network n where n.id = :network))
                """)
                .param("network", what.network().value())
                .param("group", what.groupId())
                .query(String.class)
                .single();
    }

    /// Writes down what each group did, where that is not written yet. A place at a meeting has whoever was in the room
    /// before it began; whoever was there had one.
    void reckon(Sponsored what, Quarter quarter) {
        sql.sql("""
                with here as (
                    select g.id, g.network_id, g.room_id, g.zone from groups.shared_group g
                    where g.network_id = :network and (cast(:group as uuid) is null or g.id = :group)
                      and g.room_id is not null
                      and not exists (select from sponsors.figure f where f.group_id = g.id and f.quarter = :first)
                ), held as (
                    select m.id, m.group_id, m.starts_at from meetings.shared_meeting m join here on here.id = m.group_id
                    where m.state = 'closed' and cast(m.starts_at at time zone m.zone as date) between :first and :last
                ), sitting as (
                    select here.id as group_id, r.person_id, min(r.since) as since,
                           cast(min(r.since) at time zone here.zone as date) <= :last as in_time
                    from here join rooms.shared_member r on r.room_id = here.room_id and r.active
                    group by here.id, here.zone, r.person_id
                ), place as (
                    select h.group_id, h.id as meeting_id, s.person_id,
                           exists (select from meetings.shared_attendance a
                                   where a.meeting_id = h.id and a.person_id = s.person_id) as there
                    from held h join sitting s on s.group_id = h.group_id and s.since < h.starts_at
                    union
                    select h.group_id, h.id, a.person_id, true
                    from held h join meetings.shared_attendance a on a.meeting_id = h.id
                )
                insert into sponsors.figure (group_id, quarter, network_id, meetings, seats, people, places, there)
                select here.id, :first, here.network_id,
                       (select count(*) from held h where h.group_id = here.id),
                       (select count(*) from sitting s
                        where s.group_id = here.id and s.in_time),
                       (select count(distinct p.person_id) from place p where p.group_id = here.id),
                       (select count(*) from place p where p.group_id = here.id),
                       (select count(*) from place p where p.group_id = here.id and p.there)
                from here
                where exists (select from sitting s where s.group_id = here.id and s.in_time)
                on conflict do nothing
                """)
                .param("network", what.network().value())
                .param("group", what.groupId())
                .param("first", Date.valueOf(quarter.first()))
                .param("last", Date.valueOf(quarter.last()))
                .update();
    }

    List<Figures.Row> rows(Sponsored what, Quarter quarter) {
        return sql.sql("""
                select meetings, seats, people, places, there from sponsors.figure
                where network_id = :network and (cast(:group as uuid) is null or group_id = :group) and quarter = :first
                """)
                .param("network", what.network().value())
                .param("group", what.groupId())
                .param("first", Date.valueOf(quarter.first()))
                .query((row, number) -> new Figures.Row(
                        row.getInt("meetings"),
                        row.getInt("seats"),
                        row.getInt("people"),
                        row.getInt("places"),
                        row.getInt("there")))
                .list();
    }
}
