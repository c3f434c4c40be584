-- Processing: where a group is with something that it works on by a protocol, and which texts were written meanwhile.
-- What they say is sealed in the room.
--
-- Who may begin, move and end is said by the module whose things are worked on, in its own migration: policies `led`
-- on processing.processing.

create table processing.processing (
    id         uuid primary key,
    module     text        not null,
    thing_id   uuid        not null,
    group_id   uuid        not null,
    protocol   text        not null,
    step       integer     not null check (step >= 0),
    begun_at   timestamptz not null,
    ends_at    timestamptz not null,
    ended_at   timestamptz,
    unique (id, thing_id, group_id)
);
create index processing_thing on processing.processing (thing_id);

-- Every act that has moved it, once: a request that comes twice finds itself here.
create table processing.act (
    processing_id uuid        not null,
    request       uuid        not null,
    thing_id      uuid        not null,
    group_id      uuid        not null,
    actor_id      uuid        not null,
    act           text        not null,
    step          integer     not null,
    at            timestamptz not null,
    primary key (processing_id, request),
    foreign key (processing_id, thing_id, group_id) references processing.processing (id, thing_id, group_id)
);

-- A text that was written about a thing, at which step. It stays with the thing when that is worked on again.
create table processing.capture (
    record_id     uuid primary key,
    processing_id uuid        not null,
    thing_id      uuid        not null,
    group_id      uuid        not null,
    kind          text        not null,
    single        boolean     not null,
    author_id     uuid        not null,
    step          integer     not null,
    at            timestamptz not null,
    foreign key (processing_id, thing_id, group_id) references processing.processing (id, thing_id, group_id)
);
create index capture_thing on processing.capture (thing_id, at);
-- Two windows may each write the first one; one of them is told.
create unique index capture_single on processing.capture (thing_id, kind) where single;

alter table processing.processing enable row level security;
alter table processing.processing force row level security;
alter table processing.act enable row level security;
alter table processing.act force row level security;
alter table processing.capture enable row level security;
alter table processing.capture force row level security;

grant usage on schema processing to peerage_app;
grant select, insert, update (step, begun_at, ends_at, ended_at) on processing.processing to peerage_app;
grant select, insert on processing.act to peerage_app;
grant select, insert on processing.capture to peerage_app;

create policy seen on processing.processing for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy seen on processing.act for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy own on processing.act for insert to peerage_app
    with check (actor_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy seen on processing.capture for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy own on processing.capture for insert to peerage_app
    with check (author_id = tenancy.me() and group_id = any (array(select groups.my_groups())));

create view processing.shared_capture with (security_invoker = true) as
    select record_id, thing_id, group_id, kind, author_id from processing.capture;
grant select on processing.shared_capture to peerage_app;

create view processing.shared_processing with (security_invoker = true) as
    select id, module, thing_id, group_id, protocol, step, ends_at, ended_at from processing.processing;
grant select on processing.shared_processing to peerage_app;
