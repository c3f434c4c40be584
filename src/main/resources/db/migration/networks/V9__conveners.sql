-- A convener makes somebody of the network one as well, and takes it back, also for themselves (ADR-0050). One stays:
-- whoever ends it waits for others who do so in the same network, and looks again when it is their turn.
grant update (role) on networks.member to peerage_app;

create policy conveners_change on networks.member for update to peerage_app
    using (network_id = any (array(select networks.my_convened())))
    with check (network_id = any (array(select networks.my_convened())));

create function networks.another_convenes(network uuid, person uuid) returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
begin
    if not network = any (array(select networks.my_convened())) then
        return false;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('networks.conveners ' || network, 0));
    return exists (select from networks.member m
                   where m.network_id = network and m.person_id <> person and m.role = 'convener');
end $$;

create function networks.one_convener_stays() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not networks.another_convenes(old.network_id, old.person_id) then
        return null;
    end if;
    return new;
end $$;

revoke all on function networks.another_convenes(uuid, uuid) from public;
revoke all on function networks.one_convener_stays() from public;
grant execute on function networks.another_convenes(uuid, uuid) to peerage_app;

create trigger one_convener_stays before update of role on networks.member
    for each row when (old.role = 'convener' and new.role <> 'convener')
    execute function networks.one_convener_stays();
