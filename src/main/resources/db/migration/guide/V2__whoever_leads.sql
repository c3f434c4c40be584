-- Whoever is named to lead a meeting to come reminds of what that meeting waits for, and sees who was reminded of it.

create policy leader on guide.reminder for select to peerage_app
    using (group_id = any (array(select groups.my_groups()))
           and exists (select from meetings.shared_meeting m
                       where m.group_id = reminder.group_id and m.state = 'planned' and m.deputy_id = tenancy.me()
                         and reminder.subject_id in (m.id, m.date_id, m.group_id)));
create policy leader_reminds on guide.reminder for insert to peerage_app
    with check (said_by = tenancy.me() and group_id = any (array(select groups.my_groups()))
                and exists (select from meetings.shared_meeting m
                            where m.group_id = reminder.group_id and m.state = 'planned'
                              and m.deputy_id = tenancy.me()
                              and reminder.subject_id in (m.id, m.date_id, m.group_id)));
