-- Once a week whoever promised may tell their witness where it stands. The words are sealed for the two; here are whose,
-- which week, and whether they were read. Nobody else learns that anything was written, so that nobody can be compared.

create table commitments.weekly (
    commitment_id uuid        not null,
    -- The Monday that it begins with, in the zone of the group.
    week          date        not null check (extract(isodow from week) = 1),
    group_id      uuid        not null,
    person_id     uuid        not null,
    witness_id    uuid        not null,
    record_id     uuid        not null unique,
    at            timestamptz not null,
    read_at       timestamptz,
    primary key (commitment_id, week),
    foreign key (commitment_id, group_id, person_id, witness_id)
        references commitments.commitment (id, group_id, person_id, witness_id)
);
create index weekly_witness on commitments.weekly (witness_id) where read_at is null;

-- When somebody is reminded next that they could. Without a moment they have nothing open.
create table commitments.weekly_reminder (
    group_id  uuid    not null,
    person_id uuid    not null,
    zone      text    not null check (length(zone) <= 60),
    next_at   timestamptz,
    off       boolean not null default false,
    primary key (group_id, person_id)
);
create index weekly_reminder_due on commitments.weekly_reminder (next_at) where not off;

alter table commitments.weekly enable row level security;
alter table commitments.weekly force row level security;
alter table commitments.weekly_reminder enable row level security;
alter table commitments.weekly_reminder force row level security;

grant select, insert, update (read_at) on commitments.weekly to peerage_app;
grant select, insert, delete, update (zone, next_at, off) on commitments.weekly_reminder to peerage_app;

create policy parties on commitments.weekly for select to peerage_app
    using (tenancy.me() in (person_id, witness_id) and group_id = any (array(select groups.my_groups())));
create policy own_new on commitments.weekly for insert to peerage_app
    with check (person_id = tenancy.me() and read_at is null and group_id = any (array(select groups.my_groups()))
                and exists (select from commitments.commitment c where c.id = commitment_id and c.state = 'open'));
create policy witness_reads on commitments.weekly for update to peerage_app
    using (witness_id = tenancy.me() and group_id = any (array(select groups.my_groups())));

create policy own on commitments.weekly_reminder for select to peerage_app
    using (person_id = tenancy.me());
create policy own_new on commitments.weekly_reminder for insert to peerage_app
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy own_change on commitments.weekly_reminder for update to peerage_app
    using (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));

-- The program that reminds sees who has something open and whether they have written, and no record's bytes.
create policy reminding on commitments.commitment for select to peerage_app
    using (tenancy.acting_as('commitments.weekly') and state = 'open');
create policy reminding on commitments.weekly for select to peerage_app
    using (tenancy.acting_as('commitments.weekly'));
create policy reminding on commitments.weekly_reminder to peerage_app
    using (tenancy.acting_as('commitments.weekly')) with check (tenancy.acting_as('commitments.weekly'));

-- Erasing somebody takes when they are reminded.
create policy erasing on commitments.weekly_reminder to peerage_app using (tenancy.acting_as('erasing'));
