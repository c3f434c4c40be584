-- From where somebody's calendar fetches all their meetings. Whoever holds the address needs no sign-in, so only its hash
-- is kept; a new one takes the place of the old.
create table scheduling.feed (
    person_id  uuid primary key,
    token_hash bytea       not null unique,
    names      boolean     not null,
    language   text        not null check (length(language) <= 35),
    made_at    timestamptz not null,
    read_at    timestamptz
);
alter table scheduling.feed enable row level security;
alter table scheduling.feed force row level security;
grant select, insert, delete on scheduling.feed to peerage_app;
grant update (read_at) on scheduling.feed to peerage_app;
create policy own on scheduling.feed to peerage_app
    using (person_id = tenancy.me()) with check (person_id = tenancy.me());
create policy found on scheduling.feed for select to peerage_app
    using (tenancy.acting_as('scheduling.feeds'));
create policy read on scheduling.feed for update to peerage_app
    using (tenancy.acting_as('scheduling.feeds')) with check (tenancy.acting_as('scheduling.feeds'));
