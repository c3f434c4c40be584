-- The wall: who said something and when, what it answers, and how far each has read. The words are sealed texts of the
-- room under the same ids.

create table wall.entry (
    id        uuid primary key,
    group_id  uuid        not null,
    room_id   text        not null,
    thread_id uuid        not null references wall.entry (id),
    person_id uuid        not null,
    at        timestamptz not null
);
create index entry_of_thread on wall.entry (group_id, thread_id, at);

create table wall.reading (
    group_id  uuid        not null,
    person_id uuid        not null,
    until     timestamptz not null,
    primary key (group_id, person_id)
);

alter table wall.entry enable row level security;
alter table wall.entry force row level security;
alter table wall.reading enable row level security;
alter table wall.reading force row level security;

grant usage on schema wall to peerage_app;
grant select, insert on wall.entry to peerage_app;
grant select, insert, update (until) on wall.reading to peerage_app;

create policy inside on wall.entry for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms())) and group_id = any (array(select groups.my_groups())));
create policy said on wall.entry for insert to peerage_app
    with check (person_id = tenancy.me() and room_id = any (array(select rooms.my_rooms()))
                and group_id = any (array(select groups.my_groups())));

-- Nobody else learns what somebody has read.
create policy own on wall.reading to peerage_app
    using (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())))
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));

-- A wall is a topic by the id of its group.
create policy wall_seen on live.topic for select to peerage_app
    using (module = 'wall' and audience_id = any (array(select groups.my_groups())));
create policy wall_begun on live.topic for insert to peerage_app
    with check (module = 'wall' and id = audience_id and audience_id = any (array(select groups.my_groups())));
create policy wall_changed on live.topic for update to peerage_app
    using (module = 'wall' and audience_id = any (array(select groups.my_groups())));
