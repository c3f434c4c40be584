-- Attendance: what the chair has excused or seen, which step of the charter was taken with whom, and leaves. Ids, days
-- and states; why somebody was away is written nowhere.

create table attendance.mark (
    group_id   uuid        not null,
    meeting_id uuid        not null,
    person_id  uuid        not null,
    kind       text        not null check (kind in ('excused', 'left-early')),
    by_id      uuid        not null check (by_id <> person_id),
    at         timestamptz not null,
    primary key (meeting_id, person_id, kind)
);
create index mark_group on attendance.mark (group_id, person_id);

-- The number of a step makes of two chairs' browsers that take one at the same moment one step.
create table attendance.step (
    id        uuid        not null unique,
    group_id  uuid        not null,
    person_id uuid        not null,
    number    integer     not null check (number > 0),
    kind      text        not null check (kind in ('nudge', 'call', 'talk', 'vote')),
    by_id     uuid        not null check (by_id <> person_id),
    at        timestamptz not null,
    primary key (group_id, person_id, number)
);

create table attendance.leave (
    id         uuid        primary key,
    group_id   uuid        not null,
    person_id  uuid        not null,
    first_day  date        not null,
    last_day   date        not null check (last_day >= first_day),
    state      text        not null check (state in ('asked', 'agreed', 'declined', 'taken-back', 'ended')),
    asked_at   timestamptz not null,
    settled_by uuid,
    settled_at timestamptz,
    -- The day from which somebody is back before the last day.
    back_on    date,
    check ((state = 'asked') = (settled_by is null) and (state = 'asked') = (settled_at is null)),
    check ((state = 'ended') = (back_on is not null))
);
create index leave_group on attendance.leave (group_id, person_id);

alter table attendance.mark enable row level security;
alter table attendance.mark force row level security;
alter table attendance.step enable row level security;
alter table attendance.step force row level security;
alter table attendance.leave enable row level security;
alter table attendance.leave force row level security;

grant usage on schema attendance to peerage_app;
grant select, insert, delete on attendance.mark to peerage_app;
grant select, insert on attendance.step to peerage_app;
grant select, insert, update (state, settled_by, settled_at, back_on) on attendance.leave to peerage_app;

-- By whom it is about and the chair, and by nobody else of the group.
create policy two on attendance.mark for select to peerage_app
    using (group_id = any (array(select groups.my_groups()))
           and (person_id = tenancy.me() or group_id = any (array(select groups.my_chaired()))));
create policy marks on attendance.mark for insert to peerage_app
    with check (by_id = tenancy.me() and group_id = any (array(select groups.my_chaired()))
                and exists (select from meetings.shared_meeting m
                            where m.id = meeting_id and m.group_id = mark.group_id and m.state = 'closed'));
create policy takes_back on attendance.mark for delete to peerage_app
    using (group_id = any (array(select groups.my_chaired())) and person_id <> tenancy.me());

-- A vote is before the group: whoever sits in it may read whose it is.
create policy two on attendance.step for select to peerage_app
    using (group_id = any (array(select groups.my_groups()))
           and (person_id = tenancy.me() or kind = 'vote' or group_id = any (array(select groups.my_chaired()))));
create policy takes on attendance.step for insert to peerage_app
    with check (by_id = tenancy.me() and group_id = any (array(select groups.my_chaired())));

-- Who is on leave everybody in the group knows; who has asked for one, and in vain, the two do.
create policy known on attendance.leave for select to peerage_app
    using (group_id = any (array(select groups.my_groups()))
           and (person_id = tenancy.me() or state in ('agreed', 'ended')
                or group_id = any (array(select groups.my_chaired()))));
create policy asks on attendance.leave for insert to peerage_app
    with check (person_id = tenancy.me() and state = 'asked' and group_id = any (array(select groups.my_groups())));
create policy own on attendance.leave for update to peerage_app
    using (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())))
    with check (person_id = tenancy.me() and state in ('taken-back', 'ended') and settled_by = tenancy.me());
create policy settles on attendance.leave for update to peerage_app
    using (person_id <> tenancy.me() and group_id = any (array(select groups.my_chaired())))
    with check (person_id <> tenancy.me() and group_id = any (array(select groups.my_chaired()))
                and state in ('agreed', 'declined') and settled_by = tenancy.me());

-- Who is away on which days, for whoever may know it: nothing is asked of them then.
create view attendance.shared_leave with (security_invoker = true) as
select l.group_id, l.person_id, l.first_day, coalesce(l.back_on - 1, l.last_day) as last_day
from attendance.leave l
where l.state in ('agreed', 'ended');
grant select on attendance.shared_leave to peerage_app;
