-- How a group has changed a protocol for itself: other minutes for a step, 0 for one that it leaves out. A step that has
-- no row stays as the program brings it. Whoever chairs decides it; all who sit there read it.
create table processing.own_minutes (
    group_id uuid    not null,
    module   text    not null,
    protocol text    not null,
    step     text    not null,
    minutes  integer not null check (minutes between 0 and 240),
    primary key (group_id, module, protocol, step)
);

alter table processing.own_minutes enable row level security;
alter table processing.own_minutes force row level security;

grant select, insert, delete on processing.own_minutes to peerage_app;

create policy seen on processing.own_minutes for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy chaired_new on processing.own_minutes for insert to peerage_app
    with check (group_id = any (array(select groups.my_chaired())));
create policy chaired_gone on processing.own_minutes for delete to peerage_app
    using (group_id = any (array(select groups.my_chaired())));
