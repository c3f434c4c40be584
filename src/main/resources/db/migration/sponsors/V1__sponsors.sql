-- Whoever pays for a group or a network, or hosts it, and what they read: counts, and themes that a group has agreed to
-- show. A sponsor has no row of anything else, and reads these too only as the program `sponsors` shows them.

create table sponsors.sponsor (
    id         uuid primary key,
    network_id uuid        not null,
    -- Null: of the whole network.
    group_id   uuid,
    name       text        not null check (length(name) between 1 and 120),
    state      text        not null check (state in ('invited', 'taken', 'ended')),
    person_id  uuid,
    link_id    uuid,
    asked_by   uuid        not null,
    asked_at   timestamptz not null,
    changed_at timestamptz not null,
    check (state <> 'taken' or person_id is not null),
    check (state <> 'invited' or person_id is null)
);
create index sponsor_network on sponsors.sponsor (network_id, group_id);
create index sponsor_person on sponsors.sponsor (person_id);

-- What a group did in a quarter of a year, reckoned once after it is over and never again: two looks at one quarter cannot
-- be subtracted from each other.
create table sponsors.figure (
    group_id   uuid    not null,
    quarter    date    not null,
    network_id uuid    not null,
    meetings   integer not null check (meetings >= 0),
    seats      integer not null check (seats >= 0),
    people     integer not null check (people >= 0),
    places     integer not null check (places >= 0),
    there      integer not null check (there between 0 and places),
    primary key (group_id, quarter)
);
create index figure_network on sponsors.figure (network_id, quarter);

-- A theme in words that the server reads: it is written to be shown outside.
create table sponsors.theme (
    id         uuid primary key,
    group_id   uuid        not null,
    network_id uuid        not null,
    words      text        not null check (length(words) between 1 and 160),
    state      text        not null check (state in ('asked', 'agreed', 'declined', 'withdrawn', 'down')),
    asked_by   uuid        not null,
    asked_at   timestamptz not null,
    settled_at timestamptz,
    check ((state = 'asked') = (settled_at is null))
);
create index theme_group on sponsors.theme (group_id, asked_at);
create index theme_network on sponsors.theme (network_id);

alter table sponsors.sponsor enable row level security;
alter table sponsors.sponsor force row level security;
alter table sponsors.figure enable row level security;
alter table sponsors.figure force row level security;
alter table sponsors.theme enable row level security;
alter table sponsors.theme force row level security;

grant usage on schema sponsors to peerage_app;
grant select, insert, update (name, state, person_id, link_id, changed_at) on sponsors.sponsor to peerage_app;
grant select, insert on sponsors.figure to peerage_app;
grant select, insert, update (state, settled_at) on sponsors.theme to peerage_app;

create policy own on sponsors.sponsor for select to peerage_app using (person_id = tenancy.me());
-- Whom it is about knows who looks from outside.
create policy members on sponsors.sponsor for select to peerage_app
    using (group_id = any (array(select groups.my_groups()))
           or (group_id is null and network_id = any (array(select networks.my_networks()))));
create policy conveners on sponsors.sponsor for select to peerage_app
    using (network_id = any (array(select networks.my_convened())));
create policy conveners_invite on sponsors.sponsor for insert to peerage_app
    with check (state = 'invited' and asked_by = tenancy.me()
                and network_id = any (array(select networks.my_convened()))
                and (group_id is null or exists (select from groups.shared_group g
                                                 where g.id = sponsor.group_id and g.network_id = sponsor.network_id)));
create policy conveners_change on sponsors.sponsor for update to peerage_app
    using (network_id = any (array(select networks.my_convened())))
    with check (network_id = any (array(select networks.my_convened())) and state in ('invited', 'ended'));
create policy kept on sponsors.sponsor for select to peerage_app using (tenancy.acting_as('sponsors'));
create policy taken on sponsors.sponsor for update to peerage_app
    using (tenancy.acting_as('sponsors')) with check (tenancy.acting_as('sponsors'));
create policy erasing on sponsors.sponsor to peerage_app
    using (tenancy.acting_as('erasing')) with check (tenancy.acting_as('erasing'));

create policy kept on sponsors.figure for select to peerage_app using (tenancy.acting_as('sponsors'));
create policy reckoned on sponsors.figure for insert to peerage_app with check (tenancy.acting_as('sponsors'));

create policy members on sponsors.theme for select to peerage_app
    using (group_id = any (array(select groups.my_groups())));
create policy chair_asks on sponsors.theme for insert to peerage_app
    with check (asked_by = tenancy.me() and state = 'asked' and group_id = any (array(select groups.my_chaired()))
                and exists (select from groups.shared_group g
                            where g.id = theme.group_id and g.network_id = theme.network_id));
create policy kept on sponsors.theme for select to peerage_app using (tenancy.acting_as('sponsors'));
create policy settled on sponsors.theme for update to peerage_app
    using (tenancy.acting_as('sponsors')) with check (tenancy.acting_as('sponsors'));

-- What is counted: who has a seat in which room since when, which meetings were held, who was there. Nothing of what a
-- meeting was about.
create policy sponsors_count on groups.group for select to peerage_app using ((select tenancy.acting_as('sponsors')));
create policy sponsors_count on groups.room for select to peerage_app using ((select tenancy.acting_as('sponsors')));
create policy sponsors_count on rooms.member for select to peerage_app using ((select tenancy.acting_as('sponsors')));
create policy sponsors_count on meetings.meeting for select to peerage_app
    using ((select tenancy.acting_as('sponsors')));
create policy sponsors_count on meetings.attendance for select to peerage_app
    using ((select tenancy.acting_as('sponsors')));
create policy sponsors_count on live.topic for select to peerage_app
    using (module = 'meetings' and (select tenancy.acting_as('sponsors')));
create policy sponsors_name on networks.network for select to peerage_app
    using ((select tenancy.acting_as('sponsors')));
