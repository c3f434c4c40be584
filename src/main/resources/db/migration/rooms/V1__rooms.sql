-- Sealed rooms. The server keeps signed entries and sealed bytes; it decides neither who is in a room nor what is in it
-- (ADR-0007). Nobody but the people inside reaches a row: there is no policy for conveners or operators here.

create table rooms.room (
    id         text primary key check (id ~ '^[A-Za-z0-9_-]{43}$'),
    opened_by  uuid        not null,
    opened_at  timestamptz not null,
    head_seq   bigint      not null,
    head_hash  text        not null,
    epoch      bigint      not null,
    dissolved_at timestamptz
);

-- What the ledger says about people, kept at hand for the policies below.
create table rooms.member (
    room_id     text        not null references rooms.room,
    fingerprint text        not null,
    person_id   uuid        not null,
    chair       boolean     not null,
    active      boolean     not null,
    how         text        not null,
    since       timestamptz not null,
    -- Was given keys from before their time.
    given       boolean     not null default false,
    primary key (room_id, fingerprint)
);
create index member_person on rooms.member (person_id) where active;
-- Only the first entry makes a first member, so nobody can write themselves into a room that has begun.
create unique index member_genesis on rooms.member (room_id) where how = 'genesis';

create table rooms.entry (
    room_id   text        not null references rooms.room,
    seq       bigint      not null,
    hash      text        not null,
    body      text        not null check (length(body) <= 16384),
    person_id uuid        not null,
    stored_at timestamptz not null,
    primary key (room_id, seq)
);
create index entry_pace on rooms.entry (room_id, person_id, stored_at);

-- One copy of an epoch's key per member, wrapped to them by another.
create table rooms.key_grant (
    room_id     text        not null references rooms.room,
    epoch       bigint      not null,
    fingerprint text        not null,
    file        bytea       not null check (get_byte(file, 0) = 1 and length(file) between 500 and 8192),
    person_id   uuid        not null,
    stored_at   timestamptz not null,
    primary key (room_id, epoch, fingerprint)
);

-- The latest revision only: what somebody has rewritten is gone. A text for named readers is called `text` here and is
-- about the group; what it truly is lies in its envelope.
create table rooms.record (
    room_id          text        not null references rooms.room,
    id               uuid        not null,
    rev              integer     not null check (rev > 0),
    kind             text        not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
    epoch            bigint      not null,
    about            uuid        not null,
    author           text        not null,
    author_person_id uuid        not null,
    sealed           bytea       not null check (get_byte(sealed, 0) = 1 and length(sealed) <= 1048576),
    envelope         bytea       check (get_byte(envelope, 0) = 1 and length(envelope) between 500 and 12288),
    stored_at        timestamptz not null,
    primary key (room_id, id),
    check ((kind = 'text') = (envelope is not null))
);

-- Who may fetch a text for named readers. A row counts only where the text's own author wrote it.
create table rooms.record_reader (
    room_id          text not null,
    record_id        uuid not null,
    person_id        uuid not null,
    author_person_id uuid not null,
    primary key (room_id, record_id, person_id, author_person_id),
    foreign key (room_id, record_id) references rooms.record on delete cascade
);

create table rooms.join_request (
    room_id     text        not null references rooms.room,
    person_id   uuid        not null,
    fingerprint text        not null,
    card        text        not null check (length(card) <= 8192),
    tag         text        not null check (length(tag) <= 64),
    asked_at    timestamptz not null,
    primary key (room_id, person_id)
);

-- What a person has written for themselves alone; the key is their own, not the room's.
create table rooms.draft (
    person_id  uuid        not null,
    room_id    text        not null,
    kind       text        not null check (kind ~ '^[a-z][a-z-]{1,40}$'),
    id         uuid        not null,
    sealed     bytea       not null check (get_byte(sealed, 0) = 1 and length(sealed) <= 1048576),
    saved_at   timestamptz not null,
    primary key (person_id, room_id, kind, id)
);

alter table rooms.room enable row level security;
alter table rooms.room force row level security;
alter table rooms.member enable row level security;
alter table rooms.member force row level security;
alter table rooms.entry enable row level security;
alter table rooms.entry force row level security;
alter table rooms.key_grant enable row level security;
alter table rooms.key_grant force row level security;
alter table rooms.record enable row level security;
alter table rooms.record force row level security;
alter table rooms.record_reader enable row level security;
alter table rooms.record_reader force row level security;
alter table rooms.join_request enable row level security;
alter table rooms.join_request force row level security;
alter table rooms.draft enable row level security;
alter table rooms.draft force row level security;

create function rooms.my_rooms() returns setof text
    language sql stable parallel safe security definer set search_path = ''
    as $$ select room_id from rooms.member where person_id = tenancy.me() and active $$;
