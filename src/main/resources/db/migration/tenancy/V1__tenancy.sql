-- Who acts. Unset or '' is nobody: pooled connections carry '' after the first transaction that set it.
-- What these say is fixed when they are made, whatever a search path says later. So they need no setting of their own,
-- and PostgreSQL puts them into the policies they stand in: called for every row, they cost fifty times the row.
create function tenancy.me() returns uuid
language sql stable parallel safe
return nullif(current_setting('app.person_id', true), '')::uuid;

create function tenancy.acting_as(actor text) returns boolean
language sql stable parallel safe
return coalesce(nullif(current_setting('app.system_actor', true), '') = actor, false);

-- A function made by any later migration is nobody's until it is granted.
alter default privileges revoke execute on functions from public;

revoke all on function tenancy.me() from public;
revoke all on function tenancy.acting_as(text) from public;
grant execute on function tenancy.me() to peerage_app;
grant execute on function tenancy.acting_as(text) to peerage_app;

-- What each module's schema was last brought to. The application asks through the function alone.
create table tenancy.schema_state (
    module text primary key,
    version integer not null,
    fingerprint text not null
);
alter table tenancy.schema_state enable row level security;
alter table tenancy.schema_state force row level security;
create policy migrations on tenancy.schema_state to peerage_owner using (true) with check (true);

create function tenancy.schema_states() returns table (module text, version integer, fingerprint text)
language sql stable security definer set search_path = ''
as $$ select s.module, s.version, s.fingerprint from tenancy.schema_state s $$;
revoke all on function tenancy.schema_states() from public;
grant execute on function tenancy.schema_states() to peerage_app;
