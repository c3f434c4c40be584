-- A convener may make a sign-in link for a member of a network they convene, unless that person convenes a network
-- that they do not: with such a link one could take a stranger's office.
create policy conveners_for_functions on networks.member for select to peerage_owner
    using (role = 'convener');

create function networks.convenes_elsewhere(person uuid) returns boolean
language sql stable parallel safe security definer set search_path = ''
as $$ select exists (select 1 from networks.member m
                     where m.person_id = person and m.role = 'convener'
                       and m.network_id not in (select networks.my_convened())) $$;
revoke all on function networks.convenes_elsewhere(uuid) from public;
grant execute on function networks.convenes_elsewhere(uuid) to peerage_app;

create policy convener_helps on identity.personal_link for insert to peerage_app
    with check (kind = 'sign-in' and issued_by = tenancy.me() and person_id <> tenancy.me()
        and not networks.convenes_elsewhere(person_id)
        and person_id in (select m.person_id from networks.member m
                          where m.network_id = any (array(select networks.my_convened()))));
