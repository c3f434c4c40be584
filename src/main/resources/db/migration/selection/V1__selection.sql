-- Selection: who may join a group and how far that has come. What members think of them is sealed in the room: why they
-- were named under the id of the prospect, notes and scorecards under their own.

create table selection.prospect (
    id           uuid primary key,
    group_id     uuid        not null,
    room_id      text        not null,
    profile_id   uuid,
    -- Who it is, once they have an account: the row is hidden from them.
    about_id     uuid,
    name         text        not null default '' check (length(name) <= 120),
    organisation text        not null default '' check (length(organisation) <= 200),
    role_title   text        not null default '' check (length(role_title) <= 120),
    standing     text        not null check (standing in ('nominated', 'applied', 'screened', 'panel', 'visit', 'ballot',
                                                          'invited', 'onboarding', 'member', 'declined', 'waiting')),
    before       text        not null,
    owner_id     uuid        not null,
    nominated_by uuid        not null,
    moved_at     timestamptz not null,
    due_on       date,
    check (name <> '' or organisation <> '')
);
create unique index prospect_once on selection.prospect (group_id, profile_id) where standing <> 'member';
create index prospect_of_group on selection.prospect (group_id, moved_at);

-- Every step that was taken.
create table selection.move (
    id           uuid primary key,
    prospect_id uuid        not null references selection.prospect (id),
    -- Null where a seat was taken: the one who did that is whom it is about.
    person_id    uuid,
    standing     text        not null,
    at           timestamptz not null
);
create index move_of on selection.move (prospect_id, at);

create table selection.note (
    id           uuid primary key,
    prospect_id uuid        not null references selection.prospect (id),
    person_id    uuid        not null,
    at           timestamptz not null
);
create index note_of on selection.note (prospect_id, at);

-- Who meets them for the group; the scorecard is a sealed text of the room.
create table selection.panelist (
    prospect_id uuid not null references selection.prospect (id),
    person_id    uuid not null,
    scorecard_id uuid unique,
    primary key (prospect_id, person_id)
);

alter table selection.prospect enable row level security;
alter table selection.prospect force row level security;
alter table selection.move enable row level security;
alter table selection.move force row level security;
alter table selection.note enable row level security;
alter table selection.note force row level security;
alter table selection.panelist enable row level security;
alter table selection.panelist force row level security;

grant usage on schema selection to peerage_app;
grant select, insert, update (profile_id, about_id, standing, before, owner_id, moved_at, due_on)
    on selection.prospect to peerage_app;
grant select, insert on selection.move to peerage_app;
grant select, insert on selection.note to peerage_app;
grant select, insert, update (scorecard_id), delete on selection.panelist to peerage_app;

-- For those in the room, and never for the one whom it is about.
create policy inside on selection.prospect for select to peerage_app
    using (room_id = any (array(select rooms.my_rooms())) and group_id = any (array(select groups.my_groups()))
           and about_id is distinct from tenancy.me());
create policy named on selection.prospect for insert to peerage_app
    with check (nominated_by = tenancy.me() and room_id = any (array(select rooms.my_rooms()))
                and group_id = any (array(select groups.my_groups())));
create policy moved on selection.prospect for update to peerage_app
    using (room_id = any (array(select rooms.my_rooms())) and group_id = any (array(select groups.my_groups()))
           and about_id is distinct from tenancy.me());
create policy joining_reads on selection.prospect for select to peerage_app
    using (tenancy.acting_as('selection.joining'));
create policy joining_moves on selection.prospect for update to peerage_app
    using (tenancy.acting_as('selection.joining')) with check (tenancy.acting_as('selection.joining'));

create policy inside on selection.move for select to peerage_app
    using (exists (select from selection.prospect c where c.id = move.prospect_id));
create policy done on selection.move for insert to peerage_app
    with check (person_id = tenancy.me() and exists (select from selection.prospect c where c.id = move.prospect_id));
create policy joined on selection.move for insert to peerage_app
    with check (tenancy.acting_as('selection.joining') and person_id is null);

create policy inside on selection.note for select to peerage_app
    using (exists (select from selection.prospect c where c.id = note.prospect_id));
create policy wrote on selection.note for insert to peerage_app
    with check (person_id = tenancy.me() and exists (select from selection.prospect c where c.id = note.prospect_id));

create policy inside on selection.panelist for select to peerage_app
    using (exists (select from selection.prospect c where c.id = panelist.prospect_id));
create policy asked on selection.panelist for insert to peerage_app
    with check (scorecard_id is null and exists (select from selection.prospect c where c.id = panelist.prospect_id));
create policy scored on selection.panelist for update to peerage_app
    using (person_id = tenancy.me() and exists (select from selection.prospect c where c.id = panelist.prospect_id))
    with check (person_id = tenancy.me());
-- Whoever has given a scorecard stays on the panel.
create policy let_go on selection.panelist for delete to peerage_app
    using (scorecard_id is null and exists (select from selection.prospect c where c.id = panelist.prospect_id));
