-- Goals: whose, until when, how they stand and how they ended. The words are sealed texts of the room under the same ids.

create table goals.goal (
    id         uuid primary key,
    group_id   uuid        not null,
    room_id    text        not null,
    person_id  uuid        not null,
    by_day     date        not null,
    state      text        not null check (state in ('open', 'reached', 'let-go')),
    course     text        not null check (course in ('unsaid', 'on', 'off')),
    made_at    timestamptz not null,
    said_at    timestamptz,
    closed_at  timestamptz,
    outcome_id uuid,
    check ((state = 'open') = (closed_at is null)),
    check ((course = 'unsaid') = (said_at is null))
);
create index goal_of_group on goals.goal (group_id, by_day);

-- Whose goals may be challenged. Without a row nobody can.
create table goals.consent (
    group_id  uuid not null,
    person_id uuid not null,
    primary key (group_id, person_id)
);

-- A peer has seen something that does not fit a goal, and asks. What they saw and ask is a sealed text under the same id.
create table goals.challenge (
    id         uuid primary key,
    goal_id    uuid        not null references goals.goal,
    group_id   uuid        not null,
    room_id    text        not null,
    person_id  uuid        not null check (person_id <> asked_id),
    asked_id   uuid        not null,
    -- For the two alone.
    between    boolean     not null,
    at         timestamptz not null,
    heard_at   timestamptz
);
create index challenge_of_group on goals.challenge (group_id, at);

alter table goals.consent enable row level security;
alter table goals.consent force row level security;
alter table goals.challenge enable row level security;
alter table goals.challenge force row level security;
alter table goals.goal enable row level security;
alter table goals.goal force row level security;

grant usage on schema goals to peerage_app;
grant select, insert, update (by_day, state, course, said_at, closed_at, outcome_id) on goals.goal to peerage_app;

grant select, insert, delete on goals.consent to peerage_app;
grant select, insert, update (heard_at) on goals.challenge to peerage_app;

create policy inside on goals.consent for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy own on goals.consent for insert to peerage_app
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy own_back on goals.consent for delete to peerage_app
    using (person_id = tenancy.me());

create policy parties on goals.challenge for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms())) and group_id = any (array(select groups.my_groups()))
           and (not between or tenancy.me() in (person_id, asked_id)));
create policy asks on goals.challenge for insert to peerage_app
    with check (person_id = tenancy.me() and room_id = any (array(select rooms.my_rooms()))
                and group_id = any (array(select groups.my_groups()))
                and exists (select 1 from goals.consent c
                            where c.group_id = challenge.group_id and c.person_id = challenge.asked_id)
                and exists (select 1 from goals.goal g
                            where g.id = challenge.goal_id and g.group_id = challenge.group_id
                              and g.person_id = challenge.asked_id and g.state = 'open'));
create policy heard on goals.challenge for update to peerage_app
    using (asked_id = tenancy.me() and room_id = any (array(select rooms.my_rooms())));

create policy inside on goals.goal for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms())) and group_id = any (array(select groups.my_groups())));
create policy own on goals.goal for insert to peerage_app
    with check (person_id = tenancy.me() and room_id = any (array(select rooms.my_rooms()))
                and group_id = any (array(select groups.my_groups())));
create policy own_again on goals.goal for update to peerage_app
    using (person_id = tenancy.me() and room_id = any (array(select rooms.my_rooms())));

-- What other modules may read.
create view goals.shared_goal with (security_invoker = true) as
select id, group_id, room_id, person_id, by_day, state from goals.goal;

grant select on goals.shared_goal to peerage_app;
