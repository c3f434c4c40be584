-- A session that is ended is written down with its end, whoever keeps the sessions; one that ran out is not.
create policy ending on identity.web_session to peerage_app
    using (tenancy.acting_as('session-ending')) with check (tenancy.acting_as('session-ending'));
create policy ending on identity.web_session_attributes to peerage_app
    using (tenancy.acting_as('session-ending')) with check (tenancy.acting_as('session-ending'));

create function identity.note_ended_session() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    whose uuid;
begin
    if old.principal_name ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        and old.expiry_time > extract(epoch from clock_timestamp()) * 1000
        and not tenancy.acting_as('erasing')
    then
        whose := old.principal_name::uuid;
        insert into identity.audit (id, chain, person_id, kind, at)
        values (gen_random_uuid(), whose, whose,
                case when tenancy.acting_as('session-ending') then 'session-ended' else 'signed-out' end,
                clock_timestamp());
    end if;
    return null;
end $$;
revoke all on function identity.note_ended_session() from public;
create trigger note_ended_session after delete on identity.web_session
    for each row execute function identity.note_ended_session();
