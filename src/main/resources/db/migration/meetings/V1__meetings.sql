-- Meetings: ids, minutes and times. Nothing that is said; words are sealed records of the room.

-- One per date of a group. `version` counts what moves the meeting and is what an act must have seen.
create table meetings.meeting (
    id             uuid primary key,
    group_id       uuid        not null,
    date_id        uuid        not null unique,
    starts_at      timestamptz not null,
    zone           text        not null,
    minutes        integer     not null check (minutes between 1 and 2880),
    state          text        not null check (state in ('planned', 'live', 'closed', 'cancelled')),
    version        bigint      not null default 0,
    format         text        not null,
    format_chosen  boolean     not null default false,
    approved_at    timestamptz,
    approved_by    uuid,
    deputy_id      uuid,
    facilitator_id uuid,
    led_since      timestamptz,
    live_since     timestamptz,
    closed_at      timestamptz,
    closed_how     text check (closed_how in ('led', 'idle')),
    unique (id, group_id),
    check ((state = 'live') <= (facilitator_id is not null and led_since is not null and live_since is not null)),
    check ((state = 'closed') = (closed_at is not null))
);
create index meeting_group on meetings.meeting (group_id, starts_at);
create index meeting_live on meetings.meeting (id) where state = 'live';

create table meetings.item (
    id            uuid primary key,
    meeting_id    uuid    not null,
    group_id      uuid    not null,
    position      integer not null,
    kind          text    not null,
    minutes       integer not null check (minutes between 1 and 480),
    least         integer not null,
    most          integer not null,
    presenter_id  uuid,
    subject_id    uuid,
    protocol      text,
    reason        text    not null,
    reason_number bigint  not null,
    carried_from  uuid references meetings.item (id),
    state         text    not null check (state in ('planned', 'current', 'done', 'uncovered')),
    spent_ms      bigint,
    running_since timestamptz,
    ends_at       timestamptz,
    left_ms       bigint,
    left_at       timestamptz,
    unique (meeting_id, position) deferrable initially deferred,
    unique (id, meeting_id),
    foreign key (meeting_id, group_id) references meetings.meeting (id, group_id)
);
create unique index item_current on meetings.item (meeting_id) where state = 'current';
create index item_subject on meetings.item (group_id, subject_id) where subject_id is not null;

create table meetings.turn (
    meeting_id    uuid    not null,
    group_id      uuid    not null,
    item_id       uuid    not null,
    person_id     uuid    not null,
    number        integer not null,
    round         integer not null,
    over          boolean not null,
    spent_ms      bigint  not null,
    running_since timestamptz,
    ends_at       timestamptz,
    left_ms       bigint,
    primary key (meeting_id, number),
    foreign key (meeting_id, group_id) references meetings.meeting (id, group_id),
    foreign key (item_id, meeting_id) references meetings.item (id, meeting_id)
);
create unique index turn_speaking on meetings.turn (meeting_id) where not over;

create table meetings.attendance (
    meeting_id  uuid        not null,
    group_id    uuid        not null,
    person_id   uuid        not null,
    number      integer     not null,
    arrived_at  timestamptz not null,
    late        boolean     not null,
    assented_at timestamptz,
    ready_for   uuid,
    hand_item   uuid,
    hand_at     timestamptz,
    hand_turns  integer,
    check ((hand_item is null) = (hand_at is null) and (hand_item is null) = (hand_turns is null)),
    primary key (meeting_id, person_id),
    unique (meeting_id, number),
    foreign key (meeting_id, group_id) references meetings.meeting (id, group_id)
);

-- That an update was shared, and which sealed record holds it. Drafts stay with their author, sealed, in `rooms`.
create table meetings.preparation (
    meeting_id uuid        not null,
    group_id   uuid        not null,
    person_id  uuid        not null,
    format     text        not null,
    record_id  uuid        not null,
    rev        integer     not null,
    shared_at  timestamptz not null,
    primary key (meeting_id, person_id),
    foreign key (meeting_id, group_id) references meetings.meeting (id, group_id)
);

