-- By which somebody's own programs read in their name. Whoever holds one needs no sign-in, so only its hash is kept.
create table doors.token (
    id         uuid primary key,
    person_id  uuid        not null,
    name       text        not null check (length(name) between 1 and 80),
    scopes     text[]      not null check (cardinality(scopes) >= 1),
    token_hash bytea       not null unique,
    made_at    timestamptz not null,
    expires_at timestamptz not null check (expires_at > made_at),
    used_at    timestamptz
);
create index token_person on doors.token (person_id);
alter table doors.token enable row level security;
alter table doors.token force row level security;
grant usage on schema doors to peerage_app;
grant select, insert, delete on doors.token to peerage_app;
grant update (used_at) on doors.token to peerage_app;
create policy own on doors.token to peerage_app
    using (person_id = tenancy.me()) with check (person_id = tenancy.me());
create policy found on doors.token for select to peerage_app
    using (tenancy.acting_as('doors.tokens'));
create policy used on doors.token for update to peerage_app
    using (tenancy.acting_as('doors.tokens')) with check (tenancy.acting_as('doors.tokens'));
-- Erasing somebody ends their tokens.
create policy erasing on doors.token to peerage_app using (tenancy.acting_as('erasing'));
