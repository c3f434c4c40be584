-- When this database was brought back from a backup, and of when that was: people are told what may be missing.
create table database.restoration (
    restored_at timestamptz primary key,
    made_at     timestamptz not null
);
alter table database.restoration enable row level security;
alter table database.restoration force row level security;
create policy migrations on database.restoration to peerage_owner using (true) with check (true);

create function database.last_restoration() returns table (restored_at timestamptz, made_at timestamptz)
language sql stable security definer set search_path = ''
as $$ select r.restored_at, r.made_at from database.restoration r order by r.restored_at desc limit 1 $$;
revoke all on function database.last_restoration() from public;
grant execute on function database.last_restoration() to peerage_app;
