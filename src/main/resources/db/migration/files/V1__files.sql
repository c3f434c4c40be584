-- Files of rooms, in sealed parts. What a file is called, what it is and the key to it lie in its record, a sealed text of
-- the room under the same id; a file without one is on its way, and its sender's alone.

create table files.file (
    id        uuid primary key,
    group_id  uuid        not null,
    room_id   text        not null,
    person_id uuid        not null,
    parts     integer     not null check (parts between 1 and 25),
    begun_at  timestamptz not null,
    -- The text that it came with, once it was put into the room.
    about     uuid,
    put_at    timestamptz,
    check ((about is null) = (put_at is null))
);
create index file_room on files.file (room_id);
create index file_about on files.file (about);
create index file_unfinished on files.file (begun_at) where put_at is null;

create table files.part (
    file_id uuid    not null references files.file on delete cascade,
    number  integer not null check (number between 0 and 24),
    sealed  bytea   not null check (get_byte(sealed, 0) = 1 and length(sealed) between 73 and 1049673),
    primary key (file_id, number)
);
-- Sealed bytes do not get smaller.
alter table files.part alter column sealed set storage external;

alter table files.file enable row level security;
alter table files.file force row level security;
alter table files.part enable row level security;
alter table files.part force row level security;

grant usage on schema files to peerage_app;
grant select, insert, update (about, put_at), delete on files.file to peerage_app;
grant select, insert on files.part to peerage_app;

-- Whoever is given the record is given the file: what is for named readers stays theirs, and what was taken back is gone.
create policy inside on files.file for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms()))
           and (put_at is null and person_id = tenancy.me()
                or exists (select from rooms.shared_record r where r.room_id = file.room_id and r.id = file.id)));
create policy begun on files.file for insert to peerage_app
    with check (person_id = tenancy.me() and put_at is null and room_id = any (array(select rooms.my_rooms()))
                and group_id = any (array(select groups.my_groups())));
create policy put on files.file for update to peerage_app
    using (person_id = tenancy.me() and put_at is null) with check (person_id = tenancy.me());
create policy taken_back on files.file for delete to peerage_app
    using (person_id = tenancy.me());

create policy of_a_file on files.part for select to peerage_app
    using (exists (select from files.file f where f.id = part.file_id));
create policy sent on files.part for insert to peerage_app
    with check (exists (select from files.file f
                        where f.id = part.file_id and f.person_id = tenancy.me() and f.put_at is null
                          and part.number < f.parts));

-- What was begun a day ago and never put into a room.
create policy tidying on files.file to peerage_app
    using (tenancy.acting_as('files.tidying') and put_at is null and begun_at < now() - interval '24 hours')
    with check (false);

-- How much a room holds is counted over all of it, also what is not for whoever asks.
create policy counted on files.file for select to peerage_owner
    using (room_id = any (array(select rooms.my_rooms())));
create function files.parts_in(room text) returns bigint
    language sql stable security definer set search_path = ''
    as $$ select coalesce(sum(parts), 0) from files.file where room_id = room $$;
revoke all on function files.parts_in(text) from public;
grant execute on function files.parts_in(text) to peerage_app;
