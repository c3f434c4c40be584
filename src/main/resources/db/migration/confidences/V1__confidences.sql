-- Confidences: that a member told the chair something, when, and whether it was read and answered. The words are a sealed
-- text of the room for the chair alone.

create table confidences.confidence (
    id        uuid primary key,
    group_id  uuid        not null,
    room_id   text        not null,
    person_id uuid        not null,
    chair_id  uuid        not null check (chair_id <> person_id),
    told_at   timestamptz not null,
    state  text        not null check (state in ('told', 'read', 'answered')),
    state_at  timestamptz,
    check ((state = 'told') = (state_at is null))
);
create index confidence_group on confidences.confidence (group_id, chair_id);

alter table confidences.confidence enable row level security;
alter table confidences.confidence force row level security;

grant usage on schema confidences to peerage_app;
grant select, insert on confidences.confidence to peerage_app;
grant update (state, state_at) on confidences.confidence to peerage_app;

-- Nobody but the two learns that there is one, and a chair who has handed over keeps what they were told.
create policy of_two on confidences.confidence for select to peerage_app
    using ((person_id = tenancy.me() or chair_id = tenancy.me())
           and group_id = any (array(select groups.my_groups())));
create policy told on confidences.confidence for insert to peerage_app
    with check (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy heard on confidences.confidence for update to peerage_app
    using (chair_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
