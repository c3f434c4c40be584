-- Whether a meeting's agenda stands, for pages that say what is next.
create or replace view meetings.shared_meeting with (security_invoker = true) as
select m.id, m.group_id, m.date_id, m.starts_at, m.zone, m.minutes, m.state, m.live_since, m.closed_at, m.version,
       h.n, m.facilitator_id, m.deputy_id,
       (select i.id from meetings.item i where i.meeting_id = m.id and i.state = 'current') as current_item_id,
       m.approved_at
from meetings.meeting m join meetings.head h on h.meeting_id = m.id;
