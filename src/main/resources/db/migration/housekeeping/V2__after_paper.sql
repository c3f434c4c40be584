-- A line may also be written after a meeting that was held on paper, by those who were there, while words are taken.
drop policy said on housekeeping.line;
create policy said on housekeeping.line for insert to peerage_app
    with check (person_id = tenancy.me() and room_id = any (array(select rooms.my_rooms()))
                and exists (select from meetings.shared_meeting m
                            where m.id = line.meeting_id and m.group_id = line.group_id
                              and (m.state = 'live'
                                   or m.id = any (array(select meetings.still_written()))
                                      and exists (select from meetings.shared_attendance a
                                                  where a.meeting_id = m.id and a.person_id = tenancy.me()))));
