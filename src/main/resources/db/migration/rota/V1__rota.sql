-- Whether a group takes turns in leading, and who has asked whom to change. Who leads a meeting is kept in `meetings`.

create table rota.setting (
    group_id uuid        primary key,
    rotates  boolean     not null,
    set_by   uuid        not null,
    at       timestamptz not null
);

-- Whoever leads a meeting asks another to lead it, one at a time. Open as long as they lead it.
create table rota.swap (
    group_id   uuid        not null,
    meeting_id uuid        not null,
    person_id  uuid        not null,
    asked_id   uuid        not null,
    state      text        not null check (state in ('asked', 'agreed', 'declined', 'withdrawn')),
    at         timestamptz not null,
    primary key (group_id, meeting_id, person_id),
    check (person_id <> asked_id)
);

alter table rota.setting enable row level security;
alter table rota.setting force row level security;
alter table rota.swap enable row level security;
alter table rota.swap force row level security;

grant usage on schema rota to peerage_app;
grant select, insert on rota.setting to peerage_app;
grant update (rotates, set_by, at) on rota.setting to peerage_app;
grant select, insert on rota.swap to peerage_app;
grant update (asked_id, state, at) on rota.swap to peerage_app;

-- A convener who moves a date has whoever leads it told.
create policy seen on rota.setting for select to peerage_app
    using (group_id = any (array(select groups.my_groups())) or group_id = any (array(select groups.my_overseen())));
create policy chosen on rota.setting for insert to peerage_app
    with check (set_by = tenancy.me() and group_id = any (array(select groups.my_chaired())));
create policy chosen_again on rota.setting for update to peerage_app
    using (group_id = any (array(select groups.my_chaired())))
    with check (set_by = tenancy.me() and group_id = any (array(select groups.my_chaired())));

-- By the two and by whoever chairs.
create policy seen on rota.swap for select to peerage_app
    using (group_id = any (array(select groups.my_groups()))
           and (tenancy.me() in (person_id, asked_id) or group_id = any (array(select groups.my_chaired()))));
-- Only whoever leads the meeting asks, and somebody of the same room.
create policy asked on rota.swap for insert to peerage_app
    with check (person_id = tenancy.me() and state = 'asked' and group_id = any (array(select groups.my_groups()))
                and exists (select from meetings.shared_meeting m
                            where m.id = meeting_id and m.group_id = swap.group_id and m.state = 'planned'
                              and m.deputy_id = tenancy.me())
                and exists (select from groups.shared_member o
                            where o.group_id = swap.group_id and o.person_id = asked_id and o.state = 'in-room'));
create policy asked_again on rota.swap for update to peerage_app
    using (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())))
    with check (person_id = tenancy.me()
                and (state = 'withdrawn'
                     or state = 'asked'
                        and exists (select from meetings.shared_meeting m
                                    where m.id = meeting_id and m.group_id = swap.group_id and m.state = 'planned'
                                      and m.deputy_id = tenancy.me())
                        and exists (select from groups.shared_member o
                                    where o.group_id = swap.group_id and o.person_id = asked_id
                                      and o.state = 'in-room')));
-- Nobody agrees for another.
create policy answered on rota.swap for update to peerage_app
    using (asked_id = tenancy.me() and state = 'asked' and group_id = any (array(select groups.my_groups())))
    with check (asked_id = tenancy.me() and state in ('agreed', 'declined'));
