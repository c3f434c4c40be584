-- Whoever is erased is signed in nowhere any more, and neither is whoever signs in as them at that moment: a new session
-- waits for the row that erasing holds, and erasing finds every session that was there before it.
alter table identity.person add column erased_at timestamptz;

create policy sessions_for_functions on identity.person to peerage_owner
    using (tenancy.acting_as('sessions')) with check (false);

create function identity.guard_session() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    gone timestamptz;
begin
    if new.principal_name ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
        select p.erased_at into gone from identity.person p where p.id = new.principal_name::uuid for key share;
        if gone is not null then
            raise exception 'whoever is erased is signed in nowhere' using errcode = 'insufficient_privilege';
        end if;
    end if;
    return new;
end $$;
revoke all on function identity.guard_session() from public;
create trigger guard_new_session before insert on identity.web_session
    for each row execute function identity.guard_session();
create trigger guard_session before update on identity.web_session
    for each row when (new.principal_name is distinct from old.principal_name)
    execute function identity.guard_session();