create policy own_membership on rooms.member for select to peerage_owner
    using (person_id = tenancy.me());
revoke all on function rooms.my_rooms() from public;
grant execute on function rooms.my_rooms() to peerage_app;

grant select, insert, update (head_seq, head_hash, epoch) on rooms.room to peerage_app;
grant select, insert, update (chair, active, how, since, given) on rooms.member to peerage_app;
grant select, insert on rooms.entry to peerage_app;
grant select, insert on rooms.key_grant to peerage_app;
grant select, insert, update (rev, epoch, sealed, envelope, stored_at) on rooms.record to peerage_app;
grant select, insert, delete on rooms.record_reader to peerage_app;
grant select, insert, update (fingerprint, card, tag, asked_at), delete on rooms.join_request to peerage_app;
grant select, insert, update (sealed, saved_at), delete on rooms.draft to peerage_app;

create policy inside on rooms.room for select to peerage_app
    using (id = any (array(select rooms.my_rooms())));
create policy inside_write on rooms.room for update to peerage_app
    using (id = any (array(select rooms.my_rooms())));
create policy opener on rooms.room for insert to peerage_app
    with check (opened_by = tenancy.me());

create policy inside on rooms.member for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms())));
create policy inside_insert on rooms.member for insert to peerage_app
    with check (room_id = any (array(select rooms.my_rooms())));
create policy first_member on rooms.member for insert to peerage_app
    with check (person_id = tenancy.me() and how = 'genesis');
create policy inside_update on rooms.member for update to peerage_app
    using (room_id = any (array(select rooms.my_rooms())));

create policy inside on rooms.entry for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms())));
create policy inside_insert on rooms.entry for insert to peerage_app
    with check (room_id = any (array(select rooms.my_rooms())) and person_id = tenancy.me());
create policy inside on rooms.key_grant for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms())));
create policy inside_insert on rooms.key_grant for insert to peerage_app
    with check (room_id = any (array(select rooms.my_rooms())) and person_id = tenancy.me());

create policy addressed on rooms.record_reader for select to peerage_app
    using (person_id = tenancy.me() or author_person_id = tenancy.me());
create policy author_insert on rooms.record_reader for insert to peerage_app
    with check (room_id = any (array(select rooms.my_rooms())) and author_person_id = tenancy.me());
create policy author_delete on rooms.record_reader for delete to peerage_app
    using (author_person_id = tenancy.me());

-- A text for named readers is theirs alone, even its author sees it only as one of them.
create policy inside on rooms.record for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms()))
           and (kind <> 'text'
                or exists (select from rooms.record_reader reader
                           where reader.room_id = record.room_id and reader.record_id = record.id
                             and reader.person_id = tenancy.me()
                             and reader.author_person_id = record.author_person_id)));
create policy author_insert on rooms.record for insert to peerage_app
    with check (room_id = any (array(select rooms.my_rooms())) and author_person_id = tenancy.me());
create policy author_update on rooms.record for update to peerage_app
    using (room_id = any (array(select rooms.my_rooms())) and author_person_id = tenancy.me());
-- The ledger lets an author or a chair take a text away, though they may not be able to read it.
create policy taking_away on rooms.record to peerage_owner
    using (room_id = any (array(select rooms.my_rooms())));
create function rooms.take_away(room text, taken uuid) returns void
    language sql security definer set search_path = ''
    as $$ delete from rooms.record where room_id = room and id = taken $$;
revoke all on function rooms.take_away(text, uuid) from public;
grant execute on function rooms.take_away(text, uuid) to peerage_app;

create policy asker on rooms.join_request to peerage_app
    using (person_id = tenancy.me()) with check (person_id = tenancy.me());
create policy inside on rooms.join_request for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms())));
create policy inside_delete on rooms.join_request for delete to peerage_app
    using (room_id = any (array(select rooms.my_rooms())));

create policy own on rooms.draft to peerage_app
    using (person_id = tenancy.me()) with check (person_id = tenancy.me());

create view rooms.shared_record with (security_invoker = true) as
    select room_id, id, rev, kind, epoch, about, author, author_person_id, sealed, stored_at
    from rooms.record;
grant select on rooms.shared_record to peerage_app;

-- Under which key a room seals now.
create view rooms.shared_room with (security_invoker = true) as
    select id as room_id, epoch from rooms.room;
grant select on rooms.shared_room to peerage_app;

create view rooms.shared_member with (security_invoker = true) as
    select room_id, person_id, fingerprint, chair, active, how, since from rooms.member;
grant select on rooms.shared_member to peerage_app;

-- Who waits at a door: all of them for those inside, oneself for whoever asks.
create view rooms.shared_request with (security_invoker = true) as
    select room_id, person_id, asked_at from rooms.join_request;
grant select on rooms.shared_request to peerage_app;
