-- Who acts. Unset or '' is nobody: pooled connections carry '' after the first transaction that set it.
-- What these say is fixed when they are made, whatever a search path says later. So they need no setting of their own,
-- and PostgreSQL puts them into the policies they stand in: called for every row, they cost fifty times the row.
create function tenancy.me() returns uuid
language sql stable parallel safe
return nullif(current_setting('app.person_id', true), '')::uuid;

create function tenancy.acting_as(actor text) returns boolean
language sql stable parallel safe
return coalesce(nullif(current_setting('app.system_actor', true), '') = actor, false);

revoke all on function tenancy.me() from public;
revoke all on function tenancy.acting_as(text) from public;
grant execute on function tenancy.me() to peerage_app;
grant execute on function tenancy.acting_as(text) to peerage_app;
