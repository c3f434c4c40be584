-- How many may sit in a group is asked by whoever looks for somebody to join it.
create or replace view groups.shared_group with (security_invoker = true) as
select g.id, g.network_id, g.name, g.zone, r.room_id, c.person_id as chair_id,
       case when g.opened_at is null then 'forming' else 'open' end as state,
       g.smallest, g.target, g.largest
from groups.group g
left join groups.room r on r.group_id = g.id
left join groups.seat c on c.group_id = g.id and c.chair;
