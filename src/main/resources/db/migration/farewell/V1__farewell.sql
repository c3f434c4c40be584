-- Farewells: that a member means to leave, at which meeting, and how far that has come. The words to the chair are a
-- sealed text of the same id, for the chair alone. The group's name and its clause on confidentiality are kept with it,
-- for whoever has left can read neither where they stand.

create table farewell.farewell (
    id           uuid        primary key,
    group_id     uuid        not null,
    room_id      text        not null,
    person_id    uuid        not null,
    chair_id     uuid        not null check (chair_id <> person_id),
    meeting_id   uuid,
    state        text        not null check (state in ('told', 'heard', 'announced', 'stayed', 'gone')),
    told_at      timestamptz not null,
    heard_at     timestamptz,
    announced_at timestamptz,
    ended_at     timestamptz,
    group_name   text        not null,
    pledge       text        not null,
    check ((state in ('stayed', 'gone')) = (ended_at is not null)),
    check (state <> 'announced' or (announced_at is not null and meeting_id is not null))
);
create unique index farewell_open on farewell.farewell (group_id, person_id)
    where state in ('told', 'heard', 'announced');
create index farewell_meeting on farewell.farewell (meeting_id);

alter table farewell.farewell enable row level security;
alter table farewell.farewell force row level security;

grant usage on schema farewell to peerage_app;
grant select, insert on farewell.farewell to peerage_app;
grant update (state, meeting_id, heard_at, announced_at, ended_at) on farewell.farewell to peerage_app;

-- By whoever leaves, afterwards too; by the chair who was told; and by the group once it is told.
create policy own on farewell.farewell for select to peerage_app using (person_id = tenancy.me());
create policy heard on farewell.farewell for select to peerage_app
    using (chair_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy known on farewell.farewell for select to peerage_app
    using (announced_at is not null and state <> 'stayed' and group_id = any (array(select groups.my_groups())));
create policy tells on farewell.farewell for insert to peerage_app
    with check (person_id = tenancy.me() and state = 'told' and group_id = any (array(select groups.my_groups())));
create policy goes_on on farewell.farewell for update to peerage_app
    using (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())))
    with check (person_id = tenancy.me() and state <> 'gone');
create policy hears on farewell.farewell for update to peerage_app
    using (chair_id = tenancy.me() and state in ('told', 'heard') and group_id = any (array(select groups.my_groups())))
    with check (chair_id = tenancy.me() and state = 'heard');
create policy kept on farewell.farewell for select to peerage_app using (tenancy.acting_as('farewell'));
create policy gone on farewell.farewell for update to peerage_app
    using (tenancy.acting_as('farewell')) with check (tenancy.acting_as('farewell') and state = 'gone');
