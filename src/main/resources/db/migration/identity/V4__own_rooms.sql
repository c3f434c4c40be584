-- "My rooms": one record a person, sealed to themselves and signed; a new device reads it first.
create table identity.own_rooms (
    person_id uuid primary key references identity.person,
    rev       bigint      not null check (rev > 0),
    sealed    bytea       not null check (get_byte(sealed, 0) = 1 and length(sealed) <= 262144),
    signature text        not null check (length(signature) <= 128),
    kept_at   timestamptz not null
);
alter table identity.own_rooms enable row level security;
alter table identity.own_rooms force row level security;
grant select, insert, update (rev, sealed, signature, kept_at) on identity.own_rooms to peerage_app;

create policy own on identity.own_rooms to peerage_app
    using (person_id = tenancy.me()) with check (person_id = tenancy.me());
create policy sign_in on identity.own_rooms for insert to peerage_app
    with check (tenancy.acting_as('sign-in'));
