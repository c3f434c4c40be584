-- The parking lot: how much each issue presses that waits. The issues themselves are in `issues`, their titles sealed.

create table parkinglot.weight (
    issue_id   uuid primary key,
    group_id   uuid    not null,
    room_id    text    not null,
    person_id  uuid    not null,
    importance integer not null check (importance between 1 and 10),
    urgency    integer not null check (urgency between 1 and 10),
    -- The one of the same owner that it was put together with.
    into_id    uuid references parkinglot.weight (issue_id),
    check (into_id <> issue_id)
);
create index weight_of_group on parkinglot.weight (group_id);
create index weight_within on parkinglot.weight (into_id);

-- On which days somebody spoke of it.
create table parkinglot.mention (
    issue_id  uuid not null references parkinglot.weight (issue_id),
    group_id  uuid not null,
    room_id   text not null,
    person_id uuid not null,
    day       date not null,
    primary key (issue_id, day, person_id)
);

-- Who would like to work on it.
create table parkinglot.wish (
    issue_id  uuid not null references parkinglot.weight (issue_id),
    group_id  uuid not null,
    room_id   text not null,
    person_id uuid not null,
    primary key (issue_id, person_id)
);

alter table parkinglot.weight enable row level security;
alter table parkinglot.weight force row level security;
alter table parkinglot.mention enable row level security;
alter table parkinglot.mention force row level security;
alter table parkinglot.wish enable row level security;
alter table parkinglot.wish force row level security;

grant usage on schema parkinglot to peerage_app;
grant select, insert, update (importance, urgency, into_id) on parkinglot.weight to peerage_app;
grant select, insert, delete on parkinglot.mention to peerage_app;
grant select, insert, delete on parkinglot.wish to peerage_app;

create policy inside on parkinglot.weight for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms())) and group_id = any (array(select groups.my_groups())));
create policy own on parkinglot.weight for insert to peerage_app
    with check (person_id = tenancy.me() and exists (select 1 from issues.shared_issue i
        where i.id = weight.issue_id and i.group_id = weight.group_id and i.presenter_id = tenancy.me())
        and room_id = any (array(select rooms.my_rooms())));
create policy own_again on parkinglot.weight for update to peerage_app
    using (person_id = tenancy.me() and room_id = any (array(select rooms.my_rooms())));

create policy inside on parkinglot.mention for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms())) and group_id = any (array(select groups.my_groups())));
create policy said on parkinglot.mention for insert to peerage_app
    with check (person_id = tenancy.me() and exists (select 1 from parkinglot.weight w
        where w.issue_id = mention.issue_id and w.group_id = mention.group_id and w.room_id = mention.room_id));
create policy taken_back on parkinglot.mention for delete to peerage_app using (person_id = tenancy.me());

create policy inside on parkinglot.wish for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms())) and group_id = any (array(select groups.my_groups())));
create policy wished on parkinglot.wish for insert to peerage_app
    with check (person_id = tenancy.me() and exists (select 1 from parkinglot.weight w
        where w.issue_id = wish.issue_id and w.group_id = wish.group_id and w.room_id = wish.room_id));
create policy taken_back on parkinglot.wish for delete to peerage_app using (person_id = tenancy.me());