-- Whether whoever stands on the agenda will present, or cannot: by their own word or by the chair's.
create table meetings.presenting (
    meeting_id uuid        not null,
    group_id   uuid        not null,
    subject_id uuid        not null,
    person_id  uuid        not null,
    will       boolean     not null,
    said_at    timestamptz not null,
    primary key (meeting_id, subject_id),
    foreign key (meeting_id, group_id) references meetings.meeting (id, group_id)
);

-- A member's own rating. Nobody else reads a single one; see meetings.rating_of.
create table meetings.rating (
    meeting_id uuid        not null,
    group_id   uuid        not null,
    person_id  uuid        not null,
    score      integer     not null check (score between 0 and 10),
    record_id  uuid,
    rated_at   timestamptz not null,
    primary key (meeting_id, person_id),
    foreign key (meeting_id, group_id) references meetings.meeting (id, group_id)
);

-- Groups whose chair has taken the shapes of a beginning for their first meetings, those not yet set among them.
create table meetings.beginning (
    group_id uuid        primary key,
    taken_by uuid        not null,
    taken_at timestamptz not null
);

alter table meetings.beginning enable row level security;
alter table meetings.beginning force row level security;
alter table meetings.meeting enable row level security;
alter table meetings.meeting force row level security;
alter table meetings.item enable row level security;
alter table meetings.item force row level security;
alter table meetings.turn enable row level security;
alter table meetings.turn force row level security;
alter table meetings.attendance enable row level security;
alter table meetings.attendance force row level security;
alter table meetings.preparation enable row level security;
alter table meetings.preparation force row level security;
alter table meetings.presenting enable row level security;
alter table meetings.presenting force row level security;
alter table meetings.rating enable row level security;
alter table meetings.rating force row level security;

grant select, insert on meetings.beginning to peerage_app;
grant select, insert on meetings.meeting to peerage_app;
grant update (starts_at, zone, minutes, state, version, format, format_chosen, approved_at, approved_by, deputy_id, facilitator_id,
    led_since, live_since, closed_at, closed_how) on meetings.meeting to peerage_app;
grant select, insert, update, delete on meetings.item to peerage_app;
grant select, insert, update on meetings.turn to peerage_app;
grant select, insert, update (assented_at, ready_for, hand_item, hand_at, hand_turns) on meetings.attendance to peerage_app;
grant select, insert, update (format, record_id, rev, shared_at) on meetings.preparation to peerage_app;
grant select, insert, update (will, said_at) on meetings.presenting to peerage_app;
grant select, insert, update (score, record_id, rated_at) on meetings.rating to peerage_app;

-- For the functions below, which answer as the owner.
create policy definer on meetings.meeting for select to peerage_owner using (
    group_id = any (array(select groups.my_groups())) or group_id = any (array(select groups.my_overseen())));
create policy definer on meetings.attendance for select to peerage_owner using (
    group_id = any (array(select groups.my_groups())) or group_id = any (array(select groups.my_overseen())));
create policy definer on meetings.rating for select to peerage_owner using (
    group_id = any (array(select groups.my_groups())));

-- Meetings that I lead: as facilitator or deputy, or because I chair the group.
create function meetings.my_led() returns setof uuid
language sql stable parallel safe security definer set search_path = ''
as $$
    select m.id from meetings.meeting m
    where m.facilitator_id = tenancy.me() or m.deputy_id = tenancy.me()
       or m.group_id = any (array(select groups.my_chaired()))
$$;

-- How many were there: all that a convener may know of a meeting.
create function meetings.attendance_counts()
returns table (meeting_id uuid, group_id uuid, starts_at timestamptz, zone text, state text, present integer, late integer)
language sql stable parallel safe security definer set search_path = ''
as $$
    select m.id, m.group_id, m.starts_at, m.zone, m.state, count(a.person_id)::integer,
           (count(*) filter (where a.late))::integer
    from meetings.meeting m left join meetings.attendance a on a.meeting_id = m.id
    group by m.id
