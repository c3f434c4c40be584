-- The wall: who said something and when, what it answers, and how far each has read. The words are sealed texts of the
-- room under the same ids.

create table wall.entry (
    id        uuid primary key,
    group_id  uuid        not null,
    room_id   text        not null,
    thread_id uuid        not null references wall.entry (id),
    person_id uuid        not null,
    at        timestamptz not null,
    -- A question to some, or an answer to it.
    for_some  boolean     not null default false,
    -- That it was there stays; its words are gone.
    taken_at  timestamptz
);
create index entry_of_thread on wall.entry (group_id, thread_id, at);

-- For whom it is besides its author. A row counts only where the author wrote it.
create table wall.asked (
    entry_id  uuid not null references wall.entry (id),
    person_id uuid not null,
    author_id uuid not null,
    primary key (entry_id, person_id, author_id)
);

-- The group's own book: each time somebody wrote a chapter, and the words are the room's under the same id.
create table wall.book_text (
    id        uuid primary key,
    group_id  uuid        not null,
    room_id   text        not null,
    chapter   text        not null check (chapter in ('purpose', 'plan', 'norms')),
    person_id uuid        not null,
    at        timestamptz not null
);
create index book_text_of on wall.book_text (group_id, at);

create table wall.reading (
    group_id  uuid        not null,
    person_id uuid        not null,
    until     timestamptz not null,
    primary key (group_id, person_id)
);

alter table wall.entry enable row level security;
alter table wall.entry force row level security;
alter table wall.asked enable row level security;
alter table wall.asked force row level security;
alter table wall.book_text enable row level security;
alter table wall.book_text force row level security;
alter table wall.reading enable row level security;
alter table wall.reading force row level security;

grant usage on schema wall to peerage_app;
grant select, insert, update (taken_at) on wall.entry to peerage_app;
grant select, insert on wall.asked to peerage_app;
grant select, insert on wall.book_text to peerage_app;
grant select, insert, update (until) on wall.reading to peerage_app;

create policy inside on wall.entry for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms())) and group_id = any (array(select groups.my_groups()))
           and (not for_some or person_id = tenancy.me()
                or exists (select from wall.asked a
                           where a.entry_id = entry.id and a.person_id = tenancy.me() and a.author_id = entry.person_id)));
create policy taken_back on wall.entry for update to peerage_app
    using (person_id = tenancy.me()) with check (person_id = tenancy.me());
create policy said on wall.entry for insert to peerage_app
    with check (person_id = tenancy.me() and room_id = any (array(select rooms.my_rooms()))
                and group_id = any (array(select groups.my_groups())));

create policy asked on wall.asked for select to peerage_app
    using (person_id = tenancy.me() or author_id = tenancy.me());
create policy asking on wall.asked for insert to peerage_app
    with check (author_id = tenancy.me());

create policy inside on wall.book_text for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms())) and group_id = any (array(select groups.my_groups())));
-- Who may write in it is the charter's word, which the program keeps.
create policy wrote on wall.book_text for insert to peerage_app
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
