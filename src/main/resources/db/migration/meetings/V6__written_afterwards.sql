-- What was written on paper is still taken for a while after the meeting was entered, and who was there can be put
-- right (ADR-0042).
alter table meetings.meeting
    add column corrected_by uuid,
    add column corrected_at timestamptz,
    add constraint meeting_corrected_check check (
        (corrected_at is null) = (corrected_by is null) and (corrected_at is null or corrected_at >= entered_at));
grant update (corrected_by, corrected_at) on meetings.meeting to peerage_app;

-- Whoever puts right what another has entered says so in their own name.
drop policy entered_by_oneself on meetings.meeting;
create policy entered_by_oneself on meetings.meeting as restrictive for update to peerage_app
    with check (coalesce(corrected_by, entered_by) is null or coalesce(corrected_by, entered_by) = tenancy.me()
        or tenancy.acting_as('meetings.planning'));

-- Put down by whoever entered the meeting; who had marked themselves as here is there in any case.
alter table meetings.attendance add column entered boolean not null default false;
grant delete on meetings.attendance to peerage_app;

-- Meetings on paper of my groups for which words are still taken: fourteen days from the entry, and not once the group
-- has begun to meet again.
create function meetings.still_written() returns setof uuid
language sql stable parallel safe security definer set search_path = ''
as $$
    select m.id from meetings.meeting m
    where m.closed_how = 'paper' and m.entered_at > now() - interval '14 days'
      and not exists (select from meetings.meeting n
                      where n.group_id = m.group_id and n.id <> m.id and n.live_since > m.entered_at)
$$;
revoke all on function meetings.still_written() from public;
grant execute on function meetings.still_written() to peerage_app;

create policy corrected on meetings.attendance for delete to peerage_app using (
    entered and meeting_id = any (array(select meetings.my_led()))
    and meeting_id = any (array(select meetings.still_written())));

-- While answers still come after a meeting on paper, a mean would give the last one away.
create or replace function meetings.rating_of(meeting uuid) returns table (answers integer, mean numeric)
language sql stable parallel safe security definer set search_path = ''
as $$
    select count(r.person_id)::integer,
           case when count(r.person_id) >= 5 and not m.id = any (array(select meetings.still_written()))
                then round(avg(r.score), 1) end
    from meetings.meeting m left join meetings.rating r on r.meeting_id = m.id
    where m.id = meeting and m.state = 'closed'
    group by m.id
$$;
