-- A meeting that was held without screens and entered afterwards: by whom, and when.
alter table meetings.meeting
    add column entered_by uuid,
    add column entered_at timestamptz,
    drop constraint meeting_closed_how_check,
    add constraint meeting_closed_how_check check (closed_how in ('led', 'idle', 'paper')),
    add constraint meeting_entered_check check (
        (closed_how is not distinct from 'paper') = (entered_at is not null)
        and (entered_at is null) = (entered_by is null)),
    add constraint meeting_times_of_paper_check check (
        entered_at is null or (live_since is not null and live_since < closed_at and closed_at <= entered_at));
grant update (entered_by, entered_at) on meetings.meeting to peerage_app;

-- Nobody enters one in the name of somebody else.
create policy entered_by_oneself on meetings.meeting as restrictive for update to peerage_app
    with check (entered_by is null or entered_by = tenancy.me() or tenancy.acting_as('meetings.planning'));
