-- A device that is to get a person's keys from another device of theirs. The server hears a number made from the code that
-- goes from screen to screen, the key that the new device has made, and the keys sealed for it; none of them opens anything.
create table identity.device (
    number     bytea primary key check (length(number) = 16),
    person_id  uuid        not null references identity.person,
    recipient  text        check (length(recipient) <= 4096),
    tag        text        check (length(tag) <= 64),
    file       bytea       check (length(file) between 100 and 16384),
    expires_at timestamptz not null,
    linked_at  timestamptz
);
create index device_person on identity.device (person_id);
alter table identity.device enable row level security;
alter table identity.device force row level security;
grant select, insert, delete, update (recipient, tag, file, linked_at) on identity.device to peerage_app;

create policy own on identity.device to peerage_app
    using (person_id = tenancy.me()) with check (person_id = tenancy.me());
create policy sign_in on identity.device to peerage_app
    using (tenancy.acting_as('sign-in')) with check (tenancy.acting_as('sign-in'));
create policy sign_in_by_device on identity.card for select to peerage_app
    using (tenancy.acting_as('sign-in'));

-- It waits for minutes: a copy of the database keeps nobody's keys on their way.
comment on table identity.device is 'not in backups';