$$;

-- The mean of a closed meeting from five answers on. Only when it is closed, when no answer can come any more: a mean
-- before and after one answer would give that answer away.
create function meetings.rating_of(meeting uuid) returns table (answers integer, mean numeric)
language sql stable parallel safe security definer set search_path = ''
as $$
    select count(r.person_id)::integer, case when count(r.person_id) >= 5 then round(avg(r.score), 1) end
    from meetings.meeting m left join meetings.rating r on r.meeting_id = m.id
    where m.id = meeting and m.state = 'closed'
    group by m.id
$$;

revoke all on function meetings.my_led() from public;
revoke all on function meetings.attendance_counts() from public;
revoke all on function meetings.rating_of(uuid) from public;
grant execute on function meetings.my_led() to peerage_app;
grant execute on function meetings.attendance_counts() to peerage_app;
grant execute on function meetings.rating_of(uuid) to peerage_app;

-- `meetings.planning` keeps meetings in step with the dates; `meetings.idle` ends forgotten ones.
create policy seen on meetings.meeting for select to peerage_app using (
    group_id = any (array(select groups.my_groups()))
    or tenancy.acting_as('meetings.planning') or tenancy.acting_as('meetings.idle'));
create policy planned on meetings.meeting for insert to peerage_app
    with check (tenancy.acting_as('meetings.planning'));
create policy kept on meetings.meeting for update to peerage_app
    using (tenancy.acting_as('meetings.planning') or tenancy.acting_as('meetings.idle'));
create policy led on meetings.meeting for update to peerage_app
    using (group_id = any (array(select groups.my_groups())) and (
        facilitator_id = tenancy.me() or deputy_id = tenancy.me()
        or group_id = any (array(select groups.my_chaired()))))
    with check (group_id = any (array(select groups.my_groups())));
-- Nobody has led it for two minutes: any member may take it over; the rules say who first.
create policy abandoned on meetings.meeting for update to peerage_app
    using (state = 'live' and group_id = any (array(select groups.my_groups()))
        and led_since < now() - interval '2 minutes'
        and not exists (select 1 from live.shared_presence p
            where p.topic_id = meeting.id and p.person_id = meeting.facilitator_id
              and p.seen_at > now() - interval '2 minutes'))
    with check (group_id = any (array(select groups.my_groups())) and facilitator_id = tenancy.me());

create policy seen on meetings.beginning for select to peerage_app using (
    group_id = any (array(select groups.my_groups())) or tenancy.acting_as('meetings.planning'));
create policy taken on meetings.beginning for insert to peerage_app with check (
    taken_by = tenancy.me() and group_id = any (array(select groups.my_chaired())));

-- A meeting is a topic of the same id, for its group. Every member may mark an arrival and only whoever leads may move
-- the meeting, so the topic's row is what puts the acts of one meeting in a line.
create policy meetings_seen on live.topic for select to peerage_app using (module = 'meetings' and (
    audience_id = any (array(select groups.my_groups()))
    or tenancy.acting_as('meetings.planning') or tenancy.acting_as('meetings.idle')));
create policy meetings_planned on live.topic for insert to peerage_app
    with check (module = 'meetings' and tenancy.acting_as('meetings.planning'));
create policy meetings_changed on live.topic for update to peerage_app using (module = 'meetings' and (
    audience_id = any (array(select groups.my_groups())) or tenancy.acting_as('meetings.idle')
    or tenancy.acting_as('meetings.planning')));

create policy seen on meetings.item for select to peerage_app using (
    group_id = any (array(select groups.my_groups()))
    or tenancy.acting_as('meetings.idle') or tenancy.acting_as('meetings.planning'));
