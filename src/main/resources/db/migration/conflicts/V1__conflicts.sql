-- Conflicts of interest: that somebody has disclosed something to the chair or to the group, and who has said that there
-- is nothing else. About whom, and what, are sealed texts of the room: a column that named the other would tell that
-- there is something between two people.

create table conflicts.disclosure (
    id           uuid primary key,
    group_id     uuid        not null,
    room_id      text        not null,
    person_id    uuid        not null,
    chair_id     uuid        check (chair_id <> person_id),
    disclosed_at timestamptz not null,
    ended_at     timestamptz
);
create index disclosure_group on conflicts.disclosure (group_id);

-- Each has looked at the profiles of all who sit there, as they were: the id of a profile and a digest of it.
create table conflicts.statement (
    group_id  uuid        not null,
    person_id uuid        not null,
    stated_at timestamptz not null,
    chair_id  uuid        not null,
    seen      text[]      not null,
    primary key (group_id, person_id)
);

alter table conflicts.disclosure enable row level security;
alter table conflicts.disclosure force row level security;
alter table conflicts.statement enable row level security;
alter table conflicts.statement force row level security;

grant usage on schema conflicts to peerage_app;
grant select, insert on conflicts.disclosure to peerage_app;
grant update (ended_at) on conflicts.disclosure to peerage_app;
grant select, insert, update on conflicts.statement to peerage_app;

-- What was told to the chair alone is there for the two, and for nobody else.
create policy told on conflicts.disclosure for select to peerage_app
    using ((chair_id is null or person_id = tenancy.me() or chair_id = tenancy.me())
           and group_id = any (array(select groups.my_groups())));
create policy tell on conflicts.disclosure for insert to peerage_app
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy ends on conflicts.disclosure for update to peerage_app
    using (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));

create policy members on conflicts.statement for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy own on conflicts.statement for insert to peerage_app
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy own_again on conflicts.statement for update to peerage_app
    using (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
