-- The fictional people of a demonstration and the words that open their keys. Nobody real is ever in here: a folder
-- holds either a demonstration or people.

create table demo.figure (
    person_id uuid primary key,
    position  integer not null unique,
    name      text    not null,
    part      text    not null check (part in ('convener', 'chair', 'member')),
    words     text    not null,
    start_at  text    not null
);
alter table demo.figure enable row level security;
alter table demo.figure force row level security;

grant usage on schema demo to peerage_app;
grant select, insert, update (start_at) on demo.figure to peerage_app;
create policy demonstration on demo.figure to peerage_app
    using (tenancy.acting_as('demo')) with check (tenancy.acting_as('demo'));
