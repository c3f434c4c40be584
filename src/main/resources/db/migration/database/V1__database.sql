-- A function made by any migration is nobody's until it is granted.
alter default privileges revoke execute on functions from public;

-- What each module's schema was last brought to. The application asks through the function alone.
create table database.schema_state (
    module text primary key,
    version integer not null,
    fingerprint text not null
);
alter table database.schema_state enable row level security;
alter table database.schema_state force row level security;
create policy migrations on database.schema_state to peerage_owner using (true) with check (true);

create function database.schema_states() returns table (module text, version integer, fingerprint text)
language sql stable security definer set search_path = ''
as $$ select s.module, s.version, s.fingerprint from database.schema_state s $$;
revoke all on function database.schema_states() from public;
grant execute on function database.schema_states() to peerage_app;