create policy led on meetings.item for all to peerage_app
    using (meeting_id = any (array(select meetings.my_led())))
    with check (meeting_id = any (array(select meetings.my_led())));
create policy ended on meetings.item for update to peerage_app using (tenancy.acting_as('meetings.idle'));

create policy seen on meetings.turn for select to peerage_app using (
    group_id = any (array(select groups.my_groups())) or tenancy.acting_as('meetings.idle'));
create policy led on meetings.turn for all to peerage_app
    using (meeting_id = any (array(select meetings.my_led())))
    with check (meeting_id = any (array(select meetings.my_led())));
-- Somebody ends their own turn, or passes before it has come.
create policy passed on meetings.turn for insert to peerage_app with check (
    person_id = tenancy.me() and over and group_id = any (array(select groups.my_groups())));
create policy own_ended on meetings.turn for update to peerage_app
    using (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())))
    with check (person_id = tenancy.me() and over);
create policy ended on meetings.turn for update to peerage_app using (tenancy.acting_as('meetings.idle'));

create policy seen on meetings.attendance for select to peerage_app using (
    group_id = any (array(select groups.my_groups())) or tenancy.acting_as('meetings.idle'));
create policy own on meetings.attendance for insert to peerage_app with check (
    group_id = any (array(select groups.my_groups()))
    and (person_id = tenancy.me() or meeting_id = any (array(select meetings.my_led()))));
-- Assent is dated by each member alone (S0.14); nobody gives it for another.
create policy own_marks on meetings.attendance for update to peerage_app
    using (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));

create policy seen on meetings.preparation for select to peerage_app using (
    group_id = any (array(select groups.my_groups())));
create policy own on meetings.preparation for insert to peerage_app with check (
    person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy own_again on meetings.preparation for update to peerage_app using (
    person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));

create policy seen on meetings.presenting for select to peerage_app using (
    group_id = any (array(select groups.my_groups())));
create policy said on meetings.presenting for insert to peerage_app with check (
    group_id = any (array(select groups.my_groups()))
    and (person_id = tenancy.me() or meeting_id = any (array(select meetings.my_led()))));
create policy said_again on meetings.presenting for update to peerage_app using (
    group_id = any (array(select groups.my_groups()))
    and (person_id = tenancy.me() or meeting_id = any (array(select meetings.my_led()))));

create policy own on meetings.rating for all to peerage_app
    using (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())))
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));

-- What other modules may read. `version` is what an act must name, `n` how many events there are.
create view meetings.shared_meeting with (security_invoker = true) as
select m.id, m.group_id, m.date_id, m.starts_at, m.zone, m.minutes, m.state, m.live_since, m.closed_at, m.version,
       h.n, m.facilitator_id, m.deputy_id,
       (select i.id from meetings.item i where i.meeting_id = m.id and i.state = 'current') as current_item_id,
       m.approved_at
from meetings.meeting m join live.shared_topic h on h.id = m.id;

create view meetings.shared_item with (security_invoker = true) as
select i.id, i.meeting_id, i.group_id, i.position, i.kind, i.minutes, i.presenter_id, i.subject_id, i.protocol,
       i.state, i.ends_at, i.carried_from
from meetings.item i;

-- What its presenter cannot bring to a meeting.
create view meetings.shared_dropped with (security_invoker = true) as
select p.meeting_id, p.group_id, p.subject_id from meetings.presenting p where not p.will;

create view meetings.shared_attendance with (security_invoker = true) as
select a.meeting_id, a.group_id, a.person_id, a.number, a.arrived_at, a.late
from meetings.attendance a;

create view meetings.shared_preparation with (security_invoker = true) as
select p.meeting_id, p.group_id, p.person_id, p.record_id, p.shared_at
from meetings.preparation p;

grant select on meetings.shared_meeting, meetings.shared_item, meetings.shared_dropped, meetings.shared_attendance,
    meetings.shared_preparation to peerage_app;
