-- Whoever is asked to change places sits in the same room, and what they would present is of that group; what was asked
-- only the one who asks says otherwise.
drop policy asked on meetings.swap;
create policy asked on meetings.swap for insert to peerage_app with check (
    person_id = tenancy.me() and state = 'asked' and group_id = any (array(select groups.my_groups()))
    and exists (select from groups.shared_member o
                where o.group_id = swap.group_id and o.person_id = swap.asked_id and o.state = 'in-room')
    and not exists (select from meetings.item i
                    where i.subject_id in (swap.subject_id, swap.other_id) and i.group_id <> swap.group_id));
drop policy asked_again on meetings.swap;
create policy asked_again on meetings.swap for update to peerage_app
    using (person_id = tenancy.me() and group_id = any (array(select groups.my_groups())))
    with check (person_id = tenancy.me()
                and (state = 'withdrawn'
                     or state = 'asked'
                        and exists (select from groups.shared_member o
                                    where o.group_id = swap.group_id and o.person_id = swap.asked_id
                                      and o.state = 'in-room')
                        and not exists (select from meetings.item i
                                        where i.subject_id = swap.other_id and i.group_id <> swap.group_id)));

create function meetings.guard_swap() returns trigger
language plpgsql set search_path = ''
as $$
begin
    if (new.asked_id, new.other_id) is distinct from (old.asked_id, old.other_id)
       and old.person_id is distinct from tenancy.me() then
        raise exception 'whom somebody asks is theirs to say' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger guard_swap before update on meetings.swap for each row execute function meetings.guard_swap();
