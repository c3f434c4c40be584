-- A chair may make a sign-in link for whoever sits in the group, unless that person convenes a network that the chair
-- does not.
create policy chair_helps on identity.personal_link for insert to peerage_app
    with check (kind = 'sign-in' and issued_by = tenancy.me() and person_id <> tenancy.me()
        and not networks.convenes_elsewhere(person_id)
        and person_id in (select s.person_id from groups.seat s
                          where s.group_id = any (array(select groups.my_chaired()))
                            and s.state in ('accepted', 'in-room')));
