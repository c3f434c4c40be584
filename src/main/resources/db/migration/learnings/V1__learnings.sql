-- Learnings: who wrote one, in which meeting, from whom and for which goal. The words are sealed texts of the room under
-- the same ids. What somebody keeps is a row for nobody else.

create table learnings.learning (
    id             uuid primary key,
    group_id       uuid        not null,
    room_id        text        not null,
    person_id      uuid        not null,
    meeting_id     uuid,
    item_id        uuid,
    from_person_id uuid check (from_person_id <> person_id),
    goal_id        uuid,
    kept           boolean     not null,
    at             timestamptz not null,
    check ((meeting_id is null) = (item_id is null))
);
create index learning_of_group on learnings.learning (group_id, at);
create index learning_of_meeting on learnings.learning (meeting_id);

-- Whoever may be asked when another raises a topic of theirs. Without a row nothing of theirs is suggested.
create table learnings.consent (
    group_id  uuid not null,
    person_id uuid not null,
    primary key (group_id, person_id)
);

create table learnings.asking (
    id               uuid primary key,
    group_id         uuid        not null,
    -- A learning that was told, or an issue that was worked on.
    about_id         uuid        not null,
    asking_person_id uuid        not null,
    asked_id         uuid        not null check (asked_id <> asking_person_id),
    at               timestamptz not null,
    yes              boolean,
    answered_at      timestamptz,
    unique (about_id, asking_person_id, asked_id),
    check ((yes is null) = (answered_at is null))
);
create index asking_of_group on learnings.asking (group_id, at);

alter table learnings.learning enable row level security;
alter table learnings.learning force row level security;
alter table learnings.consent enable row level security;
alter table learnings.consent force row level security;
alter table learnings.asking enable row level security;
alter table learnings.asking force row level security;

grant usage on schema learnings to peerage_app;
grant select, insert on learnings.learning to peerage_app;
grant select, insert, delete on learnings.consent to peerage_app;
grant select, insert, update (yes, answered_at) on learnings.asking to peerage_app;

create policy own on learnings.learning for select to peerage_app
    using (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy told on learnings.learning for select to peerage_app
    using (not kept and room_id = any (array(select rooms.my_rooms())) and group_id = any (array(select groups.my_groups())));
create policy wrote on learnings.learning for insert to peerage_app
    with check (person_id = tenancy.me() and room_id = any (array(select rooms.my_rooms()))
                and group_id = any (array(select groups.my_groups())));

create policy inside on learnings.consent for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy own on learnings.consent for insert to peerage_app
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy own_back on learnings.consent for delete to peerage_app
    using (person_id = tenancy.me());

-- To the others nobody has asked anybody.
create policy parties on learnings.asking for select to peerage_app
    using (group_id = any (array(select groups.my_groups())) and tenancy.me() in (asking_person_id, asked_id));
create policy asks on learnings.asking for insert to peerage_app
    with check (asking_person_id = tenancy.me() and group_id = any (array(select groups.my_groups()))
                and exists (select 1 from learnings.consent c
                            where c.group_id = asking.group_id and c.person_id = asking.asked_id));
create policy answers on learnings.asking for update to peerage_app
    using (asked_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
