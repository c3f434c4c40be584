-- New keys of somebody who has lost every way in, waiting beside the old ones until members of a room have vouched for
-- them. Whoever has but a link or somebody's mail can make some, and gets nothing by it.
create table identity.new_keys (
    person_id   uuid primary key references identity.person,
    card        text        not null check (length(card) <= 8192),
    fingerprint text        not null,
    file        bytea       not null check (length(file) between 100 and 16384),
    rooms       bytea       not null check (get_byte(rooms, 0) = 1 and length(rooms) <= 262144),
    signature   text        not null check (length(signature) <= 128),
    made_at     timestamptz not null
);
alter table identity.new_keys enable row level security;
alter table identity.new_keys force row level security;
grant select, insert, update, delete on identity.new_keys to peerage_app;
grant update (card, fingerprint) on identity.card to peerage_app;

create policy own on identity.new_keys to peerage_app
    using (person_id = tenancy.me()) with check (person_id = tenancy.me());

-- Putting them in the place of the old ones is a step of its own, taken when a room's ledger has.
create policy new_keys on identity.new_keys to peerage_app
    using (tenancy.acting_as('new-keys'));
create policy new_keys_name on identity.person for select to peerage_app
    using (tenancy.acting_as('new-keys'));
create policy new_keys on identity.card to peerage_app
    using (tenancy.acting_as('new-keys')) with check (tenancy.acting_as('new-keys'));
create policy new_keys on identity.lock to peerage_app
    using (tenancy.acting_as('new-keys')) with check (tenancy.acting_as('new-keys'));
create policy new_keys on identity.passkey to peerage_app
    using (tenancy.acting_as('new-keys'));
create policy new_keys on identity.own_rooms to peerage_app
    using (tenancy.acting_as('new-keys')) with check (tenancy.acting_as('new-keys'));
create policy new_keys on identity.audit for insert to peerage_app
    with check (tenancy.acting_as('new-keys'));
