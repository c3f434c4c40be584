-- When a group meets. A date is what people agreed on: a clock time in a zone; the instant follows from it and is kept
-- beside it. Members see their group's dates; the chair, and the convener of its network, set and change them.

create table scheduling.date (
    id          uuid primary key,
    group_id    uuid        not null,
    local_start timestamp   not null,
    zone        text        not null check (length(zone) <= 60),
    -- As it was set: whoever looks for it there finds that it has moved.
    first_local timestamp   not null,
    first_zone  text        not null check (length(first_zone) <= 60),
    starts_at   timestamptz not null,
    minutes     integer     not null check (minutes between 15 and 1440),
    place       text        not null check (length(place) <= 200),
    video       text        not null check (length(video) <= 300),
    uid         text        not null unique check (length(uid) <= 80),
    sequence    integer     not null check (sequence >= 0),
    state       text        not null check (state in ('set', 'cancelled')),
    set_by      uuid        not null,
    set_at      timestamptz not null,
    -- Since which change its moment holds: an answer to what was before is to another moment.
    moment_sequence integer not null,
    unique (id, group_id)
);
create index date_group on scheduling.date (group_id, starts_at);

-- Who means to come. One word per member and date; it may be changed until the date.
create table scheduling.answer (
    date_id   uuid        not null,
    group_id  uuid        not null,
    person_id uuid        not null,
    -- Of the date as it was when it was answered.
    sequence  integer     not null,
    coming    boolean     not null,
    at        timestamptz not null,
    -- As a mail said that came from the member's address, which proves nothing.
    by_mail   boolean     not null,
    primary key (date_id, person_id),
    foreign key (date_id, group_id) references scheduling.date (id, group_id)
);

alter table scheduling.date enable row level security;
alter table scheduling.date force row level security;
alter table scheduling.answer enable row level security;
alter table scheduling.answer force row level security;

grant usage on schema scheduling to peerage_app;
grant select, insert on scheduling.date to peerage_app;
grant update (local_start, zone, starts_at, minutes, place, video, sequence, state, moment_sequence)
    on scheduling.date to peerage_app;
grant select, insert on scheduling.answer to peerage_app;
grant update (sequence, coming, at, by_mail) on scheduling.answer to peerage_app;

create policy members on scheduling.date for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy conveners on scheduling.date for select to peerage_app
    using (group_id = any (array(select groups.my_overseen())));
create policy arrangers_set on scheduling.date for insert to peerage_app
    with check (set_by = tenancy.me()
        and (group_id = any (array(select groups.my_chaired())) or group_id = any (array(select groups.my_overseen()))));
create policy arrangers_change on scheduling.date for update to peerage_app
    using (group_id = any (array(select groups.my_chaired())) or group_id = any (array(select groups.my_overseen())))
    with check (group_id = any (array(select groups.my_chaired())) or group_id = any (array(select groups.my_overseen())));

create policy members on scheduling.answer for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy own_first on scheduling.answer for insert to peerage_app
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy own_again on scheduling.answer for update to peerage_app
    using (person_id = tenancy.me())
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));

-- A convener learns how many mean to come, never who: the function runs as the owner and gives away counts alone.
create policy counting on scheduling.answer for select to peerage_owner
    using (group_id = any (array(select groups.my_groups())) or group_id = any (array(select groups.my_overseen())));
create policy counting on scheduling.date for select to peerage_owner
    using (group_id = any (array(select groups.my_groups())) or group_id = any (array(select groups.my_overseen())));
create function scheduling.answer_counts(dates uuid[]) returns table (date_id uuid, coming bigint, away bigint)
language sql stable parallel safe security definer set search_path = ''
as $$ select a.date_id, count(*) filter (where a.coming), count(*) filter (where not a.coming)
      from scheduling.answer a join scheduling.date d on d.id = a.date_id
      where a.date_id = any (dates) and a.sequence >= d.moment_sequence group by a.date_id $$;
revoke all on function scheduling.answer_counts(uuid[]) from public;
grant execute on function scheduling.answer_counts(uuid[]) to peerage_app;

-- As far as they are to the moment that is set.
create view scheduling.shared_answer with (security_invoker = true) as
select a.date_id, a.group_id, a.person_id, a.coming
from scheduling.answer a join scheduling.date d on d.id = a.date_id and a.sequence >= d.moment_sequence;
grant select on scheduling.shared_answer to peerage_app;

create view scheduling.shared_date with (security_invoker = true) as
select id, group_id, starts_at, zone, minutes, place, video, uid, sequence, state from scheduling.date;
grant select on scheduling.shared_date to peerage_app;
