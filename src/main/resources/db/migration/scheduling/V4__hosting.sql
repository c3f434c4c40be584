-- Whose turn it is to host a date, and what of it is done. Lobby facts: who, when, and which line of a list that comes
-- with the program.
create table scheduling.host_turn (
    date_id   uuid primary key,
    group_id  uuid        not null,
    person_id uuid        not null,
    offered   boolean     not null,
    at        timestamptz not null,
    foreign key (date_id, group_id) references scheduling.date (id, group_id)
);
create index host_turn_group on scheduling.host_turn (group_id);

create table scheduling.host_check (
    date_id  uuid        not null,
    group_id uuid        not null,
    item     text        not null check (length(item) <= 40),
    done_by  uuid        not null,
    at       timestamptz not null,
    primary key (date_id, item),
    foreign key (date_id, group_id) references scheduling.date (id, group_id)
);

alter table scheduling.host_turn enable row level security;
alter table scheduling.host_turn force row level security;
alter table scheduling.host_check enable row level security;
alter table scheduling.host_check force row level security;

grant select, insert on scheduling.host_turn to peerage_app;
grant update (person_id, offered, at) on scheduling.host_turn to peerage_app;
grant select, insert, delete on scheduling.host_check to peerage_app;

create policy seen on scheduling.host_turn for select to peerage_app
    using (group_id = any (array(select groups.my_groups())) or group_id = any (array(select groups.my_overseen())));
create policy given on scheduling.host_turn for insert to peerage_app
    with check (group_id = any (array(select groups.my_groups())));
create policy passed_on on scheduling.host_turn for update to peerage_app
    using (group_id = any (array(select groups.my_groups())))
    with check (group_id = any (array(select groups.my_groups())));
create policy seen on scheduling.host_check for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy done on scheduling.host_check for insert to peerage_app
    with check (done_by = tenancy.me() and group_id = any (array(select groups.my_groups())));
create policy undone on scheduling.host_check for delete to peerage_app
    using (group_id = any (array(select groups.my_groups())));
