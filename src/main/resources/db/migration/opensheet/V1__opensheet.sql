-- Which groups show themselves to people without an account. A sheet that is taken back leaves no row: its address is then
-- as unknown as any other.
create table opensheet.sheet (
    group_id     uuid primary key,
    network_id   uuid        not null,
    -- As it is read: what it opens is read by whoever has it, and lies beside it. Whoever arranges the group reads it here
    -- again to hand it on.
    token        text        not null unique,
    listed       boolean     not null,
    published_by uuid        not null,
    published_at timestamptz not null
);
create index sheet_listed on opensheet.sheet (network_id) where listed;

-- Whose name stands on it: their own word, and nobody else's.
create table opensheet.consent (
    group_id  uuid        not null,
    person_id uuid        not null,
    at        timestamptz not null,
    primary key (group_id, person_id)
);

alter table opensheet.sheet enable row level security;
alter table opensheet.sheet force row level security;
alter table opensheet.consent enable row level security;
alter table opensheet.consent force row level security;

grant usage on schema opensheet to peerage_app;
grant select, insert, delete on opensheet.sheet to peerage_app;
grant update (token, listed, published_by, published_at) on opensheet.sheet to peerage_app;
grant select, insert, delete on opensheet.consent to peerage_app;

create policy members on opensheet.sheet for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy conveners on opensheet.sheet for select to peerage_app
    using (group_id = any (array(select groups.my_overseen())));
create policy reading on opensheet.sheet for select to peerage_app
    using (tenancy.acting_as('opensheet.reading'));
create policy publishing on opensheet.sheet for insert to peerage_app
    with check (published_by = tenancy.me()
        and (group_id = any (array(select groups.my_chaired())) or group_id = any (array(select groups.my_overseen()))));
create policy changing on opensheet.sheet for update to peerage_app
    using (group_id = any (array(select groups.my_chaired())) or group_id = any (array(select groups.my_overseen())))
    with check (published_by = tenancy.me()
        and (group_id = any (array(select groups.my_chaired())) or group_id = any (array(select groups.my_overseen()))));
create policy taking_back on opensheet.sheet for delete to peerage_app
    using (group_id = any (array(select groups.my_chaired())) or group_id = any (array(select groups.my_overseen())));

create policy members on opensheet.consent for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy reading on opensheet.consent for select to peerage_app
    using (tenancy.acting_as('opensheet.reading')
           and exists (select from opensheet.sheet s where s.group_id = consent.group_id));
create policy own on opensheet.consent for insert to peerage_app
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy own_again on opensheet.consent for delete to peerage_app
    using (person_id = tenancy.me());
create policy erasing on opensheet.consent to peerage_app
    using (tenancy.acting_as('erasing')) with check (tenancy.acting_as('erasing'));
