-- A buddy is somebody who is in the room; each point is marked by whoever it is up to, and a look not before its day.
drop policy accompanies on onboarding.newcomer;
create policy accompanies on onboarding.newcomer for update to peerage_app
    using (group_id = any (array(select groups.my_chaired())))
    with check (group_id = any (array(select groups.my_chaired()))
                and exists (select from groups.shared_seat b
                            where b.group_id = newcomer.group_id and b.person_id = newcomer.buddy_id
                              and b.state = 'in-room'));

drop policy marks on onboarding.mark;
create policy marks on onboarding.mark for insert to peerage_app
    with check (by_id = tenancy.me()
                and exists (
                    select from onboarding.newcomer n
                    -- A buddy who has left is none.
                    left join groups.shared_seat b
                           on b.group_id = n.group_id and b.person_id = n.buddy_id and b.state = 'in-room'
                    left join groups.shared_seat c
                           on c.group_id = n.group_id and c.chair and c.person_id <> n.person_id
                    where n.group_id = mark.group_id and n.seat_id = mark.seat_id
                      and tenancy.me() = case mark.point
                              when 'pledge' then n.person_id
                              when 'lifeline' then n.person_id
                              when 'day-90' then coalesce(c.person_id, b.person_id)
                              else coalesce(b.person_id, c.person_id) end
                      and mark.at >= n.begun_at + make_interval(days => case mark.point
                              when 'day-30' then 30 when 'day-60' then 60 when 'day-90' then 90 else 0 end)));
