-- Who does what for a group besides the chair, and until when. A seat that is taken back takes its roles with it.
create table groups.role (
    group_id uuid        not null references groups.group,
    role     text        not null check (length(role) between 1 and 40),
    seat_id  uuid        not null references groups.seat on delete cascade,
    until    date        not null,
    given_at timestamptz not null,
    primary key (group_id, role)
);
create index role_seat on groups.role (seat_id);

alter table groups.role enable row level security;
alter table groups.role force row level security;
grant select, insert, update (seat_id, until, given_at), delete on groups.role to peerage_app;

create policy seen on groups.role for select to peerage_app using (
    group_id = any (array(select groups.my_groups())) or group_id = any (array(select groups.my_overseen())));
create policy arranged on groups.role for all to peerage_app
    using (group_id = any (array(select groups.my_chaired())) or group_id = any (array(select groups.my_overseen())))
    with check ((group_id = any (array(select groups.my_chaired())) or group_id = any (array(select groups.my_overseen())))
        and exists (select from groups.seat s where s.id = seat_id and s.group_id = role.group_id));
-- A member takes what is free for themselves, and gives back what is theirs.
create policy own_taken on groups.role for insert to peerage_app with check (
    group_id = any (array(select groups.my_groups())) and exists (select from groups.seat s
        where s.id = seat_id and s.group_id = role.group_id and s.person_id = tenancy.me()));
create policy own_given_back on groups.role for delete to peerage_app using (
    exists (select from groups.seat s where s.id = seat_id and s.person_id = tenancy.me()));
