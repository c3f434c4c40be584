-- Who calls the presenter of a setback, and whether they have.

create table calls.call (
    issue_id  uuid        not null,
    group_id  uuid        not null,
    person_id uuid        not null check (person_id <> said_by),
    -- The presenter, whom they call.
    said_by   uuid        not null,
    at        timestamptz not null,
    made_at   timestamptz,
    primary key (issue_id, person_id)
);
create index call_of_group on calls.call (group_id, issue_id);

alter table calls.call enable row level security;
alter table calls.call force row level security;

grant usage on schema calls to peerage_app;
grant select, insert, delete, update (made_at) on calls.call to peerage_app;

create policy inside on calls.call for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy takes on calls.call for insert to peerage_app
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy makes on calls.call for update to peerage_app
    using (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy takes_back on calls.call for delete to peerage_app
    using (person_id = tenancy.me() and made_at is null);
