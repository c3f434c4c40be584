-- One who stands on an agenda asks another who presents to change with them; the other agrees or declines.
-- `kept`: the items that are kept have it in them. `stays`: both present, each at the other's place; else the one who
-- asked waits for another meeting.
create table meetings.swap (
    meeting_id uuid        not null,
    group_id   uuid        not null,
    subject_id uuid        not null,
    person_id  uuid        not null,
    other_id   uuid        not null,
    asked_id   uuid        not null,
    state      text        not null check (state in ('asked', 'agreed', 'kept', 'declined', 'withdrawn')),
    stays      boolean     not null default false,
    said_at    timestamptz not null,
    primary key (meeting_id, subject_id),
    foreign key (meeting_id, group_id) references meetings.meeting (id, group_id),
    check (person_id <> asked_id)
);

alter table meetings.swap enable row level security;
alter table meetings.swap force row level security;
grant select, insert, update (other_id, asked_id, state, stays, said_at) on meetings.swap to peerage_app;

create policy seen on meetings.swap for select to peerage_app using (
    group_id = any (array(select groups.my_groups())));
create policy asked on meetings.swap for insert to peerage_app with check (
    person_id = tenancy.me() and state = 'asked' and group_id = any (array(select groups.my_groups())));
create policy asked_again on meetings.swap for update to peerage_app
    using (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())))
    with check (person_id = tenancy.me() and state in ('asked', 'withdrawn'));
-- Nobody agrees for another.
create policy answered on meetings.swap for update to peerage_app
    using (asked_id = tenancy.me() and state = 'asked' and group_id = any (array(select groups.my_groups())))
    with check (asked_id = tenancy.me() and state in ('agreed', 'declined'));
-- Whoever prepares the meeting keeps the agenda with it, or makes a new one.
create policy arranged on meetings.swap for update to peerage_app
    using (state in ('agreed', 'kept') and meeting_id = any (array(select meetings.my_led())))
    with check (state in ('agreed', 'kept') and meeting_id = any (array(select meetings.my_led())));

-- What its presenter does not bring to a meeting: because they cannot, or because they have changed with somebody.
create or replace view meetings.shared_dropped with (security_invoker = true) as
select p.meeting_id, p.group_id, p.subject_id from meetings.presenting p where not p.will
union
select s.meeting_id, s.group_id, s.subject_id from meetings.swap s where s.state in ('agreed', 'kept') and not s.stays;
