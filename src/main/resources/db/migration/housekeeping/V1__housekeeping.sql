-- Lines that meetings have left: who said what sort of line in which meeting. The words are sealed texts of the room
-- under the same ids.

create table housekeeping.line (
    id         uuid primary key,
    group_id   uuid        not null,
    room_id    text        not null,
    meeting_id uuid        not null,
    person_id  uuid        not null,
    sort       text        not null check (sort in ('decision', 'need', 'lead')),
    at         timestamptz not null
);
create index line_of_meeting on housekeeping.line (meeting_id, at);

alter table housekeeping.line enable row level security;
alter table housekeeping.line force row level security;

grant usage on schema housekeeping to peerage_app;
grant select, insert on housekeeping.line to peerage_app;

create policy inside on housekeeping.line for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms())) and group_id = any (array(select groups.my_groups())));
create policy said on housekeeping.line for insert to peerage_app
    with check (person_id = tenancy.me() and room_id = any (array(select rooms.my_rooms()))
                and exists (select 1 from meetings.shared_meeting m
                            where m.id = line.meeting_id and m.group_id = line.group_id and m.state = 'live'));
