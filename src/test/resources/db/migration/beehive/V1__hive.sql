create table beehive.hive (name text primary key);
insert into beehive.hive values ('north'), ('south');
alter table beehive.hive enable row level security;
alter table beehive.hive force row level security;
create policy nobody_acts on beehive.hive to peerage_app using (tenancy.me() is not null);
grant select on beehive.hive to peerage_app;
