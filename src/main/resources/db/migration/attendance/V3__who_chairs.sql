-- Whoever chairs is counted as everybody else. In their place stands whoever is to chair next; where nobody is, the group.
create function attendance.stands_in(circle uuid, person uuid) returns boolean
language sql stable parallel safe set search_path = ''
as $$ select exists (select from groups.shared_group g
                     where g.id = circle and g.chair_id = person and person <> tenancy.me()
                       and g.id = any (array(select groups.my_groups())))
         and not exists (select from groups.shared_role r
                         where r.group_id = circle and r.role = 'deputy' and r.until >= current_date
                           and r.person_id not in (person, tenancy.me())) $$;
revoke all on function attendance.stands_in(uuid, uuid) from public;
grant execute on function attendance.stands_in(uuid, uuid) to peerage_app;

create policy of_the_chair on attendance.mark for select to peerage_app
    using (attendance.stands_in(group_id, person_id));
create policy marks_the_chair on attendance.mark for insert to peerage_app
    with check (by_id = tenancy.me() and attendance.stands_in(group_id, person_id)
                and exists (select from meetings.shared_meeting m
                            where m.id = meeting_id and m.group_id = mark.group_id and m.state = 'closed'));
create policy takes_back_of_the_chair on attendance.mark for delete to peerage_app
    using (attendance.stands_in(group_id, person_id));

create policy of_the_chair on attendance.step for select to peerage_app
    using (attendance.stands_in(group_id, person_id));
create policy takes_with_the_chair on attendance.step for insert to peerage_app
    with check (by_id = tenancy.me() and attendance.stands_in(group_id, person_id));

create policy of_the_chair on attendance.leave for select to peerage_app
    using (attendance.stands_in(group_id, person_id));
create policy settles_of_the_chair on attendance.leave for update to peerage_app
    using (not decided and attendance.stands_in(group_id, person_id))
    with check (state in ('agreed', 'declined') and settled_by = tenancy.me()
                and attendance.stands_in(group_id, person_id));
