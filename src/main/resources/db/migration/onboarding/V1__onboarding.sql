-- Whoever is new in a group: since when, who is their buddy, and what was done of their list. It belongs to a seat: who
-- comes back sits down anew. States and days only; what the two say to each other is nowhere.

create table onboarding.newcomer (
    group_id  uuid        not null,
    seat_id   uuid        not null,
    person_id uuid        not null,
    begun_at  timestamptz not null,
    buddy_id  uuid        check (buddy_id <> person_id),
    buddy_at  timestamptz check ((buddy_at is null) = (buddy_id is null)),
    primary key (group_id, seat_id)
);

create table onboarding.mark (
    group_id uuid        not null,
    seat_id  uuid        not null,
    point    text        not null check (point in ('pledge', 'lifeline', 'day-30', 'day-60', 'day-90')),
    by_id    uuid        not null,
    at       timestamptz not null,
    primary key (group_id, seat_id, point),
    foreign key (group_id, seat_id) references onboarding.newcomer
);

alter table onboarding.newcomer enable row level security;
alter table onboarding.newcomer force row level security;
alter table onboarding.mark enable row level security;
alter table onboarding.mark force row level security;

grant usage on schema onboarding to peerage_app;
grant select, insert, update (buddy_id, buddy_at) on onboarding.newcomer to peerage_app;
grant select, insert, delete on onboarding.mark to peerage_app;

-- Seen by the newcomer, their buddy and the chair, and by nobody else of the group.
create policy three on onboarding.newcomer for select to peerage_app
    using (group_id = any (array(select groups.my_groups()))
           and (tenancy.me() in (person_id, buddy_id) or group_id = any (array(select groups.my_chaired()))));
-- By whoever lets them in, without a buddy: whom that is, the chair says.
create policy begins on onboarding.newcomer for insert to peerage_app
    with check (buddy_id is null and group_id = any (array(select groups.my_groups()))
                and exists (select from groups.shared_seat s
                            where s.id = seat_id and s.group_id = newcomer.group_id
                              and s.person_id = newcomer.person_id));
create policy accompanies on onboarding.newcomer for update to peerage_app
    using (group_id = any (array(select groups.my_chaired())));

create policy three on onboarding.mark for select to peerage_app
    using (exists (select from onboarding.newcomer n where n.group_id = mark.group_id and n.seat_id = mark.seat_id));
create policy marks on onboarding.mark for insert to peerage_app
    with check (by_id = tenancy.me()
                and exists (select from onboarding.newcomer n
                            where n.group_id = mark.group_id and n.seat_id = mark.seat_id
                              and case when mark.point in ('pledge', 'lifeline') then n.person_id = tenancy.me()
                                       else n.person_id <> tenancy.me() end));
create policy takes_back on onboarding.mark for delete to peerage_app
    using (by_id = tenancy.me() and group_id = any (array(select groups.my_groups())));
